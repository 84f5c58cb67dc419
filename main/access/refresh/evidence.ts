import type { Evidence, InvitationState } from '../../../shared/domain/invitation/invitation';
import { isEmailAddress, mailboxKey } from '../../../shared/domain/invitation/person';

/** What the store holds about an invitation, as far as conclusions need it. Times are ms since 1970. */
export interface Known {
  readonly state: InvitationState;
  readonly evidence: Evidence | null;
  readonly stateChangedAt: number;
  /** When the latest reading that named it began; null before the first. */
  readonly lastSeenAt: number | null;
  readonly expiresAt: number | null;
}

/**
 * For how long after a change Amazon's list may still show what was before it, in ms: it is not documented that a
 * list shows a change at once (amazon-api §8).
 */
const settlingMs = 60_000;

/**
 * For how long after its end an invitation may still be pending, in ms: clocks differ, and Amazon's list and its answer
 * about one invitation need not change together.
 */
const overdueMs = 24 * 60 * 60_000;

/** For how long what was concluded from mere absence is looked at again, in ms. */
const secondLooksMs = 3 * 24 * 60 * 60_000;

/**
 * Whether a reading that names an invitation may write what it told. Not over what we learned after the reading
 * began, and not over our own fresh revocation, which Amazon's list may not show yet.
 */
export function mayWriteNamed(known: Known, readingBeganAt: number): boolean {
  if (isOlderThan(known, readingBeganAt)) return false;
  return known.state !== 'revoked' || readingBeganAt - known.stateChangedAt >= settlingMs;
}

/**
 * Whether it needs explaining that a complete reading does not name an invitation. Only a pending one does. One that no
 * reading has named yet is given time to appear.
 */
export function isMissing(known: Known, readingBeganAt: number): boolean {
  if (known.state !== 'pending' || isOlderThan(known, readingBeganAt)) return false;
  return known.lastSeenAt !== null || readingBeganAt - known.stateChangedAt >= settlingMs;
}

/**
 * Whether an ended invitation is looked at again that a complete reading does not name: that its person was no user when
 * it went may only say that Amazon's list of users lagged behind. After some days it stays as it is.
 */
export function isDoubtful(known: Known, readingBeganAt: number): boolean {
  if (known.state === 'pending' || isOlderThan(known, readingBeganAt)) return false;
  const byAbsence = known.evidence === 'absence' || known.evidence === 'expiry';
  return byAbsence && readingBeganAt - known.stateChangedAt < secondLooksMs;
}

/** Who has access to an account, as far as Amazon shows their addresses (amazon-api §3); see accountUsers.ts. */
export interface AccountUsers {
  /** By whole address, as `mailboxKey` has it. */
  has(key: string): boolean;
  /** Those whose masked address can be this one. */
  behindMasks(key: string): readonly Mask[];
}

/** Whether a masked address can be this one, as `mailboxKey` has it. */
export type Mask = (key: string) => boolean;

/** What else Amazon told about an invitation that its list does not name any more. */
export interface Clues {
  /** How Amazon calls its state when asked for it alone; null where it does not tell. */
  readonly amazonState: string | null;
  /** The account's users; null where Amazon does not tell. */
  readonly users: AccountUsers | null;
  /**
   * The addresses (as `mailboxKey` has them) of all invitations to the account that one of its users may have accepted,
   * this one among them.
   */
  readonly candidates: readonly string[];
}

export interface Conclusion {
  readonly state: InvitationState;
  readonly evidence: Evidence;
}

/**
 * What became of a missing invitation: the first rule that holds.
 *
 * Amazon's own word says most, but for one: that it is pending is not believed of one that Amazon's list lacks and whose
 * end is long past. Believed, it would be pending for ever, and asked about with every reading. Resent elsewhere it would
 * have a new end, which the list or the answer itself tells.
 *
 * Then its person is looked for among the users. A mask is one person: where it fits the address of another invitation
 * too, it may be that one's. Whoever may be a user now has perhaps accepted in time, so that an invitation has expired is
 * only said where the users were read and nobody fits.
 * Whether its person was a user before the invitation is not told (amazon-api §3).
 * @param expiresAt the end by Amazon's latest word
 * @param at when the list was read, ms since 1970
 */
export function concludeMissing(
  { emailAddress, expiresAt }: { readonly emailAddress: string; readonly expiresAt: number | null },
  { amazonState, users, candidates }: Clues,
  at: number,
): Conclusion {
  const conclusion = concludeByState(amazonState, expiresAt, at);
  if (conclusion !== null) return conclusion;
  const key = mailboxKey(emailAddress);
  if (users?.has(key) === true) return { state: 'accepted', evidence: 'user' };
  const masks = users?.behindMasks(key) ?? [];
  const [mask] = masks;
  if (mask !== undefined && masks.length === 1 && candidates.filter(mask).length === 1) {
    return { state: 'accepted', evidence: 'maskedUser' };
  }
  const isOver = expiresAt !== null && expiresAt <= at;
  if (isOver && users !== null && masks.length === 0) return { state: 'lapsed', evidence: 'expiry' };
  return { state: 'gone', evidence: 'absence' };
}

/** What follows from Amazon's own word alone; null where that does not settle it. See `concludeMissing`. */
export function concludeByState(
  amazonState: string | null,
  expiresAt: number | null,
  at: number,
): Conclusion | null {
  const state = stateOfText(amazonState);
  const overdue = expiresAt !== null && expiresAt + overdueMs <= at;
  return state === null || (state === 'pending' && overdue) ? null : { state, evidence: 'amazon' };
}

/** The state that Amazon's own word for it means; null where it tells nothing. */
export const stateOfText = (text: string | null | undefined): InvitationState | null =>
  statesByText[text?.toUpperCase() ?? ''] ?? null;

/** Amazon publishes no list of states (amazon-api §2): these are the likely words. Any other one tells nothing. */
const statesByText: Readonly<Partial<Record<string, InvitationState>>> = {
  PENDING: 'pending',
  RESENT: 'pending',
  REDEEMED: 'accepted',
  ACCEPTED: 'accepted',
  REVOKED: 'revoked',
  EXPIRED: 'lapsed',
};

/** Amazon masks addresses in other lists and may do so here (amazon-api §3, §8). */
export const isWholeAddress = (address: string | undefined): address is string =>
  address !== undefined && !/[*…]/.test(address) && isEmailAddress(address);

/** The reading began before what we know was learned, so it may be out of date. */
const isOlderThan = (known: Known, readingBeganAt: number): boolean =>
  known.stateChangedAt > readingBeganAt || (known.lastSeenAt ?? 0) > readingBeganAt;
