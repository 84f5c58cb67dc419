import { z } from 'zod';
import { addressFault, faultSentence } from '../../people/addressFault';
import { fitsAddress } from '../../people/addressPattern';
import { visibleText } from '../../people/characters';

/** An email address as people type it: trimmed, at most 254 characters. Its case is kept. A refusal says its reason. */
export const emailAddress = z
  .string()
  .trim()
  .superRefine((text, { addIssue }) => {
    const fault = addressFault(text);
    if (fault !== null) addIssue({ code: 'custom', message: faultSentence(fault) });
  });

/** Whether `emailAddress` takes a text, for lists of tens of thousands. */
export const isEmailAddress = (text: string): boolean => fitsAddress(text.trim());

/** Characters. */
export const maxName = 120;

/** A person's name, in one line and without what can't be seen. */
export const personName = z
  .string()
  .overwrite(visibleText)
  .min(1, 'Enter the person’s name. Amazon requires one.')
  .max(maxName, 'A name has at most 120 characters.');

/** The form of an address to compare and group by: two addresses name one mailbox when they differ in case only. */
export const mailboxKey = (address: string): string => address.trim().toLowerCase();
