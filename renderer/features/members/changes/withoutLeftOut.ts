import type { Member } from '../../../../shared/domain/member/member';
import type { MemberExclusion } from '../../../../shared/domain/member/memberExclusions';

/** The selected members of one account that a change includes. */
export function withoutLeftOut(
  selected: readonly Member[],
  leftOut: readonly MemberExclusion[],
): readonly Member[] {
  const excluded = new Set(leftOut.flatMap(({ members }) => members.map(({ userId }) => userId)));
  return selected.filter(({ userId }) => !excluded.has(userId));
}
