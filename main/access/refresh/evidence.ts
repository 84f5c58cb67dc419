import type { Evidence, InvitationState } from '../../../shared/domain/invitation/invitation';
import { isEmailAddress, mailboxKey } from '../../../shared/domain/invitation/person';

/** What the store knows about an invitation, as far as conclusions need it. Times are ms since 1970. */
export interface Known {
  readonly state: InvitationState;
  readonly evidence: Evidence | null;
  readonly stateChangedAt: number;
  /** When the latest reading that included it began; null before the first. */
  readonly lastSeenAt: number | null;
  readonly expiresAt: number | null;
}

/**
 * How long after a change Amazon's list may still show the old state, in ms: no document says that a list shows a change
 * immediately (amazon-api §8).
 */
const settlingMs = 60_000;

/**
 * How long after its expiry an invitation may still be pending, in ms: clocks differ, and Amazon's list and its answer about one
 * invitation need not change at the same time.
 */
const overdueMs = 24 * 60 * 60_000;

/** How long a conclusion based only on absence is checked again, in ms. */
const secondLooksMs = 3 * 24 * 60 * 60_000;

/**
 * Whether a reading that includes an invitation may overwrite its state. Not what we learned after the reading began, and not our
 * own recent revocation, which Amazon's list may not show yet.
 */
export function mayWriteNamed(known: Known, readingBeganAt: number): boolean {
  if (isOlderThan(known, readingBeganAt)) return false;
  return known.state !== 'revoked' || readingBeganAt - known.stateChangedAt >= settlingMs;
}

/**
 * Whether an invitation's absence from a complete reading needs an explanation. Only that of a pending one does. One that no
 * reading has included yet gets time to appear.
 */
export function isMissing(known: Known, readingBeganAt: number): boolean {
  if (known.state !== 'pending' || isOlderThan(known, readingBeganAt)) return false;
  return known.lastSeenAt !== null || readingBeganAt - known.stateChangedAt >= settlingMs;
}

/**
 * Whether to check an ended invitation again that is missing from a complete reading: its person not being a user when it
 * disappeared may only mean that Amazon's list of users lagged. After some days the conclusion is final.
 */
export function isDoubtful(known: Known, readingBeganAt: number): boolean {
  if (known.state === 'pending' || isOlderThan(known, readingBeganAt)) return false;
  return isByAbsence(known.evidence) && readingBeganAt - known.stateChangedAt < secondLooksMs;
}

/**
 * Whether a later reading that lacks an invitation may need an explanation, or check one again: otherwise its absence from this
 * reading and all later ones means nothing.
 */
export const absenceMatters = ({ state, evidence, stateChangedAt }: Known, readingBeganAt: number): boolean =>
  state === 'pending' || (isByAbsence(evidence) && readingBeganAt - stateChangedAt < secondLooksMs);

const isByAbsence = (evidence: Evidence | null): boolean => evidence === 'absence' || evidence === 'expiry';

/** Who has access to an account, as far as Amazon shows their addresses (amazon-api §3); see accountUsers.ts. */
export interface AccountUsers {
  /** By full address, in the form of `mailboxKey`. */
  has(key: string): boolean;
  /** Whether a person confirmed that one of them has this address, in the same form. */
  isConfirmed(key: string): boolean;
  /** Those whose masked address matches this one. */
  behindMasks(key: string): readonly Mask[];
}

/** Whether a masked address matches this one, in the form of `mailboxKey`. */
export type Mask = (key: string) => boolean;

/** What else Amazon showed about an invitation that its list no longer includes. */
export interface Clues {
  /** Amazon's name of its state when asked about this one invitation; null if Amazon doesn't say. */
  readonly amazonState: string | null;
  /** The account's users; null if Amazon doesn't list them. */
  readonly users: AccountUsers | null;
  /**
   * The addresses (in the form of `mailboxKey`) of all invitations to the account that one of its users may have accepted,
   * including this one.
   */
  readonly candidates: readonly string[];
}

export interface Conclusion {
  readonly state: InvitationState;
  readonly evidence: Evidence;
}

/**
 * What happened to a missing invitation: the first rule that applies.
 *
 * Amazon's own answer counts most, with one exception: "pending" isn't believed for an invitation that Amazon's list lacks and
 * that expired long ago. Otherwise it would stay pending forever and be asked about with every reading. If it had been resent
 * elsewhere, the list or the answer would show a new expiry.
 *
 * Next, its person is looked up among the users, whom the identity ledger may know better than the list shows. A mask stands for one person: if it also matches the address of another
 * invitation, it may be that person. A person who may be a user now may have accepted in time, so an invitation counts as expired
 * only if the users were read and nobody matches. Whether the person was a user before the invitation isn't known (amazon-api
 * §3).
 * @param expiresAt the expiry by Amazon's latest answer
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
  // Amazon shows only a mask, and what a person confirmed can be undone.
  if (users?.isConfirmed(key) === true) return { state: 'accepted', evidence: 'maskedUser' };
  const masks = users?.behindMasks(key) ?? [];
  const [mask] = masks;
  if (mask !== undefined && masks.length === 1 && candidates.filter(mask).length === 1) {
    return { state: 'accepted', evidence: 'maskedUser' };
  }
  const isOver = expiresAt !== null && expiresAt <= at;
  if (isOver && users !== null && masks.length === 0) return { state: 'lapsed', evidence: 'expiry' };
  return { state: 'gone', evidence: 'absence' };
}

/** What follows from Amazon's own answer alone; null if that doesn't settle it. See `concludeMissing`. */
export function concludeByState(
  amazonState: string | null,
  expiresAt: number | null,
  at: number,
): Conclusion | null {
  const state = stateOfText(amazonState);
  const overdue = expiresAt !== null && expiresAt + overdueMs <= at;
  return state === null || (state === 'pending' && overdue) ? null : { state, evidence: 'amazon' };
}

/** The state that Amazon's text means; null if unknown. */
export const stateOfText = (text: string | null | undefined): InvitationState | null =>
  statesByText[text?.toUpperCase() ?? ''] ?? null;

/** Amazon publishes no list of states (amazon-api §2): these are the likely ones. Any other is ignored. */
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

/** The reading began before we learned what we know, so it may be outdated. */
const isOlderThan = (known: Known, readingBeganAt: number): boolean =>
  known.stateChangedAt > readingBeganAt || (known.lastSeenAt ?? 0) > readingBeganAt;
