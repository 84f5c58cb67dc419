import { expect, test } from 'vitest';
import type { Account } from '../../../shared/domain/account/account';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { matching } from '../../support/fixtures/matching';
import { refreshedAll, wiredApp } from '../../support/benches/wiredApp';
import { batchOf, row } from '../batches/scenarios/support';

const wired = wiredApp({ invitations: 0, instantAccessAccounts: 1 });

/** The account as currently stored. */
const now = ({ connectionId, accountId }: Account): Account =>
  wired.accounts(connectionId).find((each) => each.accountId === accountId) ??
  expect.fail('The account is gone.');

/** Signed in, with everything read: the account from instant access, which comes last in the sandbox, and another one. */
async function twoAccounts(): Promise<{ readonly refusing: Account; readonly other: Account }> {
  const connectionId = await wired.signedIn('dana');
  await refreshedAll(wired);
  const [last] = wired.sandbox.query('SELECT account_id AS id FROM accounts WHERE from_instant_access = 1');
  const open = wired.accounts(connectionId).filter(({ canInvite }) => canInvite === true);
  const refusing = open.find(({ accountId }) => accountId === last?.['id']);
  const other = open.find((account) => account !== refusing);
  return {
    refusing: refusing ?? expect.fail('It cannot be read.'),
    other: other ?? expect.fail('No other.'),
  };
}

async function invited({ connectionId, accountId }: Account, name: string): Promise<Operation | undefined> {
  const operationIds = wired.app.outbox.create({
    account: { connectionId, accountId },
    invitees: [{ emailAddress: `${name}@northwind-media.example`, userName: name, role: 'viewer' }],
    notifyInvitedUsers: false,
  });
  await wired.app.outbox.idle();
  return wired.app.outbox.operations({ operationIds, limit: 10, offset: 0 }).operations[0];
}

async function findingsIn(account: Account): Promise<string[]> {
  const batchId = batchOf(wired, [row(1, account)]);
  await wired.app.batches.check(batchId);
  return wired.app.batches.rowsOf(batchId).flatMap(({ findings }) => findings.map(({ code }) => code));
}

test('an account that can be read but rejects changes is recognized as such from the first rejection on', async () => {
  const { refusing, other } = await twoAccounts();
  expect(refusing).toMatchObject({ canInvite: true, trouble: null, refusesChanges: false });
  expect(await findingsIn(refusing)).toEqual([]);

  expect(await invited(refusing, 'one')).toMatchObject({
    status: 'failed',
    error: {
      code: 'BAD_REQUEST',
      message: matching(/doesn’t accept user changes in this account, use Amazon’s own console/),
      details: matching(/instant access/),
    },
  });
  expect(await invited(other, 'one')).toMatchObject({ status: 'done' });
  expect(now(refusing)).toMatchObject({ canInvite: true, refusesChanges: true });
  expect(now(other).refusesChanges).toBe(false);
  expect(await findingsIn(refusing)).toEqual(['ACCOUNT_REFUSES_CHANGES']);
  expect(await findingsIn(other)).toEqual([]);

  // Reading it says nothing about changes.
  await refreshedAll(wired);
  expect(now(refusing)).toMatchObject({ trouble: null, refusesChanges: true });
});

test('the first accepted change shows that the account accepts changes, and a later rejection has another reason', async () => {
  const { other } = await twoAccounts();
  const refusesNext = () =>
    wired.sandbox.misbehave({
      operation: 'CreateUserInvitations',
      accountId: other.accountId,
      faults: [{ kind: 'status', status: 400, when: 'before' }],
    });
  await refusesNext();
  expect(await invited(other, 'one')).toMatchObject({ status: 'failed' });
  expect(now(other).refusesChanges).toBe(true);

  expect(await invited(other, 'two')).toMatchObject({ status: 'done' });
  expect(now(other).refusesChanges).toBe(false);
  expect(await findingsIn(other)).toEqual([]);

  await refusesNext();
  expect(await invited(other, 'three')).toMatchObject({ status: 'failed' });
  expect(now(other).refusesChanges).toBe(false);
});
