import { mailboxKey } from '../../shared/domain/invitation/person';
import type { LedgerAddress } from '../../shared/domain/person/ledgerAddress';
import { isWholeAddress, type AccountUsers, type Mask } from './refresh/evidence';

/** A user as Amazon lists it, and the certain address behind the user ID, if there is one. */
export interface ListedAs {
  readonly emailAddress: string | undefined;
  readonly certain: Pick<LedgerAddress, 'address' | 'rule'> | undefined;
}

/** Users by what is known of their addresses: who certainly has another one isn't anybody else behind a mask. */
export function identifiedUsers(users: readonly ListedAs[]): AccountUsers {
  const addresses = users.flatMap(({ emailAddress, certain }) => {
    if (certain === undefined) return emailAddress ?? [];
    return certain.rule === 'confirmed' ? [] : certain.address;
  });
  const confirmed = users.flatMap(({ certain }) => (certain?.rule === 'confirmed' ? certain.address : []));
  return accountUsers(addresses, confirmed);
}

/**
 * Users by their addresses as Amazon lists them, in full or masked.
 * @param confirmed addresses of others, as people confirmed them
 */
export function accountUsers(addresses: readonly string[], confirmed: readonly string[] = []): AccountUsers {
  const whole = new Set(addresses.filter(isWholeAddress).map(mailboxKey));
  const masks = addresses.flatMap((address) => maskOf(address) ?? []);
  return {
    has: (key) => whole.has(key),
    isConfirmed: (key) => confirmed.includes(key),
    behindMasks: (key) => masks.filter((fits) => fits(key)),
  };
}

/** Null if it hides nothing, or too much to identify anyone: it has to show part of the name and part of the domain. */
export function maskOf(address: string): Mask | null {
  const masked = address.trim().toLowerCase();
  const [name = '', domain = ''] = masked.split('@');
  if (!/[*…]/.test(masked) || !/[^*…]/.test(name) || !/[^*….]/.test(domain)) return null;
  return fitterOf(masked);
}

/** Whether a text matches this one, in which asterisks may replace any part. */
export const fitsMask = (text: string, masked: string): boolean => fitterOf(masked)(text);

/** The same for many texts: the mask is taken apart once. */
export function fitterOf(masked: string): Mask {
  const parts = partsOfMask(masked);
  return parts.length === 1 ? (text) => text === masked : (text) => hasInOrder(text, parts);
}

/** What a mask shows, in order, without the asterisks; the text itself if it has none. */
export const partsOfMask = (masked: string): readonly string[] => masked.split(/[*…]+/);

/** Whether a text begins with the first part, ends with the last, and contains the others between them in order. */
function hasInOrder(text: string, parts: readonly string[]): boolean {
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
