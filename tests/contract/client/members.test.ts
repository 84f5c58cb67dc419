import { beforeEach, describe, expect, test } from 'vitest';
import { listMembers } from '../../../main/access/members/listing/listMembers';
import { memberRefreshProgress } from '../../../shared/domain/member/memberRefresh';
import { refreshedAll, wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ invitations: 0, members: 4, inheritedMembers: 3 });

let dana: string;
beforeEach(async () => {
  dana = await wired.signedIn('dana');
  await refreshedAll(wired);
});

const progress = () => memberRefreshProgress.parse(wired.app.members.background.progress());
async function refreshed(): Promise<void> {
  wired.app.members.background.start(Date.now() + 1);
  await wired.app.members.background.idle();
}
const membersOf = (accountId: string) =>
  listMembers(wired.store.db, {
    account: { connectionId: dana, accountId },
    ...{ search: '', left: false, sort: 'userId', descending: false, limit: 500, offset: 0 },
  }).members;
const adminAccounts = (): string[] =>
  wired.accounts(dana).flatMap(({ accountId, canInvite }) => (canInvite === true ? [accountId] : []));
/** What the sandbox knows about an account: scope and role by user ID. */
function truth(accountId: string): Record<string, [string, string | null]> {
  const direct = wired.sandbox.query(
    'SELECT ads_user_id AS id, role FROM members JOIN people USING (user_id) WHERE account_id = ?',
    accountId,
  );
  const inherited = wired.sandbox.query(
    `SELECT ads_user_id AS id FROM manager_members JOIN managed_accounts USING (manager_id) JOIN people USING (user_id)
     WHERE account_id = ?`,
    accountId,
  );
  const ids = new Set(inherited.map(({ id }) => String(id)));
  const entries: [string, [string, string | null]][] = [
    ...[...ids].map((id): [string, [string, null]] => [id, ['inherited', null]]),
    ...direct.map(({ id, role }): [string, [string, string]] => [
      String(id),
      [ids.has(String(id)) ? 'both' : 'direct', String(role)],
    ]),
  ];
  return Object.fromEntries(entries);
}
const stored = (accountId: string): Record<string, [string, string | null]> =>
  Object.fromEntries(membersOf(accountId).map(({ userId, scope, role }) => [userId, [scope, role]]));

describe('the members of all accounts', () => {
  test('are those that Amazon has, with scope and direct role', async () => {
    await wired.sandbox.setMember({
      accountId: adminAccounts()[0] ?? '',
      identity: 'leo',
      access: 'manager',
    });
    await refreshed();
    expect(adminAccounts().length).toBe(12);
    for (const accountId of adminAccounts()) expect(stored(accountId)).toEqual(truth(accountId));
    const scopes = adminAccounts().flatMap((accountId) =>
      Object.values(stored(accountId)).map(([scope]) => scope),
    );
    expect(new Set(scopes)).toEqual(new Set(['direct', 'inherited', 'both']));
    expect(progress()).toMatchObject({ running: false, accounts: { total: 12, done: 12, failed: 0 } });
    expect(progress().roles).toMatchObject({ failed: 0 });
  });

  test('follow who joins, leaves and changes role', async () => {
    await refreshed();
    const [first = '', second = ''] = adminAccounts();
    await wired.sandbox.setMember({ accountId: first, identity: 'priya', access: 'none' });
    await wired.sandbox.setMember({ accountId: second, identity: 'sam', access: 'admin' });
    await wired.sandbox.setMember({ accountId: first, identity: 'alex', access: 'manager' });
    await refreshed();
    expect(stored(first)).toEqual(truth(first));
    expect(stored(second)).toEqual(truth(second));
  });

  test('are distinguished by ID, whatever their addresses look like', async () => {
    const [accountId = ''] = adminAccounts();
    for (const mask of ['initial', 'ends', 'host', 'nothing', 'absent', 'whole'] as const) {
      await wired.sandbox.conduct({ mask });
      expect(await wired.app.members.refresh({ connectionId: dana, accountId })).toBeNull();
      expect(Object.keys(stored(accountId)).sort()).toEqual(Object.keys(truth(accountId)).sort());
    }
  });

  test('are all read, even if Amazon throttles, fails once and drops a connection', async () => {
    await wired.sandbox.misbehave({
      operation: 'ListUsers',
      faults: [
        { kind: 'throttle', retryAfterSeconds: 1 },
        { kind: 'status', status: 500, when: 'before' },
        { kind: 'reset', when: 'before' },
      ],
    });
    await wired.sandbox.misbehave({
      operation: 'QueryUserRoles',
      faults: [
        { kind: 'throttle', retryAfterSeconds: 1 },
        { kind: 'reset', when: 'before' },
      ],
    });
    await refreshed();
    for (const accountId of adminAccounts()) expect(stored(accountId)).toEqual(truth(accountId));
    expect(await wired.sandbox.faultsLeft()).toBe(0);
  });

  test('are missing only in the account whose answer was cut off, until the next refresh', async () => {
    await wired.sandbox.misbehave({ operation: 'ListUsers', faults: [{ kind: 'truncate' }] });
    await refreshed();
    expect(progress().accounts).toEqual({ total: 12, done: 11, failed: 1 });
    await refreshed();
    for (const accountId of adminAccounts()) expect(stored(accountId)).toEqual(truth(accountId));
  });

  test('stay as they were if nothing can be read', async () => {
    await refreshed();
    const before = adminAccounts().map(stored);
    await wired.sandbox.stop();
    await refreshed();
    expect(adminAccounts().map(stored)).toEqual(before);
    expect(progress().accounts).toEqual({ total: 12, done: 0, failed: 12 });
  });
});
