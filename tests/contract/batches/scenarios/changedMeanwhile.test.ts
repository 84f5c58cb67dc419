import { expect, test } from 'vitest';
import { decideTerms } from '../../../support/amazon/decideTerms';
import { jumpingClock } from '../../../support/clocks/jumpingClock';
import { refreshedAll, wiredApp } from '../../../support/benches/wiredApp';
import { person } from '../../sandbox/support/ads';
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
  samLeaves,
  send,
  statuses,
  wanted,
  written,
} from './support';

const clock = jumpingClock();
/** Of 16 accounts Dana is an admin of 14; Sam is invited to two of them. */
const wired = wiredApp({ accounts: 16, invitations: 70 });

const samsAddress = 'sam.okafor@brightside-foods.example';
const twentyMinutes = 20 * 60_000;

/** Sam redeems the invitations to all accounts to which somebody has invited him. */
async function samJoins(): Promise<void> {
  const sam = await elsewhere(wired, 'sam');
  for (const { id } of wired.sandbox.query(
    'SELECT invitation_id AS id FROM invitations WHERE email = ?',
    samsAddress,
  )) {
    await decideTerms((await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body.termsUrl, 'accept');
    expect((await sam.redeem(String(id))).status).toBe(200);
  }
}

test('a batch drafted offline shows what changed in the meantime, and sends nothing until that is resolved', async () => {
  const connectionId = await wired.signedIn('dana');
  await refreshedAll(wired);
  const leos = accountsWithLeo(wired);
  const accounts = openAccounts(wired, connectionId);
  expect(accounts).toHaveLength(14);
  const sams = wired.invitations().filter(({ emailAddress }) => emailAddress === samsAddress);
  expect(sams).toHaveLength(2);
  // Leo can remove Sam in one of Sam's two accounts, and can make Dana a viewer of another one.
  const leaving = accounts.find(
    ({ accountId }) => leos.includes(accountId) && sams.some((sam) => sam.accountId === accountId),
  );
  const staying = accounts.find(
    ({ accountId }) => accountId !== leaving?.accountId && sams.some((sam) => sam.accountId === accountId),
  );
  const closing = accounts.find(
    ({ accountId }) => leos.includes(accountId) && !sams.some((sam) => sam.accountId === accountId),
  );
  if (leaving === undefined || staying === undefined || closing === undefined) {
    expect.fail('The sample has no accounts for this.');
  }
  const others = accounts.filter(({ accountId }) => accountId !== closing.accountId);

  await wired.sandbox.stop();
  const plain = numbers(66, 10).map((number) => row(number, at(others, number)));
  const invitedMeanwhile = [row(1, at(others, 1)), row(2, at(others, 2)), row(3, at(others, 3))] as const;
  const [sameRole, otherAddress, otherRole] = invitedMeanwhile;
  const sam = { emailAddress: samsAddress, userName: 'Sam Okafor', role: 'viewer' };
  const samAgain = row(4, leaving, sam);
  const samTwice = row(5, staying, sam);
  const shut = row(6, closing);
  const drafted = [...invitedMeanwhile, samAgain, samTwice, shut, ...plain];
  const batchId = batchOf(wired, drafted);
  const { batch } = await wired.app.batches.check(batchId);
  // It was already known that Sam is invited.
  expect(batch.counts).toMatchObject({ rows: 72, draft: 2, ready: 70, warnings: 0 });

  await clock.jump(twentyMinutes, { moveClock: () => Promise.resolve(0) });
  // Each account is tried several times, with pauses, so only one row.
  const without = await send(wired, batchOf(wired, [row(0, at(others, 0))]));
  expect(without).toMatchObject({
    sent: false,
    conflicts: [],
    failures: [{ account: { accountId: at(others, 0).accountId }, error: { code: 'NETWORK' } }],
  });
  expect(written(wired)).toBe(0);

  await wired.restartSandbox();
  await wired.sandbox.moveClock(twentyMinutes);
  const [dana, leo] = [await elsewhere(wired, 'dana'), await elsewhere(wired, 'leo')];
  for (const { account, emailAddress, role } of invitedMeanwhile) {
    const their = emailAddress === otherRole.emailAddress ? 'admin' : role;
    await dana.create(account?.accountId ?? '', {
      userInvitationRequests: [person(emailAddress, their)],
    });
  }
  await samJoins();
  await becomesViewer(wired, leo, closing.accountId);
  const elsewheres = invited(wired);
  expect(elsewheres).toHaveLength(3);

  const back = await send(wired, batchId);
  expect(back).toMatchObject({ sent: false, failures: [] });
  const conflicts = new Map(
    back.sent
      ? []
      : back.conflicts.map(({ rowId, findings }) => [
          rowId,
          findings.map(({ code, level }) => [code, level]),
        ]),
  );
  expect(conflicts).toEqual(
    new Map([
      [sameRole.rowId, [['ALREADY_PENDING', 'error']]],
      [otherAddress.rowId, [['ALREADY_PENDING', 'error']]],
      [otherRole.rowId, [['PENDING_WITH_OTHER_ROLE', 'error']]],
      [samAgain.rowId, [['ALREADY_USER', 'warning']]],
      [samTwice.rowId, [['ALREADY_USER', 'warning']]],
      [shut.rowId, [['NOT_ADMIN', 'error']]],
    ]),
  );
  expect(invited(wired)).toEqual(elsewheres);
  expect(written(wired)).toBe(0);
  expect(wired.app.batches.require(batchId).counts).toMatchObject({ draft: 4, warnings: 2, ready: 68 });

  // One of each is removed, one is changed, one is moved, and one is sent despite its warning.
  await samLeaves(wired, leo, leaving.accountId);
  const mended = { ...otherAddress, emailAddress: 'person2.other@northwind-media.example' };
  const moved = movedTo(shut, staying);
  wired.app.batches.setRows(batchId, [mended, moved], [sameRole.rowId, otherRole.rowId, samTwice.rowId]);
  const sending = await send(wired, batchId);
  expect(sending).toMatchObject({ sent: true, invitations: 69, leftOut: 0 });
  await wired.app.outbox.idle();
  const gone = [mended, moved, ...plain];
  expect(invited(wired)).toEqual([...wanted(gone), ...elsewheres].toSorted());
  expect(mailed(wired)).toEqual(wanted(gone));
  expect(
    wired.sandbox.query(
      `SELECT account_id AS id FROM invitations WHERE email = ? AND state = 'PENDING'`,
      samsAddress,
    ),
  ).toEqual([{ id: leaving.accountId }]);
  expect(statuses(wired, batchId)).toEqual({ done: 69 });
  expect(wired.app.batches.require(batchId).counts).toMatchObject({ rows: 69, invited: 69, draft: 0 });
  expect(await wired.app.batchSender.report(batchId)).toMatchObject({
    states: [{ state: 'pending', rows: 69 }],
    failures: [],
    runs: [{ runId: sending.sent ? sending.runId : 0 }],
  });
});
