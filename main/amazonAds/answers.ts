import { z } from 'zod';

/** An invitation as Amazon tells it, with everything it may leave out as undefined. Times are ms since 1970. */
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

/** A list's entries: those that could be read, and how many could not because they name no id. */
export interface Entries<T> {
  readonly entries: T[];
  readonly unreadable: number;
}

/** A text that may be missing; an empty one, or what is no text, counts as missing. */
export const text = z
  .string()
  .optional()
  .catch(undefined)
  .transform((value) => (value === '' ? undefined : value));

/** An id: without one an entry cannot be told apart from others. */
export const id = z.string().min(1);

/**
 * Amazon's timestamps are numbers without a stated unit, most likely seconds with a fraction (amazon-contract §2).
 * Above 1e11 (in seconds: the year 5138) it is milliseconds.
 */
const timestamp = z
  .number()
  .transform((value) => Math.round(value > 1e11 ? value : value * 1000))
  .optional()
  .catch(undefined);

/** UserInvitation of the OpenAPI document: nothing in it is required there; here the id is. */
export const invitation = z
  .looseObject({
    invitationId: id,
    user: z.looseObject({ emailAddress: text, userName: text }).optional().catch(undefined),
    permissionSet: z
      .looseObject({ role: z.looseObject({ name: text }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
    createdBy: text,
    createdAt: timestamp,
    expiration: timestamp,
  })
  .transform((told): AdsInvitation => ({
    invitationId: told.invitationId,
    emailAddress: told.user?.emailAddress,
    userName: told.user?.userName,
    role: told.permissionSet?.role?.name,
    createdBy: told.createdBy,
    createdAt: told.createdAt,
    expiresAt: told.expiration,
  }));

/** An optional list whose entries are judged one by one with `entriesOf`. */
export const list = z.array(z.unknown()).nullish();

/** The next page's token: at the end it may be null, empty or absent (amazon-contract §8). */
export const nextToken = z
  .string()
  .nullish()
  .transform((token) => (token === null || token === '' ? undefined : token));

/** Reads each entry for itself, so that an odd one spoils no other. */
export function entriesOf<T>(
  schema: z.ZodType<T>,
  values: readonly unknown[] | null | undefined,
): Entries<T> {
  const read = (values ?? []).map((value) => schema.safeParse(value));
  const entries = read.flatMap((result) => (result.success ? [result.data] : []));
  return { entries, unreadable: read.length - entries.length };
}
