import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { requireAccount } from '../../../main/access/accountAccess';
import { writeListings } from '../../../main/access/members/memberFacts';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { agreeing, sendAgreed, undoAgreed } from '../../support/benches/agreeing';
import { wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ accounts: 14, invitations: 0 });

/** A signed-in connection's accounts in which people can be invited. */
async function places(count: number): Promise<AccountRef[]> {
  const connectionId = await wired.signedIn('dana');
  await wired.app.access.refreshAccounts(connectionId);
  const accounts = wired.accounts(connectionId).filter(({ canInvite }) => canInvite === true);
  expect(accounts.length).toBeGreaterThanOrEqual(count);
  return accounts.slice(0, count).map(({ accountId }) => ({ connectionId, accountId }));
}

const row = (
  number: number,
  account: AccountRef | null,
  change: Partial<BatchRowInput> = {},
): BatchRowInput => ({
  rowId: randomUUID(),
  position: number,
  account,
  accountText: account?.accountId ?? '',
  emailAddress: `person${String(number)}@northwind-media.example`,
  userName: `Person ${String(number)}`,
  role: 'viewer',
  note: '',
  instances: '',
  ...change,
});

/** A batch with these rows, whose people get email or not. @returns its ID */
function batchOf(rows: readonly BatchRowInput[], notify: boolean | null = false): string {
  const { batches } = wired.app;
  const { batchId } = batches.create('Spring');
  batches.setRows(batchId, rows, []);
  if (notify !== null) batches.setNotify(batchId, notify);
  return batchId;
}

const ref = (account: AccountRef | null): AccountRef => account ?? expect.fail('There is no account.');

const send = (batchId: string, selection: { rowIds?: string[]; accounts?: AccountRef[] } = {}) =>
  sendAgreed(wired.app, { batchId, whenNotSeen: 'ask', ...selection });

const invited = () =>
  wired.sandbox.query('SELECT email FROM invitations ORDER BY email').map(({ email }) => String(email));

describe('sending a batch', () => {
  test('invites each person of each valid row once, in one run, and the rows show their states', async () => {
    const accounts = await places(3);
    const sound = Array.from({ length: 130 }, (_, index) => row(index, accounts[index % 3] ?? null));
    const wrong = [
      row(200, null),
      row(201, accounts[0] ?? null, { emailAddress: 'nobody' }),
      row(202, accounts[1] ?? null, { role: 'boss' }),
    ];
    const batchId = batchOf([...sound, ...wrong], true);
    const sending = await send(batchId);
    expect(sending).toMatchObject({ sent: true, invitations: 130, leftOut: 3 });
    await wired.app.outbox.idle();
    expect(invited()).toEqual(sound.map(({ emailAddress }) => emailAddress).toSorted());
    expect(wired.sandbox.query('SELECT count(*) AS mails FROM sent_emails')).toEqual([{ mails: 130 }]);
    expect(wired.app.batches.require(batchId).counts).toMatchObject({
      rows: 133,
      invited: 130,
      draft: 3,
      ready: 0,
    });
    const statuses = wired.app.batches.rowsOf(batchId).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'done')).toHaveLength(130);
    expect(statuses.filter((status) => status === null)).toHaveLength(3);
    const followed = wired.app.batches.statusesOf(batchId);
    expect(new Map(followed.map(({ rowId, status }) => [rowId, status]))).toEqual(
      new Map(sound.map(({ rowId }) => [rowId, 'done'])),
    );
    expect(await wired.app.batchSender.report(batchId)).toMatchObject({
      states: [{ state: 'pending', rows: 130 }],
      failures: [],
      runs: [{ runId: sending.sent ? sending.runId : 0 }],
    });
  });

  test('sends nothing twice, however often and at whatever moment it is requested', async () => {
    const [account] = await places(1);
    const batchId = batchOf([row(1, account ?? null), row(2, account ?? null)]);
    const results = await Promise.allSettled([send(batchId), send(batchId), send(batchId)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await wired.app.outbox.idle();
    await expect(send(batchId)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(invited()).toHaveLength(2);
  });

  test('waits until emails or links are selected', async () => {
    const [account] = await places(1);
    const batchId = batchOf([row(1, account ?? null)], null);
    await expect(send(batchId)).rejects.toMatchObject({ message: expect.stringContaining('First select') });
    expect(invited()).toEqual([]);
  });

  test('sends only the rows, or the accounts, that are selected', async () => {
    const [one = null, other = null] = await places(2);
    const rows = [row(1, one), row(2, one), row(3, other), row(4, other)];
    const batchId = batchOf(rows);
    await send(batchId, { rowIds: [rows[0]?.rowId ?? ''] });
    await send(batchId, { accounts: other === null ? [] : [other] });
    await wired.app.outbox.idle();
    expect(invited()).toEqual([1, 3, 4].map((number) => `person${String(number)}@northwind-media.example`));
    expect(wired.app.batches.require(batchId).counts).toMatchObject({ ready: 1, invited: 3 });
  });

  test('locks sent rows; a failed row can be fixed and sent again', async () => {
    const [account = null] = await places(1);
    await wired.sandbox.misbehave({
      operation: 'CreateUserInvitations',
      faults: [{ kind: 'status', status: 403, when: 'before' }],
    });
    const failing = row(1, account);
    const batchId = batchOf([failing]);
    await send(batchId);
    await wired.app.outbox.idle();
    expect(wired.app.batches.rowsOf(batchId)).toMatchObject([{ status: 'failed' }]);
    expect((await wired.app.batchSender.report(batchId)).failures).toMatchObject([{ rows: 1 }]);
    const mended = { ...failing, emailAddress: 'mended@northwind-media.example' };
    wired.app.batches.setRows(batchId, [mended], []);
    await send(batchId);
    await wired.app.outbox.idle();
    expect(invited()).toEqual(['mended@northwind-media.example']);
    expect(wired.app.batches.rowsOf(batchId)).toMatchObject([{ status: 'done' }]);
    expect(() => wired.app.batches.setRows(batchId, [failing], [])).toThrow(/already been sent/);
  });

  test('retries a failed row once: from its batch or under Operations, never both', async () => {
    const [account = null] = await places(1);
    const refuse = () =>
      wired.sandbox.misbehave({
        operation: 'CreateUserInvitations',
        faults: [{ kind: 'status', status: 403, when: 'before' }],
      });
    const operationOf = (batchId: string) => wired.app.batches.rowsOf(batchId)[0]?.operationId ?? 0;
    await refuse();
    const fromBatch = batchOf([row(1, account)]);
    await send(fromBatch);
    await wired.app.outbox.idle();
    const failed = operationOf(fromBatch);
    await send(fromBatch);
    await wired.app.outbox.idle();
    const retry = (id: number) => agreeing(wired.app.outbox).retry([id]);
    await expect(retry(failed)).rejects.toThrow(/already been sent again/);

    await refuse();
    const underOperations = batchOf([row(2, account)]);
    await send(underOperations);
    await wired.app.outbox.idle();
    await retry(operationOf(underOperations));
    await expect(send(underOperations)).rejects.toThrow(/nothing to send/);
    await wired.app.outbox.idle();
    expect(invited()).toEqual(['person1@northwind-media.example', 'person2@northwind-media.example']);
    const failures = { statuses: ['failed'], latestOnly: true, limit: 10, offset: 0 } as const;
    expect(wired.app.outbox.operations({ ...failures, statuses: [...failures.statuses] }).operations).toEqual(
      [],
    );
  });

  test('first refreshes accounts with old data; changes there are resolved before anything is sent', async () => {
    const [account = null] = await places(1);
    const batchId = batchOf([row(1, account), row(2, account)]);
    await wired.app.batches.check(batchId);
    wired.app.outbox.create({
      account: ref(account),
      invitees: [{ emailAddress: 'person1@northwind-media.example', userName: 'Elsewhere', role: 'viewer' }],
      notifyInvitedUsers: false,
    });
    await wired.app.outbox.idle();
    // As if somebody else had invited this person: this computer hasn't seen it, and its data is old.
    wired.store.db.exec('DELETE FROM invitations; UPDATE accounts SET invitations_as_of = 1');
    expect(await send(batchId)).toMatchObject({
      sent: false,
      failures: [],
      conflicts: [{ findings: [{ code: 'ALREADY_PENDING' }] }],
    });
    expect(invited()).toHaveLength(1);
  });

  test('sends nothing that was not confirmed: it returns what it would send now', async () => {
    const [account = null] = await places(1);
    const fresh = [row(1, account), row(2, account)];
    const blocked = [5, 10, 15].map((number) => row(number, account, { role: 'admin' }));
    const toAdmins = agreeing(wired.app.outbox);
    const invitees = blocked.map(({ emailAddress, userName }) => ({
      ...{ emailAddress, userName },
      role: 'admin' as const,
    }));
    toAdmins.create({ account: ref(account), invitees, notifyInvitedUsers: false });
    await wired.app.outbox.idle();
    const batchId = batchOf([...fresh, ...blocked]);
    const { agreement: agreed, blocked: stay } = await wired.app.batches.dryRun(batchId);
    expect(agreed).toMatchObject({ total: 2, admins: 0 });
    expect(stay).toMatchObject([{ rows: 3 }]);

    // Behind the open dialog the three that blocked their rows are gone.
    const ids = wired
      .invitations(ref(account))
      .filter(({ emailAddress }) => blocked.some((each) => each.emailAddress === emailAddress));
    await toAdmins.revoke({
      invitations: ids.map(({ invitationId }) => ({ ...ref(account), invitationId })),
    });
    await wired.app.outbox.idle();
    const answer = await wired.app.batchSender.send({ batchId, whenNotSeen: 'ask', agreed });
    expect(answer).toMatchObject({
      sent: false,
      conflicts: [],
      difference: { changed: 3, now: { total: 5, admins: 3, accounts: [{ total: 5, admins: 3 }] } },
    });
    expect(wired.app.batches.rowsOf(batchId).filter(({ operationId }) => operationId !== null)).toEqual([]);

    // A different email selection isn't what was agreed either.
    const { agreement: later } = await wired.app.batches.dryRun(batchId);
    wired.app.batches.setNotify(batchId, true);
    expect(await wired.app.batchSender.send({ batchId, whenNotSeen: 'ask', agreed: later })).toMatchObject({
      sent: false,
      difference: { changed: 0, now: { total: 5, notify: true } },
    });
    expect(await send(batchId)).toMatchObject({ sent: true, invitations: 5 });
  });

  test('undo revokes what was confirmed, and nothing if somebody has accepted in the meantime', async () => {
    const [account = null] = await places(1);
    const batchId = batchOf([row(1, account), row(2, account), row(3, account)]);
    await send(batchId);
    await wired.app.outbox.idle();
    const { agreement: agreed } = await wired.app.batchSender.previewUndo(batchId);
    expect(agreed).toMatchObject({ total: 3 });
    wired.store.db.exec(`UPDATE invitations SET state = 'accepted' WHERE email_address LIKE 'person1@%'`);
    expect(await wired.app.batchSender.undo({ batchId, agreed })).toMatchObject({
      agreed: false,
      difference: { changed: 1, now: { total: 2 } },
    });
    expect(await undoAgreed(wired.app, batchId)).toMatchObject({ kept: [{ state: 'accepted', rows: 1 }] });
  });

  test('lists who accepted, each with the member who is that person', async () => {
    const [account = null] = await places(1);
    const batchId = batchOf([row(1, account), row(2, account), row(3, account)]);
    await send(batchId);
    await wired.app.outbox.idle();
    const { db } = wired.store;
    expect(await wired.app.batchSender.members(batchId)).toEqual([]);
    db.exec(`UPDATE invitations SET state = 'accepted' WHERE email_address LIKE 'person_@%'
      AND email_address NOT LIKE 'person3@%'`);
    const place = requireAccount(db, ref(account));
    const users = [{ userId: 'u-1', emailAddress: 'Person1@northwind-media.example' }];
    writeListings(db, place, [{ list: 'direct', beganAt: Date.now(), users, unreadable: 0 }], Date.now());
    expect(await wired.app.batchSender.members(batchId)).toMatchObject([
      {
        userName: 'Person 1',
        accountName: place.name,
        member: { userId: 'u-1', confidence: 'certain', goneAt: null },
      },
      { userName: 'Person 2', member: null },
    ]);
  });

  test('lists the links, and undoes what is still pending', async () => {
    const [account = null] = await places(1);
    const batchId = batchOf([row(1, account), row(2, account), row(3, account)]);
    await send(batchId);
    await wired.app.outbox.idle();
    const links = await wired.app.batchSender.links(batchId);
    expect(links.map(({ userName }) => userName)).toEqual(['Person 1', 'Person 2', 'Person 3']);
    const [first] = links;
    await agreeing(wired.app.outbox).revoke({
      invitations: [{ ...ref(account), invitationId: first?.invitationId ?? '' }],
    });
    await wired.app.outbox.idle();
    const { operationIds, kept } = await undoAgreed(wired.app, batchId);
    expect(operationIds).toHaveLength(2);
    expect(kept).toEqual([{ state: 'revoked', rows: 1 }]);
    await wired.app.outbox.idle();
    expect(await wired.app.batchSender.links(batchId)).toEqual([]);
    expect((await wired.app.batchSender.report(batchId)).states).toEqual([{ state: 'revoked', rows: 3 }]);
  });

  test('undoes what it can now, and reports pending and unconfirmed changes as kept', async () => {
    const [account = null] = await places(1);
    const batchId = batchOf([row(1, account), row(2, account), row(3, account)]);
    await send(batchId);
    await wired.app.outbox.idle();
    const [first] = await wired.app.batchSender.links(batchId);
    await wired.sandbox.misbehave({
      operation: 'UpdateUserInvitations',
      faults: [{ kind: 'reset', when: 'before' }],
    });
    await agreeing(wired.app.outbox).revoke({
      invitations: [{ ...ref(account), invitationId: first?.invitationId ?? '' }],
    });
    await wired.app.outbox.idle();
    const { operationIds, kept } = await undoAgreed(wired.app, batchId);
    expect(operationIds).toHaveLength(2);
    expect(kept).toEqual([{ state: 'pending', rows: 1 }]);
    await wired.app.outbox.idle();
    expect(wired.sandbox.query(`SELECT email FROM invitations WHERE state = 'PENDING'`)).toEqual([
      { email: first?.emailAddress },
    ]);
  });
});
