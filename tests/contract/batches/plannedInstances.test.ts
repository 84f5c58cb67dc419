import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readPlans } from '../../../main/access/instances/plans';
import { renderCreate, renderUpdate } from '../../../main/amazonAds/invitations/invitationChanges';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { agreeing, sendAgreed, undoAgreed } from '../../support/benches/agreeing';
import { wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ accounts: 14, invitations: 0 });

/** Instances whose names stand nowhere else. */
const canary = [
  { instanceId: 'amccanaryone', name: 'Canary instance' },
  { instanceId: null, name: 'Canaire; zwei' },
];
const person = { emailAddress: 'rosa@northwind-media.example', userName: 'Rosa Lind' };

let account: AccountRef;
beforeEach(async () => {
  const connectionId = await wired.signedIn('dana');
  await wired.app.access.refreshAccounts(connectionId);
  const found = wired.accounts(connectionId).find(({ canInvite }) => canInvite === true);
  account = { connectionId, accountId: found?.accountId ?? expect.fail('There is no account.') };
});

/** The bytes of every call so far, as text. */
const bodies = (): string[] =>
  (
    wired.store.db.prepare('SELECT body FROM requests ORDER BY request_id').all() as { body: Uint8Array }[]
  ).map(({ body }) => Buffer.from(body).toString('utf8'));
const plans = (): unknown[] => readPlans(wired.store.db).map(({ wanted }) => wanted);
const invitationId = (): string => wired.invitations(account)[0]?.invitationId ?? expect.fail('None.');

const row = (change: Partial<BatchRowInput>): BatchRowInput => ({
  ...{ rowId: randomUUID(), position: 1, account, accountText: '', role: 'viewer', note: '', instances: '' },
  ...person,
  ...change,
});

/** Sends one row with these instances. @returns the ID of its batch */
async function sent(instances: string): Promise<string> {
  const { batches, outbox } = wired.app;
  const { batchId } = batches.create('Spring');
  batches.setRows(batchId, [row({ instances })], []);
  batches.setNotify(batchId, false);
  await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
  await outbox.idle();
  return batchId;
}

describe('planned instances', () => {
  test('change not one byte of any call: create, resend, change of role, revoke and create again', async () => {
    const outbox = agreeing(wired.app.outbox);
    await wired.app.outbox.inviteToAccounts({
      ...{ accounts: [account], invitees: [{ ...person, role: 'viewer' }], notifyInvitedUsers: true },
      plans: [{ account, wanted: canary }],
    });
    await wired.app.outbox.idle();
    const first = invitationId();
    await outbox.resend({ invitations: [{ ...account, invitationId: first }], notifyInvitedUsers: false });
    await wired.app.outbox.idle();
    await outbox.changeRole({
      ...{ invitation: { ...account, invitationId: first }, role: 'admin', notifyInvitedUsers: false },
    });
    await wired.app.outbox.idle();

    expect(plans()).toEqual([canary]);
    expect(bodies()).toEqual(
      [
        renderCreate([{ ...person, role: 'viewer' }], true),
        renderUpdate([first], 'RESENT', false),
        renderUpdate([first], 'REVOKED', false),
        renderCreate([{ ...person, role: 'admin' }], false),
      ].map((bytes) => Buffer.from(bytes).toString('utf8')),
    );
    expect(bodies().join('')).not.toMatch(/canar|canaire|instance/i);
    // What came to Amazon is what stands in the journal; its own record knows nothing either.
    const seen = wired.sandbox.query('SELECT * FROM invitations').map((each) => JSON.stringify(each));
    expect(seen.join('')).not.toMatch(/canar|canaire/i);
  });

  test('of a batch’s row are kept with its operation, and don’t change its call', async () => {
    await sent('Canary instance; Canaire');
    const [withPlan = ''] = bodies();
    expect(withPlan).toBe(Buffer.from(renderCreate([{ ...person, role: 'viewer' }], false)).toString('utf8'));
    expect(plans()).toEqual([
      [
        { instanceId: null, name: 'Canary instance' },
        { instanceId: null, name: 'Canaire' },
      ],
    ]);
    expect(await wired.app.batchSender.sentRows(wired.app.batches.list()[0]?.batchId ?? '')).toMatchObject([
      { planned: [{ name: 'Canary instance' }, { name: 'Canaire' }] },
    ]);
  });

  test('are dropped when the batch is undone, once that is done', async () => {
    const batchId = await sent('all');
    expect(plans()).toEqual(['all']);
    await undoAgreed(wired.app, batchId);
    expect(plans()).toEqual(['all']);
    await wired.app.outbox.idle();
    expect(plans()).toEqual([]);
  });

  test('are part of what was agreed to: a row changed after the dry run isn’t sent', async () => {
    const { batches, batchSender, outbox } = wired.app;
    const { batchId } = batches.create('Spring');
    const drafted = row({ instances: 'Main' });
    batches.setRows(batchId, [drafted], []);
    batches.setNotify(batchId, false);
    const { agreement } = await batches.dryRun(batchId);
    batches.setRows(batchId, [{ ...drafted, instances: 'Canary instance' }], []);
    const send = { batchId, whenNotSeen: 'ask' as const, agreed: agreement };
    expect(await batchSender.send(send)).toMatchObject({ sent: false, difference: { changed: 1 } });
    await outbox.idle();
    expect(bodies()).toEqual([]);
    expect(plans()).toEqual([]);

    batches.setRows(batchId, [{ ...drafted, instances: ' main', note: 'later' }], []);
    batches.setRows(batchId, [{ ...drafted, instances: 'Main', note: 'later' }], []);
    expect(await batchSender.send(send)).toMatchObject({ sent: true });
  });
});
