import { z } from 'zod';
import { accountRef } from '../account/account';
import { replacedPlans } from '../account/plannedInstances';
import { agreement } from '../outbox/agreement';
import { shownInvitation } from '../invitation/invitation';
import { shownStatuses } from '../outbox/operation';
import { rowStateCounts } from './rowState';

/** Max number of rows in a batch. */
export const maxRows = 20_000;

/** Max length of a batch's name, in characters. */
export const maxBatchName = 120;

/** The columns of a batch's grid, left to right. */
export const batchColumns = ['account', 'emailAddress', 'userName', 'role', 'note', 'instances'] as const;
export type BatchColumn = (typeof batchColumns)[number];

/** `error`: the row can't be sent. `warning`: it can be sent, but someone should look. */
const findingLevels = ['error', 'warning'] as const;

/** What a finding's one-click fix writes into the row. */
export const findingFix = z.object({
  /** The button's label, for example "Use jane@gmail.com". */
  label: z.string(),
  column: z.enum(batchColumns).nullable(),
  value: z.string().nullable(),
  /** With `account`: the connection to use. */
  account: accountRef.nullable(),
  /** True: the fix is to remove the row. */
  removesRow: z.boolean(),
});
export type FindingFix = z.infer<typeof findingFix>;

/** Findings that need nothing but the row; the grid checks them while you type. */
export const rowLocalCodes = [
  'ACCOUNT_MISSING',
  'EMAIL_MISSING',
  'EMAIL_INVALID',
  'EMAIL_LIKELY_TYPO',
  'EMAIL_UNUSUAL',
  'NAME_MISSING',
  'NAME_TOO_LONG',
  'NAME_UNLIKELY',
  'ROLE_MISSING',
  'ROLE_UNKNOWN',
  'ADMIN_NEEDS_NO_INSTANCES',
] as const;

/** The others need facts or other rows; main checks them. */
export const rowFindingCodes = [
  ...rowLocalCodes,
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_UNREACHABLE',
  'NOT_ADMIN',
  'ACCOUNT_REFUSES_CHANGES',
  'DUPLICATE_IN_BATCH',
  'ALREADY_PENDING',
  'PENDING_WITH_OTHER_ROLE',
  'ALREADY_USER',
  'MAYBE_ALREADY_USER',
  'REVOKED_BEFORE',
  'INVITED_BY_COLLEAGUE',
  'ONESELF',
  'DOMAIN_NOT_ALLOWED',
  'TOO_MANY_ADMINS',
  'ADMIN_NEEDS_NOTE',
  'INSTANCE_UNKNOWN',
  'INSTANCE_AMBIGUOUS',
  'INSTANCES_UNCHECKED',
  'PLAN_REPLACED',
  'COMMENTED',
] as const;
export type RowFindingCode = (typeof rowFindingCodes)[number];

/**
 * Those based on what Amazon or the team reported, which can change while a batch waits. An account rejecting changes isn't one: the app
 * infers that from its own calls, and nothing changed at Amazon.
 */
export const factCodes: ReadonlySet<RowFindingCode> = new Set<RowFindingCode>([
  'ACCOUNT_UNREACHABLE',
  'NOT_ADMIN',
  'ALREADY_PENDING',
  'PENDING_WITH_OTHER_ROLE',
  'ALREADY_USER',
  'MAYBE_ALREADY_USER',
  'REVOKED_BEFORE',
  'INVITED_BY_COLLEAGUE',
  'ONESELF',
  'TOO_MANY_ADMINS',
  'INSTANCE_UNKNOWN',
  'INSTANCE_AMBIGUOUS',
]);

/** One thing that a check found in a row. */
export const rowFinding = z.object({
  code: z.enum(rowFindingCodes),
  level: z.enum(findingLevels),
  /** The cell it is about. */
  column: z.enum(batchColumns),
  /** One sentence for people, with the fix. */
  message: z.string(),
  fix: findingFix.nullable(),
});
export type RowFinding = z.infer<typeof rowFinding>;

/** Where an imported row came from. */
export const rowSource = z.object({
  fileName: z.string(),
  /** As the file's own program counts rows: the first is 1. */
  rowNumber: z.number(),
  /** SHA-256 of the file, hex. */
  sha256: z.string(),
});
export type RowSource = z.infer<typeof rowSource>;

/** Max length of a cell's text. */
export const maxCellLength = 2000;
const cell = z.string().max(maxCellLength);

/** What a person writes in a row. Cells hold what was typed, right or wrong, so that nothing is lost. */
export const batchRowInput = z.strictObject({
  /** A UUID, made by the creator of the row. */
  rowId: z.string().min(8).max(64),
  /** Rows are sorted by it; any number between two others inserts a row between them. */
  position: z.number(),
  /** The selected account; null while `accountText` doesn't name a known one. */
  account: accountRef.nullable(),
  /** The text of the account cell: the account's name once selected, otherwise what was typed. */
  accountText: cell,
  emailAddress: cell,
  userName: cell,
  /** `admin`, `viewer`, or what was typed. */
  role: cell,
  note: cell,
  /** The account's instances that the person should get: names or IDs with ";" between them, or "all". Amazon isn't sent it. */
  instances: cell,
});
export type BatchRowInput = z.infer<typeof batchRowInput>;

/** A stored row. A sent row is locked; its status is its operation's. */
export const batchRow = batchRowInput.extend({
  source: rowSource.nullable(),
  /** What main's latest checks found, row-local findings included. */
  findings: z.array(rowFinding),
  operationId: z.number().nullable(),
  status: z.enum(shownStatuses).nullable(),
  /** The current state of its invitation; null if there is none, or none is known. */
  invitation: shownInvitation.nullable(),
});
export type BatchRow = z.infer<typeof batchRow>;

/** How many rows a batch has, and how many are in each state. */
export const batchCounts = rowStateCounts.extend({
  rows: z.number(),
  /** How many of the ready rows have warnings. */
  warnings: z.number(),
});
export type BatchCounts = z.infer<typeof batchCounts>;

/** One batch. Times are ms since 1970. */
export const batch = z.object({
  batchId: z.string(),
  name: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  archived: z.boolean(),
  /** True: Amazon emails the people. False: links are shared. Null: not selected yet, which blocks sending. */
  notify: z.boolean().nullable(),
  /** When its rows were last checked; null if not since the last change. */
  checkedAt: z.number().nullable(),
  /** The oldest reading of an account in it; null if one was never read. */
  factsAsOf: z.number().nullable(),
  counts: batchCounts,
});
export type Batch = z.infer<typeof batch>;

/** A row whose facts have changed since it was drafted, until a person settles it. */
export const batchConflict = z.object({
  rowId: z.string(),
  /** Findings based on facts that didn't exist when the row was drafted and haven't been kept since. */
  findings: z.array(rowFinding),
});
export type BatchConflict = z.infer<typeof batchConflict>;

/** To which instances a person of a call is to be added. */
export const plannedInCall = z.object({
  emailAddress: z.string(),
  /** The plan in full, as in a cell. */
  instances: z.string(),
  /** What happens to an earlier plan; null if there was none, or it was the same. */
  note: z.string().nullable(),
});
export type PlannedInCall = z.infer<typeof plannedInCall>;

/** What sending would do; calls nothing. */
export const dryRun = z.object({
  invitations: z.number(),
  admins: z.number(),
  calls: z.number(),
  /** Emails Amazon would send. */
  emails: z.number(),
  /** How many rows wouldn't be sent. */
  blockedRows: z.number(),
  /** The same by reason, as the grid counts them: a row with several errors counts under each. */
  blocked: z.array(z.object({ code: z.enum(rowFindingCodes), message: z.string(), rows: z.number() })),
  /** Rows already sent. */
  sent: z.number(),
  accounts: z.array(
    z.object({
      account: accountRef,
      accountName: z.string(),
      invitations: z.number(),
      admins: z.number(),
      calls: z.number(),
      /** For how many of them instances are planned. */
      planned: z.number(),
    }),
  ),
  /** For how many people instances are planned. */
  planned: z.number(),
  /** Plans that replace an earlier, different one: how many, and the first of them. */
  replacedPlans,
  /** How long sending will take at the current pace, in ms. */
  estimateMs: z.number(),
  /** All of it, for a person to agree to. */
  agreement,
});
export type DryRun = z.infer<typeof dryRun>;
