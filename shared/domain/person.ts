import { z } from 'zod';

/** An e-mail address as people type it: trimmed, at most 254 characters (RFC 5321). Its case is kept. */
export const emailAddress = z
  .string()
  .trim()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email({ error: 'This is not an e-mail address. Write it like name@example.com.' }));

export const personName = z
  .string()
  .trim()
  .min(1, 'Enter the person’s name. Amazon requires one.')
  .max(120, 'A name has at most 120 characters.');

/** The form of an address to compare and group by: two addresses name one mailbox when they differ in case only. */
export const mailboxKey = (address: string): string => address.trim().toLowerCase();
