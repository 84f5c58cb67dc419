import type { BatchSending } from '../../shared/domain/batchReport';
import { CodedError } from '../../shared/errors';
import type { CheckedInput, ChannelOutput } from '../../shared/ipc';
import type { Outbox } from '../outbox/outbox';
import type { Database } from '../storage/database';
import type { Checked } from './check';
import { requireBatch, revisionOf } from './reading';
import { byAccount, openRows, sendableRows } from './sendable';
import { undoable } from './sentRows';

interface SendingDeps {
  readonly db: Database;
  readonly outbox: Pick<Outbox, 'inviteMany' | 'revoke'>;
  /** Checks all rows against what is stored. */
  readonly check: () => Promise<Checked>;
  /** Reads the batch's accounts from Amazon and checks again. */
  readonly checkOnline: () => Promise<Pick<ChannelOutput<'batches.checkOnline'>, 'conflicts' | 'failures'>>;
  /** From which age on, in ms, what is stored of an account is read anew before sending. */
  readonly oldAfterMs: number;
  /** ms since 1970. */
  readonly now: () => number;
}

/**
 * Sends the rows of a batch that can go, through the outbox; see 'outbox.sendBatch'. The rows remember their operations
 * in the transaction that writes those down, so that a crash sends nobody twice.
 * @throws CodedError NOT_FOUND, INVALID_INPUT where nothing can go
 */
export async function sendBatch(
  { db, outbox, check, checkOnline, oldAfterMs, now }: SendingDeps,
  { batchId, whenNotSeen, ...selection }: CheckedInput<'outbox.sendBatch'>,
): Promise<BatchSending> {
  const { notify, factsAsOf } = requireBatch(db, batchId);
  if (notify === null) throw notChosen();
  if (factsAsOf === null || now() - factsAsOf > oldAfterMs) {
    const { conflicts, failures } = await checkOnline();
    if (conflicts.length > 0 || failures.length > 0) return { sent: false, conflicts, failures };
  }
  const checked = await asItIsNow(db, batchId, check);
  const rows = sendableRows(checked, selection);
  const open = openRows(checked, selection);
  if (rows.length === 0) throw nothingToSend(open);
  const groups = byAccount(rows);
  const order = groups.flatMap(([, own]) => own.map(({ rowId }) => rowId));
  const link = db.prepare('UPDATE batch_rows SET operation_id = ? WHERE batch_id = ? AND row_id = ?');
  const { runId, operationIds } = outbox.inviteMany({
    groups: groups.map(([{ account }, own]) => ({
      account,
      invitees: own.map(({ invitee, failedOperation }) => ({ ...invitee, replaces: failedOperation })),
    })),
    notifyInvitedUsers: notify,
    whenNotSeen,
    written(ids) {
      for (const [index, rowId] of order.entries()) link.run(ids[index] ?? null, batchId, rowId);
      db.prepare('UPDATE batches SET changed_at = ? WHERE batch_id = ?').run(now(), batchId);
    },
  });
  return { sent: true, runId, invitations: operationIds.length, leftOut: open - rows.length };
}

/** Revokes what is still pending of a batch; see 'outbox.undoBatch'. */
export function undoBatch(
  { db, outbox }: Pick<SendingDeps, 'db' | 'outbox'>,
  batchId: string,
): ChannelOutput<'outbox.undoBatch'> {
  const { invitations, kept } = undoable(db, batchId);
  if (invitations.length === 0) return { operationIds: [], kept: [...kept] };
  const { operationIds, leftOut } = outbox.revoke({ invitations: [...invitations] });
  const rows = leftOut.reduce((sum, { invitations: some }) => sum + some.length, 0);
  return { operationIds, kept: rows === 0 ? [...kept] : [...kept, { state: 'pending', rows }] };
}

/** What the check has found: once more when rows were changed while it went on. */
async function asItIsNow(db: Database, batchId: string, check: () => Promise<Checked>): Promise<Checked> {
  for (;;) {
    const revision = revisionOf(db, batchId);
    const checked = await check();
    if (revisionOf(db, batchId) === revision) return checked;
  }
}

const notChosen = (): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: 'Choose first whether Amazon e-mails the people or you share the links yourself.',
  });

const nothingToSend = (open: number): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message:
      open === 0
        ? 'There is nothing to send: all of these rows were sent already, or there are none.'
        : 'There is nothing to send: each of these rows has an error. Settle the problems first.',
  });
