import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import type { NewRow } from '../../../main/batches/rows';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { detailsOf } from '../../../main/access/invitations/details';
import { originText } from '../../../shared/domain/outbox/origin';
import { agreeing, sendAgreed, undoAgreed } from '../../support/benches/agreeing';
import { wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ accounts: 14, invitations: 0 });

interface Drafted {
  readonly batchId: string;
  readonly account: { readonly connectionId: string; readonly accountId: string };
  readonly rowIds: readonly string[];
}

/** A batch of two people; the second row came from a file. */
async function drafted(): Promise<Drafted> {
  const connectionId = await wired.signedIn('dana');
  await wired.app.access.refreshAccounts(connectionId);
  const account = wired.accounts(connectionId).find(({ canInvite }) => canInvite === true);
  const accountId = account?.accountId ?? expect.fail('No account takes invitations.');
  const row = (name: string, position: number, more: Partial<NewRow>): NewRow => ({
    rowId: randomUUID(),
    position,
    account: { connectionId, accountId },
    accountText: 'Account',
    emailAddress: `${name}@northwind-media.example`,
    userName: name,
    role: 'viewer',
    note: '',
    instances: '',
    ...more,
  });
  const source = { fileName: 'onboarding.csv', rowNumber: 15, sha256: 'hash' };
  const rows = [row('rosa', 1, {}), row('omar', 2, { note: 'New in the team', source })];
  const { batchId } = wired.app.batches.create('Onboarding');
  wired.app.batches.addRows(batchId, rows);
  wired.app.batches.setNotify(batchId, false);
  return { batchId, account: { connectionId, accountId }, rowIds: rows.map(({ rowId }) => rowId) };
}

const operationsOf = (emailAddress: string): Operation[] =>
  wired.app.outbox.operations({ emailAddress, limit: 50, offset: 0 }).operations;

const omar = 'OMAR@northwind-media.example';

test('a change records its batch, row, note and file in the journal, the activity, its export and the history', async () => {
  const { batchId, account, rowIds } = await drafted();
  const sent = await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
  await wired.app.outbox.idle();
  const [operation] = operationsOf(omar);
  expect(operation?.origin).toEqual({
    batchId,
    batchName: 'Onboarding',
    rowId: rowIds[1],
    rowNumber: 2,
    note: 'New in the team',
    sourceFile: 'onboarding.csv',
    sourceRow: 15,
    listed: true,
  });

  // What is renamed and removed later stays in the record as it was.
  wired.app.batches.rename(batchId, 'Autumn');
  const page = { limit: 50, offset: 0 };
  const { entries } = wired.app.activity.list({ ...page, batch: { batchId, rowId: rowIds[1] } });
  expect(entries.map(({ emailAddress }) => emailAddress)).toEqual([omar.toLowerCase()]);
  expect(entries[0]?.origin?.batchName).toBe('Onboarding');
  expect(entries[0]?.runId).toBe(sent.sent ? sent.runId : 0);
  expect(wired.app.activity.list({ ...page, batch: { batchId } }).total).toBe(2);
  for (const search of ['onboard', 'new in the', 'onboarding.csv']) {
    expect(wired.app.activity.list({ ...page, search }).total, search).toBeGreaterThan(0);
  }

  const invitationId = operation?.invitationId ?? expect.fail('Nobody was invited.');
  const { timeline } = detailsOf(wired.store.db, { ...account, invitationId });
  const made = timeline.find(({ what }) => what === 'create');
  expect(made?.origin === null || made === undefined ? '' : originText(made.origin)).toBe(
    'From batch Onboarding, row 2, file onboarding.csv (row 15)',
  );

  const file = join(dirname(wired.store.file), 'activity.csv');
  await wired.app.activity.exportTo(file, {});
  const text = readFileSync(file, 'utf8').slice(1);
  const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data.find(({ Person }) => Person === 'omar')).toMatchObject({
    Batch: 'Onboarding',
    'Batch row': '2',
    Note: 'New in the team',
    'Source file': 'onboarding.csv',
    'Source row': '15',
    Run: String(operation?.runId),
    Operation: String(operation?.operationId),
  });

  wired.app.batches.remove(batchId);
  expect(operationsOf(omar)[0]?.origin).toMatchObject({ batchName: 'Onboarding', listed: false });
});

test('changes that are retried, replaced or undone keep the row that their invitation came from', async () => {
  const { batchId, account, rowIds } = await drafted();
  const operation = 'CreateUserInvitations';
  await wired.sandbox.misbehave({
    ...{ operation, accountId: account.accountId },
    faults: [{ kind: 'status', status: 403, when: 'before' }],
  });
  await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
  await wired.app.outbox.idle();
  const failed = operationsOf(omar).map(({ operationId }) => operationId);
  const outbox = agreeing(wired.app.outbox);
  await outbox.retry(failed);
  await outbox.idle();
  const [again] = operationsOf(omar);
  expect(again).toMatchObject({ status: 'done', attempt: 2, origin: { rowId: rowIds[1], rowNumber: 2 } });

  const invitationId = again?.invitationId ?? expect.fail('Nobody was invited.');
  await outbox.changeRole({
    invitation: { ...account, invitationId },
    role: 'admin',
    notifyInvitedUsers: false,
  });
  await outbox.idle();
  const [asAdmin, revocation] = operationsOf(omar);
  expect([revocation?.kind, asAdmin?.kind]).toEqual(['revoke', 'create']);
  for (const each of [revocation, asAdmin]) expect(each?.origin?.rowId).toBe(rowIds[1]);

  await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
  await outbox.idle();
  await undoAgreed(wired.app, batchId);
  await outbox.idle();
  const undone = operationsOf('rosa@northwind-media.example')[0];
  expect(undone).toMatchObject({ kind: 'revoke', origin: { rowId: rowIds[0], rowNumber: 1 } });

  // A person invited by hand comes from no batch, whatever the address.
  outbox.create({
    account,
    invitees: [{ emailAddress: 'rosa@northwind-media.example', userName: 'Rosa', role: 'viewer' }],
    notifyInvitedUsers: false,
    whenNotSeen: 'ask',
  });
  await outbox.idle();
  expect(operationsOf('rosa@northwind-media.example')[0]?.origin).toBeNull();
});

test('a few letters find people, batches and runs, and a person’s page shows everything stored', async () => {
  const { batchId, account } = await drafted();
  const { people } = wired.app;
  expect(await people.find({ search: 'omar north' })).toMatchObject({
    people: [{ emailAddress: 'omar@northwind-media.example', userName: 'omar' }],
    runs: [],
  });
  const sent = await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
  await wired.app.outbox.idle();
  const runId = sent.sent ? sent.runId : 0;
  const found = await people.find({ search: 'board' });
  expect(found.batches).toEqual([{ batchId, name: 'Onboarding' }]);
  expect(found.runs).toMatchObject([{ runId, total: 2, accounts: 1, batchName: 'Onboarding' }]);
  expect((await people.find({ search: `run ${String(runId)}` })).runs[0]?.runId).toBe(runId);

  const person = people.details({ emailAddress: omar });
  expect(person.names).toEqual(['omar']);
  expect(person.access).toMatchObject([
    { account, invitations: [{ emailAddress: omar.toLowerCase(), state: 'pending' }], members: [] },
  ]);
  expect(person.rows).toMatchObject([{ batchId, state: 'invited', sourceFile: 'onboarding.csv' }]);
  expect(person.totalRows).toBe(1);
});
