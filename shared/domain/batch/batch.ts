import { z } from 'zod';
import { accountRef } from '../account/account';
import { agreement } from '../outbox/agreement';
import { invitationState } from '../invitation/invitation';
import { shownStatuses } from '../outbox/operation';
import { rowStateCounts } from './rowState';

/** The most rows one batch can have. */
export const maxRows = 20_000;

/** The longest name of a batch, in characters. */
export const maxBatchName = 120;

/** The columns of a batch's grid, left to right. */
export const batchColumns = ['account', 'emailAddress', 'userName', 'role', 'note'] as const;
export type BatchColumn = (typeof batchColumns)[number];

/** `error`: the row cannot be sent. `warning`: it can, and somebody should look. */
const findingLevels = ['error', 'warning'] as const;

/** What a finding's one-click remedy writes into the row. */
export const findingFix = z.object({
  /** What the button says, for example "Use jane@gmail.com". */
  label: z.string(),
  column: z.enum(batchColumns).nullable(),
  value: z.string().nullable(),
  /** With `account`: the connection to take. */
  account: accountRef.nullable(),
  /** True: the remedy is to take the row out. */
  removesRow: z.boolean(),
});
export type FindingFix = z.infer<typeof findingFix>;

/** What a row tells by itself; the grid finds it as one types. */
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
] as const;

/** The others need facts or other rows: main finds them. */
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
  'ONESELF',
  'DOMAIN_NOT_ALLOWED',
  'TOO_MANY_ADMINS',
  'ADMIN_NEEDS_NOTE',
] as const;
export type RowFindingCode = (typeof rowFindingCodes)[number];

/**
 * Those that rest on what Amazon reported, which changes while a batch waits. That an account refuses changes is not one:
 * the app concludes it from calls of its own, and nothing changed at Amazon.
 */
export const factCodes: ReadonlySet<RowFindingCode> = new Set<RowFindingCode>([
  'ACCOUNT_UNREACHABLE',
  'NOT_ADMIN',
  'ALREADY_PENDING',
  'PENDING_WITH_OTHER_ROLE',
  'ALREADY_USER',
  'MAYBE_ALREADY_USER',
  'REVOKED_BEFORE',
  'ONESELF',
  'TOO_MANY_ADMINS',
]);

/** One thing a check found in a row. */
export const rowFinding = z.object({
  code: z.enum(rowFindingCodes),
  level: z.enum(findingLevels),
  /** The cell it is about. */
  column: z.enum(batchColumns),
  /** One sentence for people, with the remedy. */
  message: z.string(),
  fix: findingFix.nullable(),
});
export type RowFinding = z.infer<typeof rowFinding>;

/** Where an imported row came from. */
export const rowSource = z.object({
  fileName: z.string(),
  /** As the file's own program counts them: the first is 1. */
  rowNumber: z.number(),
  /** SHA-256 of the file, hex. */
  sha256: z.string(),
});
export type RowSource = z.infer<typeof rowSource>;

/** The longest text of a cell. */
export const maxCellLength = 2000;
const cell = z.string().max(maxCellLength);

/** What a person writes in a row. Cells hold what was typed, however wrong: nothing is lost by being wrong. */
export const batchRowInput = z.strictObject({
  /** Made by whoever makes the row: a UUID. */
  rowId: z.string().min(8).max(64),
  /** Rows are ordered by it; any number between two others puts a row between them. */
  position: z.number(),
  /** The account as it was selected; null while `accountText` names none we know. */
  account: accountRef.nullable(),
  /** What stands in the account's cell: its name once selected, else what was typed. */
  accountText: cell,
  emailAddress: cell,
  userName: cell,
  /** `admin`, `viewer`, or what was typed. */
  role: cell,
  note: cell,
});
export type BatchRowInput = z.infer<typeof batchRowInput>;

/** A stored row. A sent one is locked: its status is its operation's. */
export const batchRow = batchRowInput.extend({
  source: rowSource.nullable(),
  /** What main's checks found last; the row-local ones are in it too. */
  findings: z.array(rowFinding),
  operationId: z.number().nullable(),
  status: z.enum(shownStatuses).nullable(),
  /** What its invitation is now; null while there is none, or none is known. */
  invitation: invitationState.nullable(),
});
export type BatchRow = z.infer<typeof batchRow>;

/** How many rows a batch has, and how many of them are in each state. */
export const batchCounts = rowStateCounts.extend({
  rows: z.number(),
  /** Of the ready ones, those with warnings. */
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
  /** True: Amazon mails the people. False: links are shared. Null: not selected yet, which blocks sending. */
  notify: z.boolean().nullable(),
  /** When its rows were last checked; null: not since the last change. */
  checkedAt: z.number().nullable(),
  /** The oldest reading of an account in it; null while one was never read. */
  factsAsOf: z.number().nullable(),
  counts: batchCounts,
});
export type Batch = z.infer<typeof batch>;

/** A row about which facts have changed since it was drafted, until a person settles it. */
export const batchConflict = z.object({
  rowId: z.string(),
  /** What rests on facts and was not found when the row was drafted, nor kept since. */
  findings: z.array(rowFinding),
});
export type BatchConflict = z.infer<typeof batchConflict>;

/** What sending would do; nothing is called for it. */
export const dryRun = z.object({
  invitations: z.number(),
  admins: z.number(),
  calls: z.number(),
  /** Emails Amazon would send. */
  emails: z.number(),
  /** How many rows would not go. */
  blockedRows: z.number(),
  /** The same by reason, as the grid counts them: a row with several errors under each. */
  blocked: z.array(z.object({ code: z.enum(rowFindingCodes), message: z.string(), rows: z.number() })),
  /** Rows that went already. */
  sent: z.number(),
  accounts: z.array(
    z.object({
      account: accountRef,
      accountName: z.string(),
      invitations: z.number(),
      admins: z.number(),
      calls: z.number(),
    }),
  ),
  /** How long sending will take at the pace of the last calls, in ms. */
  estimateMs: z.number(),
  /** All of it, for a person to agree to. */
  agreement,
});
export type DryRun = z.infer<typeof dryRun>;
