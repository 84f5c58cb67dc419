import { z } from 'zod';
import { confidence, identityRule } from './ledgerAddress';
import { accountMember, memberPersonRef } from './memberPerson';

/** The directories whose exports are recognized. */
const directorySources = ['entra', 'microsoft365', 'googleWorkspace', 'okta', 'slack'] as const;
export const directorySource = z.enum(directorySources);
export type DirectorySource = z.infer<typeof directorySource>;

/**
 * Why rows of a directory file weren't taken: they stand above the headers, have no address, have something else where the address
 * should be, or name only addresses that an earlier row has.
 */
const directoryLeftOut = z.object({
  reason: z.enum(['aboveHeader', 'noAddress', 'notAnAddress', 'duplicate']),
  count: z.number(),
});
export type DirectoryLeftOut = z.infer<typeof directoryLeftOut>;

/** The directory file that was imported last. */
export const directoryFile = z.object({
  fileName: z.string(),
  source: directorySource,
  /** ms since 1970. */
  importedAt: z.number(),
  /** How many people were taken from it. */
  people: z.number(),
  /** How many of them are not active, such as suspended ones. */
  inactive: z.number(),
  leftOut: z.array(directoryLeftOut),
});
export type DirectoryFile = z.infer<typeof directoryFile>;

/** Somebody with access whose address isn't in the directory file, or isn't active in it. */
export const orphan = memberPersonRef.extend({
  /** In lower case. */
  address: z.string(),
  /** As the directory file has it; empty if the address isn't in it. */
  name: z.string(),
  /** How certain it is that the address is this person's. */
  confidence: confidence.extract(['certain', 'probable']),
  rule: identityRule,
  why: z.enum(['notInFile', 'notActive']),
  /** Whether the file has any address of the same domain; others may belong to another organization. */
  isDomainInFile: z.boolean(),
  /** The accounts to which the person has access, by name. */
  accounts: z.array(accountMember),
});
export type Orphan = z.infer<typeof orphan>;
