import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalBytes } from '../../../main/approvals/file/canonical';
import { readBatchFile, writeBatchFile } from '../../../main/approvals/file/batchFile';
import type { AnswerFile } from '../../../shared/domain/approval/batchFile';
import { createOffice, officeDay, type Office } from '../../support/benches/office';
import { addAccount, addConnection } from '../../support/fixtures/store';
import { row } from '../batches/support/rows';
import { answerBy, person, signAnswer } from './support/files';

// docs/sending.md: S28
let ben: Office;
let dana: Office;
let carol: Office;
beforeEach(() => {
  [ben, dana, carol] = [createOffice('Ben'), createOffice('Dana'), createOffice('Carol')];
});
afterEach(async () => {
  await Promise.all([ben, dana, carol].map((office) => office.close()));
});

const day = 86_400_000;
const three = [row(1), row(2), row(3)];
const ids = three.map(({ rowId }) => rowId);
const sent = (office: Office): string[] => office.operations().map(({ emailAddress }) => emailAddress);
const needed = (office: Office): Promise<void> => office.setRule({ needed: 'always' });

/** A batch that needs an approval, and one by Dana that arrived. @returns its ID */
async function approvedBatch(): Promise<string> {
  await needed(ben);
  await ben.confirm(dana);
  const batchId = ben.draft(three);
  await ben.approving.open(await dana.answered(await ben.exported(batchId)));
  return batchId;
}

/** The answer in a file, signed again with other content, as only its author could. */
function altered(path: string, change: (answer: AnswerFile) => AnswerFile): string {
  const file = readBatchFile(readFileSync(path));
  if (file.kind !== 'answer') throw new Error('This is no answer.');
  const copy = `${path}.altered`;
  writeFileSync(copy, canonicalBytes(change(file)));
  return copy;
}

const refused = (office: Office, batchId: string, rowIds?: readonly string[]) =>
  expect(office.send(batchId, rowIds)).rejects;

describe('sending', () => {
  test('needs nobody else unless the rule says so', async () => {
    const batchId = ben.draft(three);
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true, invitations: 3 });
  });

  test('is refused without an approval, and nothing is written down', async () => {
    await needed(ben);
    const batchId = ben.draft(three);
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
    expect(sent(ben)).toEqual([]);
    for (const table of ['runs', 'stagings', 'staged_calls', 'batch_sends']) {
      expect(ben.store.db.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
  });

  test.each([
    ['admins', [row(1), row(2)], true],
    ['admins', [row(1), row(2, { role: 'admin' })], false],
    ['people', [row(1), row(2)], true],
    ['people', three, false],
  ] as const)('with the rule %s', async (rule, rows, isSent) => {
    await ben.setRule({ needed: rule, people: 2 });
    const sending = ben.send(ben.draft(rows));
    if (isSent) await expect(sending).resolves.toMatchObject({ sent: true });
    else await expect(sending).rejects.toMatchObject({ code: 'NOT_APPROVED' });
  });

  test('goes under an approval by a confirmed colleague, once, with all three names', async () => {
    const batchId = await approvedBatch();
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true, invitations: 3 });
    expect((await ben.approving.ofBatch(batchId)).sends).toMatchObject([
      { drafter: 'Ben', approver: 'Dana', sender: 'Ben', approvedAt: officeDay },
    ]);
    expect((await ben.approving.ofBatch(batchId)).needed, 'nothing is left to send').toBe(false);
  });

  test('goes for fewer rows than approved', async () => {
    const batchId = await approvedBatch();
    await expect(ben.send(batchId, ids.slice(0, 2))).resolves.toMatchObject({ invitations: 2 });
    await refused(ben, batchId, ids.slice(2)).toMatchObject({
      code: 'NOT_APPROVED',
      message: expect.stringContaining('already used') as string,
    });
    expect(sent(ben)).toHaveLength(2);
  });

  test('goes without the rows that the approver removed, and not with one', async () => {
    await needed(ben);
    await ben.confirm(dana);
    const batchId = ben.draft(three);
    const removedRowIds = ids.slice(1, 2);
    await ben.approving.open(await dana.answered(await ben.exported(batchId), { removedRowIds }));
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
    await expect(ben.send(batchId, [ids[0] ?? '', ids[2] ?? ''])).resolves.toMatchObject({ invitations: 2 });
    expect(sent(ben)).toEqual(['p1@client.example', 'p3@client.example']);
  });

  test('three offices: one drafts, one approves, one sends', async () => {
    await needed(carol);
    await carol.confirm(dana);
    await dana.confirm(carol);
    const batchId = ben.draft([row(1, { instances: 'Main; Sandbox' }), row(2), row(3)]);
    const senderKey = await carol.key();
    const approval = await dana.answered(await ben.exported(batchId), { senderKey });
    // Ben can't send what Carol is to send.
    await needed(ben);
    await ben.confirm(dana);
    await ben.approving.open(approval);
    await refused(ben, batchId).toMatchObject({ message: expect.stringContaining('names Carol') as string });
    const fileId = await carol.approving.open(approval);
    expect(await carol.approving.take(fileId)).toBe(batchId);
    expect(carol.batches.rowsOf(batchId).map(({ instances }) => instances)).toEqual([
      'Main; Sandbox',
      '',
      '',
    ]);
    await expect(carol.send(batchId)).resolves.toMatchObject({ sent: true, invitations: 3 });
    expect((await carol.approving.ofBatch(batchId)).sends).toMatchObject([
      { drafter: 'Ben', approver: 'Dana', sender: 'Carol' },
    ]);
  });
});

describe('an approval counts for exactly what was approved', () => {
  test.each([
    ['address', { emailAddress: 'p2@client.exampl' }],
    ['name', { userName: 'Person 2 ' + 'b' }],
    ['role', { role: 'admin' }],
  ])('one changed byte in a row: its %s', async (_, change) => {
    const batchId = await approvedBatch();
    ben.batches.setRows(batchId, [row(2, change)], []);
    await refused(ben, batchId).toMatchObject({
      code: 'NOT_APPROVED',
      message: expect.stringContaining('1 isn’t approved') as string,
    });
    await refused(ben, batchId, ids.slice(1, 2)).toMatchObject({ code: 'NOT_APPROVED' });
    expect(sent(ben)).toEqual([]);
  });

  test('other planned instances, an added row, or emails that nobody approved', async () => {
    const batchId = await approvedBatch();
    ben.batches.setRows(batchId, [row(1, { instances: 'Main' })], []);
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
    ben.batches.setRows(batchId, [row(1)], []);
    ben.batches.setRows(batchId, [row(4)], []);
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
    ben.batches.setRows(batchId, [], [row(4).rowId]);
    ben.batches.setNotify(batchId, true);
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
    ben.batches.setNotify(batchId, false);
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('another note changes nothing that is sent', async () => {
    const batchId = await approvedBatch();
    ben.batches.setRows(batchId, [row(2, { note: 'Ticket 17' })], []);
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('not for another batch with the same rows', async () => {
    await approvedBatch();
    const other = ben.draft(three.map((each) => ({ ...each })));
    await refused(ben, other).toMatchObject({ code: 'NOT_APPROVED' });
  });

  test('a sandbox approval never counts at Amazon', async () => {
    const batchId = await approvedBatch();
    addConnection(ben.store.db, 'c-amazon', 'amazon');
    addAccount(ben.store.db, 'c-amazon', 'A1', 'amazon');
    const account = { connectionId: 'c-amazon', accountId: 'A1' };
    ben.batches.setRows(
      batchId,
      three.map((each) => ({ ...each, account })),
      [],
    );
    await refused(ben, batchId).toMatchObject({ message: expect.stringContaining('never counts') as string });
  });

  test('not a second time, after a restart either', async () => {
    const batchId = await approvedBatch();
    await ben.send(batchId);
    for (const { operationId } of ben.operations()) {
      ben.store.db
        .prepare(`UPDATE operations SET status = 'failed', error = ? WHERE operation_id = ?`)
        .run(JSON.stringify({ code: 'NOT_SENT', message: 'Stopped.', retryable: true }), operationId);
    }
    await refused(ben, batchId).toMatchObject({ message: expect.stringContaining('already used') as string });
  });

  test('not when it is older than the rule allows, or the data it was checked against', async () => {
    const batchId = await approvedBatch();
    ben.at = officeDay + 8 * day;
    await refused(ben, batchId).toMatchObject({ message: expect.stringContaining('7 days ago') as string });
    await ben.setRule({ needed: 'always', snapshotDays: 300 });
    ben.at = officeDay + 21 * day;
    await refused(ben, batchId).toMatchObject({ message: expect.stringContaining('20 days') as string });
    await ben.setRule({ needed: 'always', snapshotDays: 300, approvalDays: 30 });
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('not when it says it was given tomorrow', async () => {
    dana.at = officeDay + day;
    const batchId = await approvedBatch();
    await refused(ben, batchId).toMatchObject({
      message: expect.stringContaining('later than now') as string,
    });
  });
});

describe('whose approval counts', () => {
  test('not one whose key is confirmed only after it arrived', async () => {
    await needed(ben);
    const batchId = ben.draft(three);
    const approval = await dana.answered(await ben.exported(batchId));
    await ben.approving.open(approval);
    ben.approvals.confirm({ key: await dana.key(), name: 'Dana' });
    await ben.approving.open(approval);
    await refused(ben, batchId).toMatchObject({
      message: expect.stringContaining('wasn’t confirmed') as string,
    });
    await ben.approving.open(await dana.answered(await ben.exported(batchId)));
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('not one with a key that was swapped in the file', async () => {
    await needed(ben);
    await ben.confirm(dana);
    const batchId = ben.draft(three);
    const approval = await dana.answered(await ben.exported(batchId));
    const mallory = person('Dana');
    const swapped = altered(approval, ({ body, ...file }) => ({
      ...file,
      body: { ...body, approver: { name: 'Dana', key: mallory.key } },
    }));
    await expect(ben.approving.open(swapped)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const signedAgain = altered(approval, ({ body }) =>
      signAnswer({ ...body, approver: { name: 'Dana', key: mallory.key } }, mallory.sign),
    );
    const review = await ben.approving.review(await ben.approving.open(signedAgain));
    expect(review.answer).toMatchObject({ counts: false, approver: { state: 'unconfirmed' } });
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
  });

  test('not the drafter’s, nor one by a copy of the drafter’s data', async () => {
    await needed(ben);
    const batchId = ben.draft(three);
    const draft = await ben.exported(batchId);
    await expect(ben.answered(draft)).rejects.toMatchObject({
      message: expect.stringContaining('drafted') as string,
    });
    const file = readBatchFile(readFileSync(draft));
    if (file.kind !== 'draft') throw new Error('This is no draft.');
    // What a changed program would sign nevertheless.
    const { sign, name, key } = await ben.approvals.own();
    const forged = `${draft}.forged`;
    writeFileSync(forged, writeBatchFile(answerBy({ name, key, sign }, file, { decidedAt: officeDay })));
    await ben.approving.open(forged);
    await refused(ben, batchId).toMatchObject({ message: expect.stringContaining('themselves') as string });
  });

  test('not in a copy of the sender’s data, which has another key', async () => {
    const batchId = await approvedBatch();
    ben.place = 'a copy';
    await refused(ben, batchId).toMatchObject({
      code: 'NOT_APPROVED',
      message: expect.stringContaining('this installation’s key is another') as string,
    });
    ben.place = 'Ben';
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('not after the key was distrusted, whatever time it says, but what had arrived before stays', async () => {
    const batchId = await approvedBatch();
    const other = ben.draft([row(7)]);
    const late = await dana.answered(await ben.exported(other));
    ben.approvals.distrust(await dana.key());
    await expect(ben.approving.open(late)).rejects.toMatchObject({
      message: expect.stringContaining('distrust') as string,
    });
    await refused(ben, other).toMatchObject({ code: 'NOT_APPROVED' });
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('a distrusted drafter’s batch isn’t opened in somebody’s answer either', async () => {
    const approval = await dana.answered(await ben.exported(ben.draft(three)), {});
    await carol.confirm(ben);
    carol.approvals.distrust(await ben.key());
    await expect(carol.approving.open(approval)).rejects.toMatchObject({
      message: expect.stringContaining('distrust') as string,
    });
  });
});

describe('approving', () => {
  test('shows the batch held against the approver’s own data', async () => {
    dana.store.db.exec(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         first_seen_at, state_changed_at, evidence)
       VALUES ('sandbox', 'A1', 'i-1', 'p2@client.example', 'Name', 'VIEWER', 'pending', '', 1, 1, 'listed')`,
    );
    const review = await dana.approving.review(
      await dana.approving.open(await ben.exported(ben.draft(three))),
    );
    expect(review).toMatchObject({
      ...{ batchName: 'June', realm: 'sandbox', whyNot: null, answer: null },
      drafter: { name: 'Ben', state: 'unconfirmed' },
      snapshotAt: officeDay - 60_000,
      ownSnapshotAt: officeDay - 60_000,
    });
    expect(review.rows.map(({ differs, findings }) => [differs, findings.map(({ code }) => code)])).toEqual([
      [false, []],
      [true, ['ALREADY_PENDING']],
      [false, []],
    ]);
  });

  test('names accounts that can’t be read first, and they are approved only if agreed to', async () => {
    const wide = createOffice('Wide', { accounts: ['A1', 'A2'] });
    const account = { connectionId: 'c-1', accountId: 'A2' };
    const path = await wide.exported(wide.draft([row(1), row(2, { account, accountText: 'Name of A2' })]));
    const review = await dana.approving.review(await dana.approving.open(path));
    expect(review.accounts.map(({ accountId, checked }) => [accountId, checked])).toEqual([
      ['A2', false],
      ['A1', true],
    ]);
    await expect(dana.answered(path)).rejects.toMatchObject({
      message: expect.stringContaining('Name of A2') as string,
    });
    await expect(dana.answered(path, { removedRowIds: [row(2).rowId] })).resolves.toMatch(/amcbatch$/);
    const answer = readBatchFile(readFileSync(await dana.answered(path, { uncheckedAccountIds: ['A2'] })));
    expect(answer).toMatchObject({ body: { uncheckedAccountIds: ['A2'] } });
    await wide.close();
  });

  test('a file chooses no connection: where the sender has none to the account, its row can’t be sent', async () => {
    const far = createOffice('Far', { accounts: [] });
    await dana.confirm(far).catch(() => undefined);
    const farKey = await far.key();
    dana.store.db
      .prepare(
        `INSERT INTO colleague_keys (entry_id, at, public_key, event, name) VALUES ('e-1', 1, ?, 'confirmed', 'Far')`,
      )
      .run(farKey);
    const approval = await dana.answered(await ben.exported(ben.draft(three)), { senderKey: farKey });
    const batchId = await far.approving.take(await far.approving.open(approval));
    expect(far.batches.rowsOf(batchId).map(({ account }) => account)).toEqual([null, null, null]);
    await far.close();
  });

  test('returning shows the comments at the rows, until the batch is exported again', async () => {
    const batchId = ben.draft(three);
    const path = await dana.answered(await ben.exported(batchId), {
      decision: 'returned',
      comment: 'Please look again',
      removedRowIds: ids.slice(0, 1),
      rowComments: [{ rowId: ids[1] ?? '', text: 'Which team is she in?' }],
    });
    const fileId = await ben.approving.open(path);
    expect(await ben.approving.take(fileId)).toBe(batchId);
    await ben.batches.check(batchId);
    const messages = (): string[][] =>
      ben.batches.rowsOf(batchId).map(({ findings }) => findings.map(({ message }) => message));
    expect(messages()).toEqual([
      ['Dana removed this row from what is approved.'],
      ['Dana: Which team is she in?'],
      [],
    ]);
    expect((await ben.approving.ofBatch(batchId)).returned).toMatchObject({
      by: 'Dana',
      comment: 'Please look again',
    });
    await ben.exported(batchId);
    await ben.batches.check(batchId);
    expect(messages()).toEqual([[], [], []]);
  });

  test('a batch is made for its sender as a whole, also if that was interrupted, and by two clicks only once', async () => {
    await dana.confirm(carol);
    const senderKey = await carol.key();
    const many = Array.from({ length: 600 }, (_, index) => row(index + 1));
    const fileId = await carol.approving.open(
      await dana.answered(await ben.exported(ben.draft(many)), { senderKey }),
    );
    const { db } = carol.store;
    const listed = (): number => carol.batches.list().length;
    const before = listed();
    // A full disk after the first rows.
    db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON batch_rows WHEN NEW.position >= 300
      BEGIN SELECT RAISE(ABORT, 'full'); END`);
    await expect(carol.approving.take(fileId)).rejects.toThrow(/full/);
    expect(listed()).toBe(before);
    db.exec('DROP TRIGGER full');
    const [batchId, again] = await Promise.all([carol.approving.take(fileId), carol.approving.take(fileId)]);
    expect(again).toBe(batchId);
    expect(listed()).toBe(before + 1);
    expect(carol.batches.rowsOf(batchId).map(({ rowId }) => rowId)).toEqual(many.map(({ rowId }) => rowId));
    carol.batches.setRows(
      batchId,
      [],
      many.slice(0, 10).map(({ rowId }) => rowId),
    );
    await carol.approving.take(fileId);
    expect(carol.batches.rowsOf(batchId), 'what was removed here stays removed').toHaveLength(590);
  });

  test('a return never lets anything be sent', async () => {
    await needed(ben);
    await ben.confirm(dana);
    const batchId = ben.draft(three);
    await ben.approving.open(await dana.answered(await ben.exported(batchId), { decision: 'returned' }));
    await refused(ben, batchId).toMatchObject({ code: 'NOT_APPROVED' });
  });

  test('nobody approves what they send themselves, or for somebody unknown', async () => {
    const path = await ben.exported(ben.draft(three));
    for (const senderKey of [await dana.key(), person('Nobody').key]) {
      await expect(dana.answered(path, { senderKey })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });
});

describe('the rule', () => {
  test('gets looser only after a person agreed outside the page, and is in the record and with every later send', async () => {
    await needed(ben);
    const looser = { needed: 'people', people: 500, approvalDays: 20, snapshotDays: 7 } as const;
    await expect(ben.approvals.setRule(looser, () => Promise.resolve(false))).rejects.toMatchObject({
      code: 'NOT_CONFIRMED',
    });
    expect(ben.approvals.rule()).toMatchObject({ rule: { needed: 'always' }, loosened: null });
    await ben.approvals.setRule(looser, () => Promise.resolve(true));
    const batchId = ben.draft(three);
    await ben.send(batchId);
    expect((await ben.approving.ofBatch(batchId)).sends).toMatchObject([
      { rule: { needed: 'people' }, loosened: { at: officeDay, by: 'Ben' }, approver: '' },
    ]);
    const entries = ben.store.db
      .prepare(`SELECT actor, detail FROM activity WHERE action = 'changeRule' ORDER BY activity_id`)
      .all() as { actor: string; detail: string }[];
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({
      actor: 'Ben',
      detail: expect.stringContaining('Before: always') as string,
    });
  });

  test('asks nobody when it gets stricter', async () => {
    const never = (): Promise<boolean> => Promise.reject(new Error('Nobody is asked.'));
    await ben.approvals.setRule({ needed: 'admins', people: 50, approvalDays: 20, snapshotDays: 7 }, never);
    await ben.approvals.setRule({ needed: 'always', people: 50, approvalDays: 10, snapshotDays: 7 }, never);
    expect(ben.approvals.rule().loosened).toBeNull();
  });
});
