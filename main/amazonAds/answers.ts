import { z } from 'zod';
import { timestamp } from './timestamp';

/** An invitation as Amazon returns it, with everything that may be missing as undefined. Times are ms since 1970. */
export interface AdsInvitation {
  readonly invitationId: string;
  readonly emailAddress: string | undefined;
  readonly userName: string | undefined;
  /** As Amazon writes it. */
  readonly role: string | undefined;
  readonly createdBy: string | undefined;
  readonly createdAt: number | undefined;
  readonly expiresAt: number | undefined;
}

/** A list's entries: those that could be read, and how many couldn't because they have no ID. */
export interface Entries<T> {
  readonly entries: T[];
  readonly unreadable: number;
}

/** A text that may be missing; an empty one, or a value that isn't text, counts as missing. */
export const text = z
  .string()
  .optional()
  .catch(undefined)
  .transform((value) => (value === '' ? undefined : value));

/** An ID: without one an entry can't be identified. */
export const id = z.string().min(1);

/** An ID without spaces around it: Amazon's own sample of /amc/accounts has a trailing one (amazon-api §9). */
export const trimmedId = z.string().trim().min(1);

/** A role's name as Amazon writes it: in invitations `{name}`, in user operations a text alone (amazon-api §1). */
export const roleName = z
  .union([z.string(), z.looseObject({ name: text }).transform(({ name }) => name)])
  .optional()
  .catch(undefined)
  .transform((name) => name?.trim())
  .pipe(text);

/** UserInvitation of the OpenAPI document, in which nothing is required; here the ID is. */
export const invitation = z
  .looseObject({
    invitationId: id,
    user: z.looseObject({ emailAddress: text, userName: text }).optional().catch(undefined),
    permissionSet: z.looseObject({ role: roleName }).optional().catch(undefined),
    createdBy: text,
    createdAt: timestamp,
    expiration: timestamp,
  })
  .transform((answered): AdsInvitation => ({
    invitationId: answered.invitationId,
    emailAddress: answered.user?.emailAddress,
    userName: answered.user?.userName,
    role: answered.permissionSet?.role,
    createdBy: answered.createdBy,
    createdAt: answered.createdAt,
    expiresAt: answered.expiration,
  }));

/**
 * A list whose entries are validated one by one with `entriesOf`. Its key must be there, with an array or null: an answer without
 * it is an error, or something else entirely, and not an empty list.
 */
export const list = z.array(z.unknown()).nullable();

/** The next page's token; at the end it may be null, empty or absent (amazon-api §8). */
export const nextToken = z
  .string()
  .nullish()
  .transform((token) => (token === null || token === '' ? undefined : token));

/** Reads each entry separately, so that an odd one doesn't spoil the others. */
export function entriesOf<T>(
  schema: z.ZodType<T>,
  values: readonly unknown[] | null | undefined,
): Entries<T> {
  const read = (values ?? []).map((value) => schema.safeParse(value));
  const entries = read.flatMap((result) => (result.success ? [result.data] : []));
  return { entries, unreadable: read.length - entries.length };
}
