import { z } from 'zod';
import { memberPersonRef } from '../domain/person/memberPerson';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { decision, maxRetried, operation, operationKinds, shownStatuses } from '../domain/outbox/operation';
import { operationGroup } from '../domain/outbox/operationGroup';
import { run, slowed, wait } from '../domain/outbox/run';
import { batchSending } from '../domain/batch/batchReport';
import { invitationState } from '../domain/invitation/invitation';
import { agreement } from '../domain/outbox/agreement';
import { consent, notAgreed, nothing, operationIds, page, policy } from './common';

const batchId = z.string().min(1).max(64);
const notRevoked = z.array(z.object({ state: invitationState, rows: z.number() }));

/** Fits the IDs of all rows of the largest batch, and the numbers of its accounts. */
const maxBatchBytes = 4 * 1_048_576;

const failedOnes = z.array(z.number().int()).min(1).max(maxRetried);

const someRuns = z.strictObject({ runIds: z.array(z.number().int()).max(1000).optional() });

/** Changes that are pending, in doubt or done. */
export const outboxChannels = {
  /** Runs that are open or need a decision, and the latest closed ones; newest first. Reads the journal only. */
  'outbox.status': {
    input: nothing,
    output: z.object({ runs: z.array(run), waits: z.array(wait), slowed: z.array(slowed) }),
  },
  /** Holds back what is queued; requests already sent complete. Without `runIds`: all runs. */
  'outbox.pause': { input: someRuns, output: z.object({}) },
  'outbox.resume': { input: someRuns, output: z.object({}) },
  /** Cancels what is queued; each such operation becomes `failed` and can be retried. */
  'outbox.stop': { input: someRuns, output: z.object({}) },
  /** What retrying failed operations would do now, for a person to agree to. */
  'outbox.previewRetry': {
    input: z.strictObject({ operationIds: failedOnes }),
    output: z.object({ agreement }),
    maxInputBytes: maxBatchBytes,
  },
  /** Retries failed operations, each as a new operation, once. */
  'outbox.retry': {
    input: z.strictObject({ operationIds: failedOnes, ...consent }),
    output: z.discriminatedUnion('agreed', [operationIds.extend({ agreed: z.literal(true) }), notAgreed]),
    maxInputBytes: maxBatchBytes,
  },
  /** Settles an operation in doubt by a person's decision. `operationIds`: the new operation after `sendAgain`. */
  'outbox.resolve': {
    input: z.strictObject({ operationId: z.number().int(), decision }),
    output: operationIds,
  },

  /** The journal, newest first. */
  'outbox.operations': {
    input: z.strictObject({
      operationIds: z.array(z.number().int()).max(1000).optional(),
      account: accountRef.optional(),
      /** Those about one person, in whatever case the address was written. */
      emailAddress: z.string().max(254).optional(),
      /** Those about one member, in all accounts. */
      member: memberPersonRef.strict().optional(),
      runId: z.number().int().optional(),
      kinds: z.array(z.enum(operationKinds)).optional(),
      /** `failed` excludes skipped ones. */
      statuses: z.array(z.enum(shownStatuses)).optional(),
      /** Excludes operations that were sent again as new ones. */
      latestOnly: z.boolean().default(false),
      ...page,
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    output: z.object({ operations: z.array(operation), total: z.number() }),
  },
  /**
   * The operations that need somebody, grouped by account, kind and cause, the newest first: those that failed or were
   * stopped and weren't retried, or the unconfirmed ones. At most 200 groups, of the newest 100,000 operations.
   */
  'outbox.groups': {
    input: z.strictObject({ of: z.enum(['failed', 'inDoubt']), runId: z.number().int().optional() }),
    output: z.object({ groups: z.array(operationGroup), total: z.number() }),
  },
  /**
   * How many changes a person can do something about now, each at most 1,000: unconfirmed ones to decide, failed ones to retry.
   * `checks`: the other unconfirmed ones: for how many the app reads Amazon's list, when it begins the last of these
   * readings (ms since 1970; null without any), and for how many nothing is planned.
   */
  'outbox.attention': {
    input: nothing,
    output: z.object({
      decisions: z.number(),
      retryable: z.number(),
      checks: z.object({ planned: z.number(), by: z.number().nullable(), unplanned: z.number() }),
    }),
  },

  /**
   * Invites the people of a batch's rows: all that can be sent, or those of some rows or accounts. If the stored data of its
   * accounts is older than Settings allow, the accounts are read first; if that reveals conflicts, they are returned and nothing
   * is sent.
   */
  'outbox.sendBatch': {
    input: z.strictObject({
      batchId,
      rowIds: z.array(z.string().min(8).max(64)).max(20_000).optional(),
      accounts: z.array(accountRef).max(1000).optional(),
      ...policy,
      ...consent,
    }),
    output: batchSending,
    maxInputBytes: maxBatchBytes,
  },
  /** What undoing a batch would revoke now, for a person to agree to; `kept` as below. */
  'outbox.previewUndo': {
    input: z.strictObject({ batchId }),
    output: z.object({ agreement, kept: notRevoked }),
  },
  /** Revokes what is still pending of a batch. `kept`: what isn't undone, by its state. */
  'outbox.undoBatch': {
    input: z.strictObject({ batchId, ...consent }),
    output: z.discriminatedUnion('agreed', [
      operationIds.extend({ agreed: z.literal(true), kept: notRevoked }),
      notAgreed,
    ]),
    maxInputBytes: maxBatchBytes,
  },
} satisfies AreaChannels<'outbox'>;
