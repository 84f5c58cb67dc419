import { beforeEach, describe, expect, test } from 'vitest';
import type { Batches } from '../../../main/batches/batches';
import type { Account } from '../../../shared/domain/account/account';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { createAds, person, type Ads } from '../sandbox/support/ads';
import { signIn } from '../sandbox/support/signIn';
import { sendAgreed } from '../../support/benches/agreeing';
import { refreshedAll, wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ invitations: 40 });

let batches: Batches;
/** Dana, using a different program. */
let elsewhere: Ads;
/** Accounts whose admin Dana is, as they were read. */
let open: Account[];
let batchId: string;

beforeEach(async () => {
  const connectionId = await wired.signedIn('dana');
  elsewhere = createAds(wired.sandbox.origin, (await signIn(wired.sandbox.origin, 'dana')).accessToken);
  await refreshedAll(wired);
  open = wired.accounts(connectionId).filter(({ canInvite }) => canInvite === true);
  batches = wired.app.batches;
  ({ batchId } = batches.create());
});

const row = (account: Account, name: string, changes: Partial<BatchRowInput> = {}): BatchRowInput => ({
  rowId: `row-of-${name}-${account.accountId}`,
  position: 1,
  account: { connectionId: account.connectionId, accountId: account.accountId },
  accountText: account.name,
  emailAddress: `${name}@new-people.example`,
  userName: `Person ${name}`,
  role: 'viewer',
  note: '',
  instances: '',
  ...changes,
});

const accountAt = (index: number): Account => open.at(index) ?? expect.fail('Dana has too few accounts.');

describe('checking online', () => {
  test('reports row by row what changed since the draft, and nothing else', async () => {
    const [brand, agency] = [accountAt(0), accountAt(1)];
    const rows = [
      row(brand, 'ada'),
      row(brand, 'bo'),
      row(agency, 'ada'),
      row(agency, 'cy', { role: 'boss' }),
    ];
    batches.setRows(batchId, rows, []);
    expect((await batches.check(batchId)).findings).toMatchObject([{ findings: [{ code: 'ROLE_UNKNOWN' }] }]);
    await elsewhere.create(brand.accountId, {
      userInvitationRequests: [
        person('ada@new-people.example', 'viewer'),
        person('BO@new-people.example', 'admin'),
      ],
    });
    const { conflicts, failures, findings, batch } = await batches.checkOnline(batchId);
    expect(failures).toEqual([]);
    expect(conflicts).toMatchObject([
      { rowId: rows[0]?.rowId, findings: [{ code: 'ALREADY_PENDING', level: 'error' }] },
      { rowId: rows[1]?.rowId, findings: [{ code: 'PENDING_WITH_OTHER_ROLE', column: 'role' }] },
    ]);
    expect(findings).toHaveLength(3);
    expect(batch.counts).toMatchObject({ rows: 4, draft: 3, ready: 1 });
    // They are open until they are settled.
    expect((await batches.checkOnline(batchId)).conflicts).toEqual(conflicts);
    batches.keepRows(
      batchId,
      conflicts.map(({ rowId, findings: found }) => ({ rowId, codes: found.map(({ code }) => code) })),
    );
    expect((await batches.checkOnline(batchId)).conflicts).toEqual([]);
  });

  test('reports an account that cannot be read, and still checks the others', async () => {
    const [brand, agency] = [accountAt(0), accountAt(1)];
    batches.setRows(batchId, [row(brand, 'ada'), row(agency, 'bo')], []);
    await elsewhere.create(agency.accountId, {
      userInvitationRequests: [person('bo@new-people.example', 'viewer')],
    });
    await wired.sandbox.misbehave({
      operation: 'ListUserInvitations',
      accountId: brand.accountId,
      faults: [{ kind: 'status', status: 500, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    const { conflicts, failures } = await batches.checkOnline(batchId);
    expect(failures).toMatchObject([{ account: { accountId: brand.accountId }, accountName: brand.name }]);
    expect(failures[0]?.error.message).toMatch(/\.$/);
    expect(conflicts).toMatchObject([{ findings: [{ code: 'ALREADY_PENDING' }] }]);
  });
});

describe('a dry run', () => {
  test('shows the exact bytes of each call that sending then makes, and calls nothing itself', async () => {
    const [brand, agency] = [accountAt(0), accountAt(1)];
    const many = Array.from({ length: 120 }, (_, index) =>
      row(brand, `p${String(index)}`, {
        position: index,
        role: index < 7 ? 'Administrator' : 'nur lesen',
        userName: ` Zoë “${String(index)}” \u{1F600} `,
      }),
    );
    batches.setRows(
      batchId,
      [...many, row(agency, 'ada', { position: 500 }), row(agency, 'no-role', { role: '' })],
      [],
    );
    batches.setNotify(batchId, true);
    await wired.sandbox.misbehave({ faults: [{ kind: 'reset', when: 'before' }] });
    const dryRun = await batches.dryRun(batchId);
    expect(dryRun).toMatchObject({ invitations: 121, admins: 7, calls: 4, emails: 121, sent: 0 });
    expect(dryRun.blocked).toMatchObject([{ code: 'ROLE_MISSING', rows: 1 }]);
    const bodies: string[] = [];
    for (const { account, calls } of dryRun.accounts) {
      for (let call = 0; call < calls; call += 1) {
        bodies.push((await batches.dryRunCall(batchId, { account, call })).body);
      }
    }
    expect(bodies).toHaveLength(4);
    expect(await wired.sandbox.faultsLeft(), 'requests that met the fault').toBe(1);
    await wired.sandbox.behave();

    await sendAgreed(wired.app, { batchId, whenNotSeen: 'ask' });
    await wired.app.outbox.idle();
    const sent = wired.store.db.prepare('SELECT body FROM requests').all() as { body: Uint8Array }[];
    expect(sent.map(({ body }) => Buffer.from(body).toString('utf8')).toSorted()).toEqual(bodies.toSorted());
    expect(batches.require(batchId).counts).toMatchObject({ rows: 122, invited: 121, draft: 1 });
    expect(await batches.dryRun(batchId)).toMatchObject({ invitations: 0, calls: 0, sent: 121 });
  });

  test('of selected rows or accounts counts only the rows among them that won’t be sent', async () => {
    const [brand, agency] = [accountAt(0), accountAt(1)];
    const rows = [
      row(brand, 'ada'),
      row(brand, 'no-role', { role: '' }),
      row(agency, 'grace'),
      row(agency, 'no-name', { userName: '' }),
    ];
    batches.setRows(batchId, rows, []);
    const inAgency = { connectionId: agency.connectionId, accountId: agency.accountId };
    expect(await batches.dryRun(batchId, { accounts: [inAgency] })).toMatchObject({
      invitations: 1,
      blocked: [{ code: 'NAME_MISSING', rows: 1 }],
    });
    expect(await batches.dryRun(batchId, { rowIds: [rows[0]?.rowId ?? ''] })).toMatchObject({
      invitations: 1,
      blocked: [],
    });
  });

  test('sharing links sends no email, and no calls are shown until emails or links are selected', async () => {
    const brand = accountAt(0);
    batches.setRows(batchId, [row(brand, 'ada')], []);
    const call = { account: { connectionId: brand.connectionId, accountId: brand.accountId }, call: 0 };
    await expect(batches.dryRunCall(batchId, call)).rejects.toThrow(/First select/);
    batches.setNotify(batchId, false);
    expect(await batches.dryRun(batchId)).toMatchObject({ invitations: 1, emails: 0 });
    expect(JSON.parse((await batches.dryRunCall(batchId, call)).body)).toMatchObject({
      notifyInvitedUsers: false,
    });
    await expect(batches.dryRunCall(batchId, { ...call, call: 1 })).rejects.toThrow(/no longer/);
  });
});
