import { z } from 'zod';
import { visibleText } from '../../people/characters';

/** Each of these is what a field takes, in UTF-16 code units. */
export const maxGroupName = 80;
export const maxTag = 40;
export const maxNote = 2000;
/** Of one account. */
export const maxTags = 20;

export const groupId = z.string().min(1).max(64);
export const groupName = z.string().trim().min(1).max(maxGroupName);
export const tag = z.string().trim().min(1).max(maxTag);
/** Plain text, with line breaks. */
export const note = z.string().max(maxNote);

/** A group: all accounts of one client. */
export const groupRef = z.object({ groupId: z.string(), name: z.string() });
export type GroupRef = z.infer<typeof groupRef>;

/** A group, and how many accounts with a connection it has: one that two connections reach is counted once. */
export const accountGroup = groupRef.extend({ accounts: z.number() });
export type AccountGroup = z.infer<typeof accountGroup>;

/** A group's or tag's name as it is stored: on one line, composed, without invisible characters. Empty if nothing is left. */
export const cleanLabel = (name: string): string => visibleText(name).normalize('NFC');

/** The same for names that differ only in case, in width, or in how their letters are composed. Accents differ. */
export const labelKey = (name: string): string =>
  // Upper case first: only then are "ß" and "ss" equal.
  cleanLabel(cleanLabel(name).normalize('NFKC')).toUpperCase().toLowerCase().normalize('NFC');
