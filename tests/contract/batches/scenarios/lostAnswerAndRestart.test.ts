import { expect, test } from 'vitest';
import type { Account } from '../../../../shared/domain/account/account';
import type { BatchRowInput, RowFindingCode } from '../../../../shared/domain/batch/batch';
import { noRowStates } from '../../../../shared/domain/batch/rowState';
import { agreeing } from '../../../support/benches/agreeing';
import { jumpingClock } from '../../../support/clocks/jumpingClock';
import { refreshedAll, wiredApp } from '../../../support/benches/wiredApp';
import {
  at,
  batchOf,
  invited,
  mailed,
  movedTo,
  numbers,
  openAccounts,
  row,
  rowsWith,
  send,
  statuses,
  wanted,
  written,
} from './support';

const clock = jumpingClock();
/** Of 93 accounts Dana is an admin of 80. */
const wired = wiredApp({ accounts: 93, invitations: 0 });

const minute = 60_000;

/** What can be wrong with a row, each time something different; otherwise the rows are like `row`. */
const mistakes = (
  open: Account,
  closed: Account,
  taken: BatchRowInput,
): readonly (readonly [RowFindingCode, Partial<BatchRowInput>])[] => [
  ['ACCOUNT_MISSING', { account: null, accountText: '' }],
  ['ACCOUNT_UNKNOWN', { account: null, accountText: 'Nobody & Sons' }],
  ['EMAIL_MISSING', { emailAddress: ' ' }],
  ['EMAIL_INVALID', { emailAddress: 'person at home' }],
  ['NAME_MISSING', { userName: '' }],
  ['NAME_TOO_LONG', { userName: 'N'.repeat(121) }],
  ['ROLE_UNKNOWN', { role: 'boss' }],
  ['NOT_ADMIN', { account: movedTo(taken, closed).account }],
  ['DUPLICATE_IN_BATCH', { account: movedTo(taken, open).account, emailAddress: taken.emailAddress }],
];

test('1,200 rows for 80 accounts: a lost answer and a restart lose nobody and invite nobody twice', async () => {
  const connectionId = await wired.signedIn('dana');
  await refreshedAll(wired);
  const accounts = openAccounts(wired, connectionId);
  expect(accounts).toHaveLength(80);
  const closed =
    wired.accounts(connectionId).find(({ canInvite }) => canInvite === false) ??
    expect.fail('Dana is an admin everywhere.');

  // Four people were invited and uninvited before: a warning, as an address that looks mistyped is.
  const uninvited = numbers(4).map((number) => row(number, at(accounts, number), { role: 'viewer' }));
  for (const { account, emailAddress, userName } of uninvited) {
    if (account === null) continue;
    wired.app.outbox.create({
      account,
      invitees: [{ emailAddress, userName, role: 'viewer' }],
      notifyInvitedUsers: false,
    });
  }
  await wired.app.outbox.idle();
  await agreeing(wired.app.outbox).revoke({
    invitations: wired.invitations().map(({ accountId, invitationId }) => ({
      connectionId,
      accountId,
      invitationId,
    })),
  });
  await wired.app.outbox.idle();
  expect(written(wired)).toBe(8);

  const likelyTypos = numbers(60, 4).map((number) =>
    row(number, at(accounts, number), { emailAddress: `person${String(number)}@gmial.com` }),
  );
  const sound = numbers(1099, 64).map((number) => row(number, at(accounts, number)));
  const [first = expect.fail('There are no rows.')] = sound;
  const kinds = mistakes(at(accounts, 64), closed, first);
  const wrong = numbers(37, 1163).map((number) =>
    row(number, at(accounts, number), kinds[number % kinds.length]?.[1]),
  );
  const going = [...uninvited, ...likelyTypos, ...sound];
  const batchId = batchOf(wired, [...going, ...wrong]);
  const checked = await wired.app.batches.check(batchId);
  expect(checked.batch.counts).toMatchObject({ rows: 1200, draft: 37, warnings: 64, ready: 1163 });
  expect(new Set(checked.findings.flatMap(({ findings }) => findings.map(({ code }) => code)))).toEqual(
    new Set([...kinds.map(([code]) => code), 'EMAIL_LIKELY_TYPO', 'REVOKED_BEFORE']),
  );

  const late = { kind: 'delay', ms: 40, when: 'before' } as const;
  await wired.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [late, late, late, late, late, { kind: 'reset', when: 'after' }],
  });
  await wired.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [late],
    random: { rate: 1, seed: 1 },
  });
  const sending = await send(wired, batchId);
  expect(sending).toMatchObject({ sent: true, invitations: 1163, leftOut: 37 });
  await expect.poll(() => statuses(wired, batchId), { interval: 20 }).toMatchObject({ inDoubt: 15 });
  await wired.restart();
  const middle = statuses(wired, batchId);
  expect(middle).toMatchObject({ null: 37, inDoubt: 15 });
  expect(middle['queued']).toBeGreaterThan(100);
  expect(middle['done']).toBeGreaterThan(0);
  expect(middle['sending']).toBeUndefined();
  expect((await wired.app.batchSender.report(batchId)).endedAt).toBeNull();
  // Those of the lost answer are invited anyway.
  expect(invited(wired)).toHaveLength(4 + (middle['done'] ?? 0) + 15);

  wired.app.outbox.recover({ continueAtStart: true });
  await wired.app.outbox.idle();
  expect(statuses(wired, batchId)).toEqual({ null: 37, done: 1148, inDoubt: 15 });
  expect(await wired.app.batchSender.report(batchId)).toMatchObject({ failures: [], endedAt: null });
  const lookedFrom = Date.now() + minute;
  await clock.jump(minute, wired.sandbox);
  await wired.app.outbox.doubtsLookedAt();
  await wired.app.outbox.idle();

  expect(invited(wired)).toEqual([...wanted(going), ...wanted(uninvited)].toSorted());
  expect(mailed(wired)).toEqual(wanted(going));
  expect(statuses(wired, batchId)).toEqual({ null: 37, done: 1163 });
  expect(written(wired)).toBe(8 + 1163);
  expect(rowsWith(wired, batchId, 'done').map(({ rowId }) => rowId)).toEqual(going.map(({ rowId }) => rowId));
  expect(wired.app.batches.require(batchId).counts).toEqual({
    ...noRowStates,
    rows: 1200,
    warnings: 0,
    draft: 37,
    invited: 1163,
  });
  const report = await wired.app.batchSender.report(batchId);
  expect(report).toMatchObject({
    states: [{ state: 'pending', rows: 1163 }],
    failures: [],
    runs: [{ runId: sending.sent ? sending.runId : 0 }],
  });
  expect(report.endedAt).toBeGreaterThanOrEqual(lookedFrom);
  expect(report.endedAt).toBeLessThanOrEqual(Date.now());
  await expect(send(wired, batchId)).rejects.toThrow(/each of these rows has an error/);
});
