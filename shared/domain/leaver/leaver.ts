import { z } from 'zod';
import { accountRef } from '../account/account';
import { invitation } from '../invitation/invitation';
import { accountMember, memberPersonRef } from '../person/memberPerson';
import { confidence, identityRule } from '../person/ledgerAddress';
import { errorBody } from '../../errorBody';

/** Who leaves: their addresses, and user IDs that are known to be theirs. */
export const leaverSubject = z.strictObject({
  emailAddresses: z.array(z.string().trim().min(1).max(254)).max(20),
  members: z.array(memberPersonRef.strict()).max(20),
});
export type LeaverSubject = z.infer<typeof leaverSubject>;

/** A member of an account who is the leaver, or may be. */
export const leaverMember = accountMember.extend({
  /** How certain it is that this is the leaver; `certain` too for a user ID that the plan was made for. */
  confidence: confidence.exclude(['none']),
  /** The rule behind it; null if only the mask fits, or the plan was made for the user ID itself. */
  rule: identityRule.nullable(),
  /** The address by which it was found; null for a user ID that the plan was made for. */
  emailAddress: z.string().nullable(),
});
export type LeaverMember = z.infer<typeof leaverMember>;

/** A pending invitation of the leaver. */
export const leaverInvitation = invitation.extend({ account: accountRef });
export type LeaverInvitation = z.infer<typeof leaverInvitation>;

/** What is missing of an account, so that nobody knows what the leaver has there. */
export const unreadAccount = z.object({
  realm: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  account: accountRef,
  /** `members`: who has access; `inherited`: who has it through a manager account; `invitations`: who is invited. */
  missing: z.array(z.enum(['members', 'inherited', 'invitations'])),
  /** Whether no connection reaches the account any longer. */
  isUnreachable: z.boolean(),
  /** Whether the connections reach it only as a viewer: only admins may see the lists. */
  isViewerOnly: z.boolean(),
  /** When what is missing was last read, in ms since 1970; null = never. */
  asOf: z.number().nullable(),
  /** Why the latest reading failed; null if it was never tried. */
  error: errorBody.nullable(),
});
export type UnreadAccount = z.infer<typeof unreadAccount>;

/** What a leaver has, as far as Amazon shows it, and where that isn't known. */
export const leaverPlan = z.object({
  names: z.array(z.string()),
  /** Direct, inherited and unknown access, by account. */
  members: z.array(leaverMember),
  invitations: z.array(leaverInvitation),
  unread: z.array(unreadAccount),
  /** How many accounts connections reach. */
  accounts: z.number(),
  /** When the oldest list that counts was read, in ms since 1970; null if none was. */
  asOf: z.number().nullable(),
});
export type LeaverPlan = z.infer<typeof leaverPlan>;

/** A removal that was started. Times are ms since 1970. */
export const leaver = z.object({
  leaverId: z.string(),
  startedAt: z.number(),
  /** As they were known then. */
  names: z.array(z.string()),
  subject: leaverSubject,
  /** Its runs, the oldest first. */
  runIds: z.array(z.number()),
});
export type Leaver = z.infer<typeof leaver>;
