import { z } from 'zod';
import { readNumber } from '../../text/formats';
import { accountRef } from '../account/account';
import { memberRef, memberRefKey } from '../member/member';
import { accountRefKey } from '../../util/accountKey';
import type { Settings } from '../settings';

/**
 * What a person saw before agreeing to a bulk change: it is sent with the command, and main compares it with what it is about to
 * record.
 */
export const agreement = z.strictObject({
  /** SHA-256 (hex) over every single change: account, connection, kind, address, name, role, invitation, member, planned instances. */
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
  /** Accounts where this changes much of the members with direct access: the number has to be typed for each. */
  shares: z
    .array(
      z.strictObject({
        account: accountRef,
        accountName: z.string(),
        /** How many members are changed. */
        total: z.number().int().min(0),
        /** How many members have direct access, as last read. */
        members: z.number().int().min(0),
      }),
    )
    .max(20_000)
    .default([]),
  /**
   * Accounts whose instances are for sponsored ads only, as long as nobody agreed to change users there: whether that means the
   * ads account too is unknown (amazon-api §9). Each has to be confirmed, once.
   */
  sponsoredAds: z
    .array(z.strictObject({ account: accountRef, accountName: z.string() }))
    .max(20_000)
    .default([]),
  /** Members who are, or may be, the signed-in person: each has to be confirmed. */
  yourself: z
    .array(memberRef.extend({ accountName: z.string(), maskedEmail: z.string() }))
    .max(20_000)
    .default([]),
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

/** What a person typed and confirmed besides the total. */
export const confirmations = {
  typedNumber: z.string().max(40).optional(),
  /** The number of changes of each account in `shares`. */
  typedShares: z
    .array(z.strictObject({ account: accountRef, typed: z.string().max(40) }))
    .max(20_000)
    .optional(),
  /** The accounts of `sponsoredAds`. */
  confirmedSponsoredAds: z.array(accountRef).max(20_000).optional(),
  /** The members of `yourself`. */
  confirmedYourself: z.array(memberRef).max(20_000).optional(),
};
export type Confirmations = z.infer<z.ZodObject<typeof confirmations>>;

/** What is still to be typed and confirmed. */
export interface MissingConfirmations {
  /** The total to type; null if it is typed, or needn't be. */
  readonly number: number | null;
  readonly shares: Agreement['shares'];
  readonly sponsoredAds: Agreement['sponsoredAds'];
  readonly yourself: Agreement['yourself'];
}

/** What a person still has to type or confirm before all of this is done. */
export function missingConfirmations(
  agreed: Pick<Agreement, 'total' | 'admins' | 'shares' | 'sponsoredAds' | 'yourself'>,
  { typedNumber, typedShares = [], confirmedSponsoredAds = [], confirmedYourself = [] }: Confirmations,
  rule: TypingRule,
): MissingConfirmations {
  const number = numberToType(agreed, rule);
  const typedOf = new Map(typedShares.map(({ account, typed }) => [accountRefKey(account), typed]));
  const confirmedAds = new Set(confirmedSponsoredAds.map(accountRefKey));
  const confirmed = new Set(confirmedYourself.map(memberRefKey));
  return {
    number: number === null || isTyped(number, typedNumber) ? null : number,
    shares: agreed.shares.filter(
      ({ account, total }) => !isTyped(total, typedOf.get(accountRefKey(account))),
    ),
    sponsoredAds: agreed.sponsoredAds.filter(({ account }) => !confirmedAds.has(accountRefKey(account))),
    yourself: agreed.yourself.filter((member) => !confirmed.has(memberRefKey(member))),
  };
}
