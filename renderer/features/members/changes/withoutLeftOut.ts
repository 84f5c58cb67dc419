import { memberRefKey, type MemberRef } from '../../../../shared/domain/member/member';
import type { MemberExclusion } from '../../../../shared/domain/member/memberExclusions';

/** The selected members that a change includes. */
export function withoutLeftOut<Selected extends MemberRef>(
  selected: readonly Selected[],
  leftOut: readonly MemberExclusion[],
): readonly Selected[] {
  const excluded = new Set(leftOut.flatMap(({ members }) => members.map(memberRefKey)));
  return selected.filter((member) => !excluded.has(memberRefKey(member)));
}
