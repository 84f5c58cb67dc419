import type { MemberList } from './memberList';

/** How an account's members were read. Times are ms since 1970. */
export interface MembersReading {
  /** The age of the oldest list that counts; null if none was read completely. */
  readonly asOf: number | null;
  /** When Amazon was last asked; null = never. */
  readonly triedAt: number | null;
  /** Whether Amazon doesn't show members of this account to this sign-in. */
  readonly isUnavailable: boolean;
  /** The lists that don't match Amazon's, one for each reason. */
  readonly problems: readonly MemberList[];
}

/**
 * How an account's members were read, derived from each of its lists. A list that Amazon doesn't offer because it accepts no
 * scope isn't missing, and the list without a scope counts until lists with one are read later.
 */
export function readingOf(lists: readonly MemberList[]): MembersReading {
  const unscoped = lists.find(({ list }) => list === 'unscoped');
  const scoped = lists.filter((each) => each !== unscoped && !isScopeRefused(each));
  const counting =
    unscoped !== undefined && scoped.every(({ triedAt }) => triedAt <= unscoped.triedAt)
      ? [...scoped, unscoped]
      : scoped;
  const ages = counting.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  return {
    asOf: ages.length === 0 ? null : Math.min(...ages),
    triedAt: lists.length === 0 ? null : Math.max(...lists.map(({ triedAt }) => triedAt)),
    // If the first list isn't available, Amazon isn't asked for the others.
    isUnavailable: counting.some(({ list, outcome }) => list !== 'inherited' && outcome === 'unavailable'),
    problems: oneForEachReason(counting.filter(({ outcome }) => outcome !== 'complete')),
  };
}

const isScopeRefused = ({ outcome, error }: MemberList): boolean =>
  outcome === 'unavailable' && error?.code === 'BAD_REQUEST';

function oneForEachReason(lists: readonly MemberList[]): readonly MemberList[] {
  const reasons = new Map<string, MemberList>();
  for (const list of lists) {
    const reason = JSON.stringify([list.outcome, list.error?.message]);
    if (!reasons.has(reason)) reasons.set(reason, list);
  }
  return [...reasons.values()];
}
