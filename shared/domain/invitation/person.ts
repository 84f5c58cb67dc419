import { z } from 'zod';
import { addressFault, faultSentence } from '../../people/addressFault';
import { fitsAddress } from '../../people/addressPattern';
import { visibleText } from '../../people/characters';

/** An email address as people type it: trimmed, at most 254 characters, case preserved. A refusal gives its reason. */
export const emailAddress = z
  .string()
  .trim()
  .superRefine((text, { addIssue }) => {
    const fault = addressFault(text);
    if (fault !== null) addIssue({ code: 'custom', message: faultSentence(fault) });
  });

/** Whether `emailAddress` accepts a text; fast enough for lists of tens of thousands. */
export const isEmailAddress = (text: string): boolean => fitsAddress(text.trim());

/** Characters. */
export const maxName = 120;

/** A person's name, on one line and without invisible characters. */
export const personName = z
  .string()
  .overwrite(visibleText)
  .min(1, 'Enter the person’s name. Amazon requires one.')
  .max(maxName, 'A name has at most 120 characters.');

/** The form of an address to compare and group by: addresses that differ only in case are the same mailbox. */
export const mailboxKey = (address: string): string => address.trim().toLowerCase();
