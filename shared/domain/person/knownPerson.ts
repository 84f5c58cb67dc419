import { z } from 'zod';
import { accountRef } from '../account/account';
import { shownPlan } from '../account/instanceAccess';
import { rowState } from '../batch/rowState';
import { invitation } from '../invitation/invitation';
import { unseenInvitation } from '../team/colleagueInvitation';
import { memberPersonRef } from './memberPerson';
import { memberScope } from '../member/member';
import { runKinds } from '../outbox/run';
import { confidence, identityRule, ledgerAddress } from './ledgerAddress';

/** Somebody whom an account's list of members shows, and who may be the person. Times are ms since 1970. */
export const personMember = z.object({
  userId: z.string(),
  /** As Amazon lists it. */
  maskedEmail: z.string(),
  /** How certain it is that this is the person. */
  confidence: confidence.exclude(['none']),
  /** Why; null if only the mask fits, as it may for others. */
  rule: identityRule.nullable(),
  scope: memberScope,
  role: z.string().nullable(),
  sinceAt: z.number(),
  isSinceKnown: z.boolean(),
});
export type PersonMember = z.infer<typeof personMember>;

/** An invitation of the person, with what is planned for them there while it is pending; null: nothing. */
export const personInvitation = invitation.extend({ plan: shownPlan.nullable() });
export type PersonInvitation = z.infer<typeof personInvitation>;

/** What is known about one address in one account. */
export const personAccess = z.object({
  /** The account through a connection that reaches it; null if none does anymore. */
  account: accountRef.nullable(),
  realm: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** The newest first. */
  invitations: z.array(personInvitation),
  members: z.array(personMember),
  /** What colleagues invited the address to there, as far as this computer's own readings don't account for it. */
  byColleagues: z.array(unseenInvitation),
});
export type PersonAccess = z.infer<typeof personAccess>;

/** A row of a batch in which the address stands. */
export const personRow = z.object({
  batchId: z.string(),
  batchName: z.string(),
  rowId: z.string(),
  /** What stands in the row's cells. */
  accountText: z.string(),
  role: z.string(),
  note: z.string(),
  sourceFile: z.string().nullable(),
  sourceRow: z.number().nullable(),
  state: rowState,
});
export type PersonRow = z.infer<typeof personRow>;

/** Somebody found by a few letters. */
export const foundPerson = z.object({ emailAddress: z.string(), userName: z.string() });
export type FoundPerson = z.infer<typeof foundPerson>;

/** A user ID found by a few letters of it, of its email as Amazon lists it, or of the address behind it. */
export const foundMember = memberPersonRef.extend({
  maskedEmail: z.string(),
  /** Null if none is certain or probable. */
  ledgerAddress: ledgerAddress.nullable(),
  /** In how many accounts it has access. */
  accounts: z.number(),
});
export type FoundMember = z.infer<typeof foundMember>;

export const foundBatch = z.object({ batchId: z.string(), name: z.string() });
export type FoundBatch = z.infer<typeof foundBatch>;

/** A run by what it was asked to do. */
export const foundRun = z.object({
  runId: z.number(),
  kind: z.enum(runKinds),
  /** ms since 1970. */
  createdAt: z.number(),
  total: z.number(),
  accounts: z.number(),
  /** The name of its only account; null where there are several. */
  accountName: z.string().nullable(),
  /** The batch whose rows it sends, as it was called then; null where it sends none. */
  batchName: z.string().nullable(),
});
export type FoundRun = z.infer<typeof foundRun>;
