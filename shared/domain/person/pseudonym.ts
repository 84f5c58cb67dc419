/** Reserved: no mail goes there (RFC 2606). */
const domain = 'erased.invalid';

/** Who somebody is after their data was erased. The number comes from a counter, so nothing leads back to the person. */
export interface Pseudonym {
  /** "Erased person 3". */
  readonly name: string;
  readonly address: string;
}

/** @param number of the erasure, from 1 */
export const pseudonymOf = (number: number): Pseudonym => ({
  name: `Erased person ${String(number)}`,
  address: `erased-${String(number)}@${domain}`,
});

/** The user ID or invitation ID that stands in place of a person's one; a person may have several. @param index from 0 */
export const erasedId = (number: number, index: number): string =>
  `erased-${String(number)}${index === 0 ? '' : `-${String(index + 1)}`}`;

/** Whether an address stands in place of an erased one. Nothing is sent to it. */
export const isErasedAddress = (address: string): boolean =>
  address.trim().toLowerCase().endsWith(`@${domain}`);

/** Whether a user ID or invitation ID stands in place of an erased one. */
export const isErasedId = (id: string): boolean => /^erased-\d+(-\d+)?$/.test(id);
