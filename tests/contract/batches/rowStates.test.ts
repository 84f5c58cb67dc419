import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportOf } from '../../../main/batches/sending/sentRows';
import { atOnce } from '../../../main/storage/stepwise';
import { filterCounts, noMarks } from '../../../renderer/features/batches/gridModel/rows/rowView';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { batchStatusOf } from '../../../shared/domain/batch/batchStatus';
import { noRowStates, rowStates, type RowStateCounts } from '../../../shared/domain/batch/rowState';
import { noCounts } from '../../../shared/domain/outbox/runCounts';
import { sendAgreed, undoAgreed } from '../../support/benches/agreeing';
import { wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ accounts: 14, invitations: 0 });

const soon = { timeout: 20_000, interval: 10 };

/** Three accounts with 60 rows each, so that each gets two calls, and two rows that can't be sent. @returns the batch's ID */
async function drafted(): Promise<{ batchId: string; accountIds: string[] }> {
  const connectionId = await wired.signedIn('dana');
  await wired.app.access.refreshAccounts(connectionId);
  const accountIds = wired
    .accounts(connectionId)
    .filter(({ canInvite }) => canInvite === true)
    .slice(0, 3)
    .map(({ accountId }) => accountId);
  const rows = Array.from({ length: 182 }, (_, index): BatchRowInput => {
    const accountId = accountIds[index % 3] ?? '';
    return {
      rowId: randomUUID(),
      position: index,
      account: { connectionId, accountId },
      accountText: accountId,
      emailAddress: index < 180 ? `person${String(index)}@northwind-media.example` : 'nobody',
      userName: `Person ${String(index)}`,
      role: 'viewer',
      note: '',
      instances: '',
    };
  });
  const { batchId } = wired.app.batches.create('Spring');
  wired.app.batches.setRows(batchId, rows, []);
  wired.app.batches.setNotify(batchId, false);
  return { batchId, accountIds };
}

/** What list, grid and report currently say about a batch; they must agree, and add up. */
function counted(batchId: string): Partial<RowStateCounts> {
  const { batches } = wired.app;
  const listed = batches.list().find((each) => each.batchId === batchId)?.counts;
  const { rows, warnings, ...states } = listed ?? expect.fail('The batch is not listed.');
  expect(rowStates.reduce((sum, state) => sum + states[state], 0)).toBe(rows);

  const stored = batches.rowsOf(batchId);
  const followed = new Map(batches.statusesOf(batchId).map((each) => [each.rowId, each]));
  const marks = new Map(
    stored.map(({ rowId, findings }) => [rowId, { ...noMarks, findings, ...followed.get(rowId) }]),
  );
  expect(filterCounts(stored, (rowId) => marks.get(rowId) ?? noMarks)).toEqual({
    ...states,
    all: rows,
    warning: warnings,
  });
  expect(atOnce(reportOf(wired.store.db, batchId)).counts).toEqual({ rows, warnings, ...states });
  return Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0));
}

/** What the batch's run currently says, in the words of rows. */
function ofRun(runId: number): Partial<RowStateCounts> {
  const run = wired.app.outbox.status().runs.find((each) => each.runId === runId);
  const { done, ...others } = run?.counts ?? expect.fail('The run is not listed.');
  const states = { ...others, invited: done };
  return Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0));
}

const statusOf = (batchId: string): string => batchStatusOf({ ...noRowStates, ...counted(batchId) }).text;

test('list, grid, run and report agree about a batch at every step from draft to undo', async () => {
  const { batchId, accountIds } = await drafted();
  expect(counted(batchId)).toEqual({ draft: 2, ready: 180 });
  expect(statusOf(batchId)).toBe('Draft');

  // The first account's first call is answered late, so that its second one is still queued when the others have ended.
  const [slow = '', closed = '', silent = ''] = accountIds;
  const operation = 'CreateUserInvitations';
  await wired.sandbox.misbehave({
    ...{ operation, accountId: slow },
    faults: [{ kind: 'delay', ms: 4000, when: 'before' }],
  });
  await wired.sandbox.misbehave({
    ...{ operation, accountId: closed },
    faults: [{ kind: 'status', status: 403, when: 'before' }],
  });
  await wired.sandbox.misbehave({
    ...{ operation, accountId: silent },
    faults: [{ kind: 'reset', when: 'after' }],
  });
  const sent = await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
  const runId = sent.sent ? sent.runId : expect.fail('Nothing was sent.');
  const queued = counted(batchId);
  expect(queued.queued).toBeGreaterThan(0);
  expect({ draft: 2, ...ofRun(runId) }).toEqual(queued);
  expect(statusOf(batchId)).toMatch(/^Sending, \d+ queued/);

  await expect.poll(() => ofRun(runId).failed ?? 0, soon).toBeGreaterThan(0);
  await expect.poll(() => ofRun(runId).inDoubt ?? 0, soon).toBeGreaterThan(0);
  wired.app.outbox.pause([runId]);
  const sending = counted(batchId);
  expect(sending).toMatchObject({ draft: 2, sending: expect.any(Number) as number });
  expect({ draft: 2, ...ofRun(runId) }).toEqual(sending);

  await expect.poll(() => ofRun(runId).sending ?? 0, soon).toBe(0);
  await wired.app.outbox.stop([runId]);
  const mixed = counted(batchId);
  const { invited = 0, failed = 0, inDoubt = 0, stopped = 0 } = mixed;
  expect(Math.min(invited, failed, inDoubt, stopped)).toBeGreaterThan(0);
  expect(mixed).toEqual({ draft: 2, invited, failed, inDoubt, stopped });
  expect({ draft: 2, ...ofRun(runId) }).toEqual(mixed);
  expect(statusOf(batchId)).toBe(
    `Sent, ${String(failed)} failed, ${String(inDoubt)} unconfirmed, ${String(stopped)} stopped, 2 drafts`,
  );

  await undoAgreed(wired.app, batchId);
  await wired.app.outbox.idle();
  expect(counted(batchId)).toEqual({ draft: 2, revoked: invited, failed, inDoubt, stopped });
  // What the run itself has done doesn't change; the invitations' later life isn't part of it.
  expect({ draft: 2, ...ofRun(runId) }).toEqual(mixed);
  const undoing = wired.app.outbox.status().runs.find(({ kind }) => kind === 'revoke');
  expect(undoing?.counts).toEqual({ ...noCounts, done: invited });
});
