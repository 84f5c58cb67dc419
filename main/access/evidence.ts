import { isEmailAddress, mailboxKey } from '../../shared/domain/person';
import type { Evidence, InvitationState } from '../../shared/domain/invitation';

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
 * Whether it needs explaining that a complete reading does not name an invitation. Only a pending one does. One that no
 * reading has named yet is given time to appear.
 */
export function isMissing(known: Known, readingBeganAt: number): boolean {
  if (known.state !== 'pending' || isOlderThan(known, readingBeganAt)) return false;
  return known.lastSeenAt !== null || readingBeganAt - known.stateChangedAt >= settlingMs;
}

/** What else Amazon told about an invitation that its list does not name any more. */
export interface Clues {
  /** How Amazon calls its state when asked for it alone; null where it does not tell. */
  readonly amazonsWord: string | null;
  /** The addresses of the account's users, as Amazon lists them; null where it does not tell. */
  readonly users: readonly string[] | null;
}

export interface Conclusion {
  readonly state: InvitationState;
  readonly evidence: Evidence;
}

/**
 * What became of a missing invitation: the first rule that holds. That its two weeks are over says less than that its
 * person, by the whole address, is a user now; but more than that somebody behind a mask is.
 * @param at when the list was read, ms since 1970
 */
export function concludeMissing(
  { emailAddress, expiresAt }: { readonly emailAddress: string; readonly expiresAt: number | null },
  { amazonsWord, users }: Clues,
  at: number,
): Conclusion {
  const told = stateOfWord(amazonsWord);
  if (told !== null) return { state: told, evidence: 'amazon' };
  const key = mailboxKey(emailAddress);
  if (users?.some((user) => isWholeAddress(user) && mailboxKey(user) === key) === true) {
    return { state: 'accepted', evidence: 'user' };
  }
  if (expiresAt !== null && expiresAt <= at) return { state: 'lapsed', evidence: 'expiry' };
  if (users?.filter((user) => isMaskOf(user, key)).length === 1) {
    return { state: 'accepted', evidence: 'maskedUser' };
  }
  return { state: 'gone', evidence: 'absence' };
}

/** The state that Amazon's own word for it means; null where it tells nothing. */
export const stateOfWord = (word: string | null | undefined): InvitationState | null =>
  statesByWord[word?.toUpperCase() ?? ''] ?? null;

/** Amazon publishes no list of states (amazon-contract §2): these are the likely words. Any other one tells nothing. */
const statesByWord: Readonly<Partial<Record<string, InvitationState>>> = {
  PENDING: 'pending',
  RESENT: 'pending',
  REDEEMED: 'accepted',
  ACCEPTED: 'accepted',
  REVOKED: 'revoked',
  EXPIRED: 'lapsed',
};

/** Whether a masked address can be this one, and shows enough of it to say so: a part of the name and a part of the domain. */
export function isMaskOf(mask: string, address: string): boolean {
  const [name = '', domain = ''] = mask.trim().toLowerCase().split('@');
  if (!/[*…]/.test(mask) || !/[^*…]/.test(name) || !/[^*….]/.test(domain)) return false;
  return hasInOrder(address, mask.trim().toLowerCase().split(/[*…]+/));
}

/** Whether a text begins with the first part, ends with the last, and has the others between them in order. */
function hasInOrder(text: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined || !text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** Amazon masks addresses in other lists and may do so here (amazon-contract §3, §8). */
export const isWholeAddress = (address: string | undefined): address is string =>
  address !== undefined && !/[*…]/.test(address) && isEmailAddress(address);

/** The reading began before what we know was learned, so it may be out of date. */
const isOlderThan = (known: Known, readingBeganAt: number): boolean =>
  known.stateChangedAt > readingBeganAt || (known.lastSeenAt ?? 0) > readingBeganAt;
