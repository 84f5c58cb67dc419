import { z } from 'zod';

/** RFC 5321. */
const longestAddress = 254;
const addressPattern = z.regexes.email;

/** An e-mail address as people type it: trimmed, at most 254 characters. Its case is kept. */
export const emailAddress = z
  .string()
  .trim()
  .max(longestAddress, 'An e-mail address has at most 254 characters.')
  .pipe(
    z.email({
      pattern: addressPattern,
      error: 'This is not an e-mail address. Write it like name@example.com.',
    }),
  );

/** Whether `emailAddress` takes a text, for lists of tens of thousands: in a fifth of the time. */
export function isEmailAddress(text: string): boolean {
  const address = text.trim();
  return address.length <= longestAddress && addressPattern.test(address);
}

export const personName = z
  .string()
  .trim()
  .min(1, 'Enter the person’s name. Amazon requires one.')
  .max(120, 'A name has at most 120 characters.');

/** The form of an address to compare and group by: two addresses name one mailbox when they differ in case only. */
export const mailboxKey = (address: string): string => address.trim().toLowerCase();
