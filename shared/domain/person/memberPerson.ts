import { z } from 'zod';
import { accountRef } from '../account/account';
import { member } from '../member/member';
import { ledgerAddress } from './ledgerAddress';

/**
 * A user ID in a realm. Amazon doesn't document whether a person has the same user ID in all accounts, so one person may have
 * several.
 */
export const memberPersonRef = z.object({
  realm: z.string().min(1).max(100),
  userId: z.string().min(1).max(400),
});
export type MemberPersonRef = z.infer<typeof memberPersonRef>;

export const memberPersonKey = ({ realm, userId }: MemberPersonRef): string =>
  JSON.stringify([realm, userId]);

/** Everything listed under one user ID in the accounts that a connection reaches. Numbers count accounts. */
export const memberPerson = memberPersonRef.extend({
  /** As Amazon listed it last, usually masked; empty if it lists none. */
  maskedEmail: z.string(),
  /** The address behind the user ID; null if none is certain or probable. */
  ledgerAddress: ledgerAddress.nullable(),
  accounts: z.number(),
  /** Accounts by direct role. An account in which the member has several roles counts for each. */
  admins: z.number(),
  viewers: z.number(),
  /** Any other role that Amazon shows. */
  otherRoles: z.number(),
  /** Direct or unknown access whose role isn't known. */
  unknownRoles: z.number(),
  /** Accounts with access through a manager account alone, where Amazon shows no role. */
  inherited: z.number(),
  /** When the newest access was first seen, in ms since 1970. */
  latestSinceAt: z.number(),
  /** Whether an earlier list shows that it began about then. */
  isLatestSinceKnown: z.boolean(),
  /** When the oldest of the latest lists with this user ID was read, in ms since 1970. */
  lastSeenAt: z.number(),
});
export type MemberPerson = z.infer<typeof memberPerson>;

/** What a user ID has, or had, in one account. */
export const accountMember = member.extend({
  /** The account through a connection that reaches it. */
  account: accountRef,
  accountName: z.string(),
});
export type AccountMember = z.infer<typeof accountMember>;

/** How much of what a list of people shows is known. Numbers count accounts that a connection reaches. */
export const peopleCoverage = z.object({
  accounts: z.number(),
  /** Those whose members were never read completely. */
  unread: z.number(),
  /** When the oldest list that counts was read, in ms since 1970; null if none was. */
  asOf: z.number().nullable(),
});
export type PeopleCoverage = z.infer<typeof peopleCoverage>;

/** What the list of everybody with access can be sorted by. */
export const peopleSort = z.enum([
  'maskedEmail',
  'userId',
  'accounts',
  'admins',
  'latestSinceAt',
  'lastSeenAt',
]);

/** How well the address behind a user ID is known; see `memberPerson`. */
export const addressCertainty = z.enum(['certain', 'probable', 'unknown']);
