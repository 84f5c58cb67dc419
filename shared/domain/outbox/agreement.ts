import { z } from 'zod';
import { readNumber } from '../../text/formats';
import { accountRef } from '../account/account';
import type { Settings } from '../settings';

/**
 * What a person saw before agreeing to a bulk change: it is sent with the command, and main compares it with what it is about to
 * record.
 */
export const agreement = z.strictObject({
  /** SHA-256 (hex) over every single change: account, connection, kind, address, name, role, invitation. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  total: z.number().int().min(0),
  /** How many of them are for admins. */
  admins: z.number().int().min(0),
  /** Whether Amazon emails the people; null if the command itself says so. */
  notify: z.boolean().nullable(),
  /** The batch's revision; null if no batch is sent. */
  revision: z.number().int().nullable(),
  /** By account, in a fixed order. */
  accounts: z
    .array(
      z.strictObject({
        account: accountRef,
        accountName: z.string(),
        total: z.number().int().min(0),
        admins: z.number().int().min(0),
      }),
    )
    .max(20_000),
});
export type Agreement = z.infer<typeof agreement>;

/** Why something wasn't done: it no longer matches what the person agreed to. */
export const difference = z.object({
  /** What it would be now. Agreeing to this allows it. */
  now: agreement,
  /** How many changes are new, gone or different; null if no longer known. */
  changed: z.number().nullable(),
});
export type Difference = z.infer<typeof difference>;

/** Bulk changes of at least this many, or with this many admins, require the number typed; 0: never. */
export type TypingRule = Pick<Settings, 'typeNumberFromInvitations' | 'typeNumberFromAdmins'>;

/** The number that has to be typed to agree to this; null if none is required. */
export function numberToType(
  { total, admins }: Pick<Agreement, 'total' | 'admins'>,
  { typeNumberFromInvitations, typeNumberFromAdmins }: TypingRule,
): number | null {
  const isLarge =
    (typeNumberFromInvitations > 0 && total >= typeNumberFromInvitations) ||
    (typeNumberFromAdmins > 0 && admins >= typeNumberFromAdmins);
  return isLarge ? total : null;
}

/** Whether a text is this number, with or without separators: 1200, 1,200, 1.200 and 1 200 are the same. */
export const isTyped = (number: number, text: string | undefined): boolean =>
  text !== undefined && readNumber(text) === number;
