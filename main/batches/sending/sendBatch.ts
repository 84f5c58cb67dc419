import type { BatchSending } from '../../../shared/domain/batch/batchReport';
import { CodedError } from '../../../shared/errors';
import type { CheckedInput, ChannelOutput } from '../../../shared/bridge/ipc';
import type { PlannedInvitees } from '../../outbox/agreed/changes';
import type { Outbox } from '../../outbox/outbox';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import type { Approvals } from '../../approvals/approvals';
import { realmsOf, sendingOf } from '../approving/batchContent';
import type { Checked } from '../checking/check';
import { factsAsOf, notifyOf, requireHead, revisionOf } from '../reading';
import { groupsOf } from './inviteeGroups';
import { openRows, sendableRows, type RowSelection } from './selectedRows';
import { sendBatchErrorText } from './sendBatchErrorText';

interface SendingDeps {
  readonly db: Database;
  readonly outbox: Pick<Outbox, 'inviteMany'>;
  readonly approvals: Pick<Approvals, 'prepare' | 'admit'>;
  /** Checks all rows against the stored data. */
  readonly check: () => Promise<Checked>;
  /** Reads the batch's accounts from Amazon and checks again. */
  readonly checkOnline: () => Promise<Pick<ChannelOutput<'batches.checkOnline'>, 'conflicts' | 'failures'>>;
  /** Age, in ms, at which an account's stored data is refreshed before sending. */
  readonly oldAfterMs: number;
  /** ms since 1970. */
  readonly now: () => number;
}

/**
 * Sends a batch's sendable rows through the outbox, if they match what was agreed; see 'outbox.sendBatch'. The rows store their
 * operations in the transactions that record those, so that a crash sends nobody twice.
 * @throws CodedError NOT_FOUND; INVALID_INPUT when nothing can be sent; NOT_APPROVED when the house rule needs an approval and none
 * counts
 */
export async function sendBatch(
  { db, outbox, approvals, check, checkOnline, oldAfterMs, now }: SendingDeps,
  {
    batchId,
    whenNotSeen,
    agreed,
    typedNumber,
    confirmedSponsoredAds,
    ...selection
  }: CheckedInput<'outbox.sendBatch'>,
): Promise<BatchSending> {
  if (requireHead(db, batchId).notify === null) throw notSelected();
  // Not counting rows here leaves the first pass over them to the check, which yields.
  const asOf = factsAsOf(db, batchId);
  if (asOf === null || now() - asOf > oldAfterMs) {
    const { conflicts, failures } = await checkOnline();
    if (conflicts.length > 0 || failures.length > 0) {
      return { sent: false, conflicts, failures, difference: null };
    }
  }
  const prepared = await approvals.prepare(batchId);
  const run = await outbox.inviteMany({
    ...{ batchId, whenNotSeen, agreed, typedNumber, confirmedSponsoredAds },
    async plan() {
      const planned = await planOf(notifyOf(db, batchId), await check(), selection);
      return { ...planned, sending: await inTurns(sendingOf(db, prepared, planned)) };
    },
    stillHolds: ({ revision, notify: planned, groups, sending }) =>
      revisionOf(db, batchId) === revision &&
      notifyOf(db, batchId) === planned &&
      [...realmsOf(db, groups)].every((realm) => sending.content === null || realm === sending.content.realm),
    begun: (runId, { sending }) => {
      approvals.admit(prepared, sending, runId);
    },
  });
  if ('difference' in run) return { sent: false, conflicts: [], failures: [], difference: run.difference };
  db.prepare('UPDATE batches SET changed_at = ? WHERE batch_id = ?').run(now(), batchId);
  return { sent: true, runId: run.runId, invitations: run.operationIds.length, leftOut: run.draft.leftOut };
}

/** Whom the rows would invite now, and how many of them can't be sent. */
async function planOf(
  notify: boolean | null,
  checked: Checked,
  selection: RowSelection,
): Promise<PlannedInvitees & { readonly leftOut: number }> {
  if (notify === null) throw notSelected();
  const rows = await inTurns(sendableRows(checked, selection));
  const open = openRows(checked, selection);
  if (rows.length === 0) throw nothingToSend(open);
  const groups = await inTurns(groupsOf(rows));
  return { groups, notify, revision: checked.revision, leftOut: open - rows.length };
}

const notSelected = (): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: sendBatchErrorText.notifyMissing,
  });

const nothingToSend = (open: number): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: open === 0 ? sendBatchErrorText.nothingLeft : sendBatchErrorText.onlyErrors,
  });
