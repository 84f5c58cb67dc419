import type { ListAges, MemberListing, MemberState, Seen } from '../memberState';

/** What is stored about an account's members when listings arrive. */
interface Stored {
  readonly members: readonly MemberState[];
  readonly ages: ListAges;
  readonly listings: readonly MemberListing[];
}

/**
 * What is stored, as listings that arrive now are compared with it. Times later than now come from a clock that was ahead: they
 * count as just before the listings, so that a clock set back doesn't keep them from being applied.
 * @param now ms since 1970
 */
export function writtenBefore(
  now: number,
  { members, ages, listings }: Stored,
): Pick<Stored, 'members' | 'ages'> {
  const latest = Math.min(...listings.map(({ beganAt }) => beganAt));
  const atMost = <Time extends number | null>(time: Time): Time | number =>
    time !== null && time > now ? latest : time;
  const clipped = (times: ListAges | Seen): ListAges => ({
    direct: atMost(times.direct),
    inherited: atMost(times.inherited),
    unscoped: atMost(times.unscoped),
  });
  return {
    ages: clipped(ages),
    members: members.map((member) => ({
      ...member,
      seen: clipped(member.seen),
      removedAt: atMost(member.removedAt),
    })),
  };
}
