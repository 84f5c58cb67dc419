import { expect, test } from 'vitest';
import { refreshedAll, wiredApp } from '../../../support/benches/wiredApp';
import {
  accountsWithLeo,
  at,
  batchOf,
  becomesViewer,
  elsewhere,
  invited,
  mailed,
  movedTo,
  numbers,
  openAccounts,
  row,
  rowsWith,
  send,
  soon,
  statuses,
  wanted,
} from './support';

const wired = wiredApp({ invitations: 0 });

test('when an account stops accepting invitations, its rows come back with what to do and can move to another account', async () => {
  const connectionId = await wired.signedIn('dana');
  await refreshedAll(wired);
  const accounts = openAccounts(wired, connectionId);
  const closing =
    accounts.find(({ accountId }) => accountsWithLeo(wired).includes(accountId)) ??
    expect.fail('Dana shares no account with Leo.');
  const others = accounts.filter((account) => account !== closing);
  const staying = numbers(110).map((number) => row(number, at(others, number)));
  // Five calls: the first is made, and Leo makes Dana a viewer before the second.
  const inClosing = numbers(250, 110).map((number) => row(number, closing));
  const batchId = batchOf(wired, [...staying, ...inClosing]);
  await wired.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    accountId: closing.accountId,
    faults: [{ kind: 'none' }, { kind: 'delay', ms: 2000, when: 'before' }],
  });
  const leo = await elsewhere(wired, 'leo');
  const sending = await send(wired, batchId);
  expect(sending).toMatchObject({ sent: true, invitations: 360, leftOut: 0 });
  const invitedThere = (): number =>
    invited(wired).filter((each) => each.startsWith(closing.accountId)).length;
  await expect.poll(invitedThere, soon).toBe(50);
  await becomesViewer(wired, leo, closing.accountId);
  await wired.app.outbox.idle();

  const [gone, failing] = [inClosing.slice(0, 50), inClosing.slice(50)];
  expect(invited(wired)).toEqual(wanted([...staying, ...gone]));
  expect(statuses(wired, batchId)).toEqual({ done: 160, failed: 200 });
  const failed = rowsWith(wired, batchId, 'failed');
  expect(failed.map(({ rowId }) => rowId)).toEqual(failing.map(({ rowId }) => rowId));
  const report = await wired.app.batchSender.report(batchId);
  expect(report).toMatchObject({
    counts: { rows: 360, invited: 160, failed: 200, queued: 0 },
    states: [{ state: 'pending', rows: 160 }],
    failures: [{ code: 'FORBIDDEN', retryable: false, rows: 200 }],
  });
  expect(report.failures[0]?.message).toMatch(/Ask an admin of the AMC account .* or use another connection/);
  expect(report.endedAt).not.toBeNull();

  // Once the account was read again its rows show the problem, and sending them as they are doesn't work around it.
  const { findings, failures } = await wired.app.batches.checkOnline(batchId);
  expect(failures).toEqual([]);
  expect(new Map(findings.map((each) => [each.rowId, each.findings.map(({ code }) => code)]))).toEqual(
    new Map(failing.map(({ rowId }) => [rowId, ['NOT_ADMIN']])),
  );
  await expect(send(wired, batchId)).rejects.toThrow(/each of these rows has an error/);

  const moved = failing.map((each, index) => movedTo(each, at(others, index)));
  wired.app.batches.setRows(batchId, moved, []);
  const again = await send(wired, batchId);
  expect(again).toMatchObject({ sent: true, invitations: 200, leftOut: 0 });
  await wired.app.outbox.idle();
  expect(invited(wired)).toEqual(wanted([...staying, ...gone, ...moved]));
  expect(mailed(wired)).toEqual(wanted([...staying, ...gone, ...moved]));
  expect(statuses(wired, batchId)).toEqual({ done: 360 });
  expect(await wired.app.batchSender.report(batchId)).toMatchObject({
    counts: { rows: 360, invited: 360, failed: 0, draft: 0 },
    states: [{ state: 'pending', rows: 360 }],
    failures: [],
    runs: [{ runId: sending.sent ? sending.runId : 0 }, { runId: again.sent ? again.runId : 0 }],
  });
  expect(wired.app.batches.rowsOf(batchId).filter(({ findings: own }) => own.length > 0)).toEqual([]);
});
