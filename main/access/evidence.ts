import { emailAddress } from '../../shared/domain/person';
import type { InvitationState } from '../../shared/domain/invitation';

/** What the store holds about an invitation, as far as conclusions need it. Times are ms since 1970. */
export interface Known {
  readonly state: InvitationState;
  readonly stateChangedAt: number;
  /** When the latest reading that named it began; null before the first. */
  readonly lastSeenAt: number | null;
  readonly expiresAt: number | null;
}

/**
 * For how long after a change Amazon's list may still show what was before it, in ms: it is not documented that a
 * list shows a change at once (amazon-contract §8).
 */
const settlingMs = 60_000;

/**
 * Whether a reading that names an invitation may write what it told. Not over what we learned after the reading
 * began, and not over our own fresh revocation, which Amazon's list may not show yet.
 */
export function mayWriteNamed(known: Known, readingBeganAt: number): boolean {
  if (isOlderThan(known, readingBeganAt)) return false;
  return known.state !== 'revoked' || readingBeganAt - known.stateChangedAt >= settlingMs;
}

/**
 * The state to conclude when a complete reading does not name an invitation. Only a pending one changes: past its
 * two weeks it lapsed, else it is gone, for a reason Amazon does not tell. One that no reading has named yet is
 * given time to appear.
 */
export function stateWhenNotNamed(known: Known, readingBeganAt: number): InvitationState {
  if (known.state !== 'pending' || isOlderThan(known, readingBeganAt)) return known.state;
  if (known.lastSeenAt === null && readingBeganAt - known.stateChangedAt < settlingMs) return known.state;
  return known.expiresAt !== null && known.expiresAt <= readingBeganAt ? 'lapsed' : 'gone';
}

/** Amazon masks addresses in other lists and may do so here (amazon-contract §3, §8). */
export const isWholeAddress = (address: string | undefined): address is string =>
  address !== undefined && !/[*…]/.test(address) && emailAddress.safeParse(address).success;

/** The reading began before what we know was learned, so it may be out of date. */
const isOlderThan = (known: Known, readingBeganAt: number): boolean =>
  known.stateChangedAt > readingBeganAt || (known.lastSeenAt ?? 0) > readingBeganAt;
