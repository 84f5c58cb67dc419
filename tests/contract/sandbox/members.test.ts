import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox, type SandboxStart } from '../../support/amazon/sandbox';
import { accountIds, createAds, type Ads } from './support/ads';
import { openPage, signIn } from './support/signIn';

let sandbox: RunningSandbox;
let dana: Ads;
/** Belongs to the manager account; admins Dana and Leo, viewer Priya. */
let managed: string;
/** Belongs to none; admins Dana and Leo, viewer Priya. */
let alone: string;

const as = async (identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);

async function start(options: SandboxStart): Promise<void> {
  sandbox = await startSandbox({ invitations: 0, ...options });
  dana = await as('dana');
  const accounts = await accountIds(dana);
  managed = accounts[0] ?? '';
  alone = accounts[2] ?? '';
}
beforeEach(() => start({ members: 4, inheritedMembers: 3 }));
afterEach(() => sandbox.stop());

const listed = async (account: string, scope?: 'ALL' | 'DIRECT' | 'EFFECTIVE' | 'INDIRECT') =>
  (await dana.users(account, scope === undefined ? {} : { accessScopeFilter: { include: [scope] } })).body
    .users ?? [];
const idOf = (identity: string): string =>
  String(sandbox.query('SELECT ads_user_id AS id FROM people WHERE identity = ?', identity)[0]?.['id']);
const rolesOf = async (account: string, userId: string) =>
  (await dana.roles(account, { userId })).body.roles?.map(({ role }) => role);

describe('members of an account', () => {
  it('are listed by how they got access', async () => {
    const [direct, inherited, all] = [
      await listed(managed, 'DIRECT'),
      await listed(managed, 'INDIRECT'),
      await listed(managed, 'ALL'),
    ];
    expect([direct.length, inherited.length, all.length]).toEqual([7, 3, 10]);
    expect(await listed(managed, 'EFFECTIVE')).toEqual(all);
    expect(await listed(managed)).toEqual(all);
    expect(
      [await listed(alone, 'DIRECT'), await listed(alone, 'INDIRECT')].map(({ length }) => length),
    ).toEqual([7, 0]);
  });

  it('who are in the manager account too are listed under both', async () => {
    await sandbox.setMember({ accountId: managed, identity: 'leo', access: 'manager' });
    const leo = idOf('leo');
    for (const scope of ['DIRECT', 'INDIRECT'] as const) {
      expect((await listed(managed, scope)).filter(({ userId }) => userId === leo)).toHaveLength(1);
    }
    expect((await listed(managed, 'ALL')).filter(({ userId }) => userId === leo)).toHaveLength(1);
    await sandbox.setMember({ accountId: managed, identity: 'leo', access: 'noManager' });
    expect((await listed(managed, 'INDIRECT')).map(({ userId }) => userId)).not.toContain(leo);
  });

  it('with inherited access alone have no direct role, reach the account, and are not admins', async () => {
    await sandbox.setMember({ accountId: managed, identity: 'alex', access: 'manager' });
    const alex = await as('alex');
    expect(await rolesOf(managed, idOf('alex'))).toEqual([]);
    expect(await accountIds(alex)).toContain(managed);
    expect(await accountIds(alex)).not.toContain(alone);
    expect((await alex.users(managed)).status).toBe(403);
  });

  it('join and leave as another admin decides', async () => {
    const priya = idOf('priya');
    await sandbox.setMember({ accountId: managed, identity: 'priya', access: 'none' });
    expect((await listed(managed)).map(({ userId }) => userId)).not.toContain(priya);
    await sandbox.setMember({ accountId: managed, identity: 'priya', access: 'admin' });
    expect(await rolesOf(managed, priya)).toEqual(['ADMIN']);
    await expect(
      sandbox.setMember({ accountId: managed, identity: 'nobody', access: 'admin' }),
    ).rejects.toThrow('nobody called nobody');
  });

  it('join and leave between listings on request', async () => {
    await sandbox.conduct({ comeAndGoEvery: 2 });
    const listings: string[] = [];
    for (let call = 0; call < 4; call += 1) {
      const users = await listed(managed, 'DIRECT');
      listings.push(users.map(({ userId }) => userId).join(' '));
    }
    expect(listings[1]).not.toBe(listings[0]);
    expect(listings[2]).toBe(listings[1]);
    expect(listings[3]).not.toBe(listings[2]);
  });

  it('are not offered by the sign-in page', async () => {
    const page = await (await openPage(sandbox.origin)).text();
    expect(page).toContain('dana');
    expect(page).not.toContain('further-1');
  });
});

describe('a masked address', () => {
  it.each([
    ['initial', 'd***@northwind-media.example'],
    ['ends', 'd***d@n***a.example'],
    ['host', '***@northwind-media.example'],
    ['nothing', '***'],
    ['absent', ''],
    ['whole', 'dana.whitfield@northwind-media.example'],
  ] as const)('has the form %s on demand: %s', async (mask, address) => {
    await sandbox.conduct({ mask });
    const users = await listed(managed, 'DIRECT');
    expect(users.find(({ userId }) => userId === idOf('dana'))?.emailAddress).toBe(address);
  });

  it('can match two people, and can reveal nothing about whose it is', async () => {
    for (const mask of ['host', 'nothing'] as const) {
      await sandbox.conduct({ mask });
      expect(new Set((await listed(managed)).map(({ emailAddress }) => emailAddress)).size).toBe(1);
    }
  });
});

describe('the last admin', () => {
  const remove = (...identities: string[]) =>
    dana.deletePermissions(managed, { users: identities.map((identity) => ({ userId: idOf(identity) })) });
  const makeViewer = (...identities: string[]) =>
    dana.updatePermissions(managed, {
      userPermissions: identities.map((identity) => ({
        userId: idOf(identity),
        permissionSet: { type: 'ROLE', role: 'VIEWER' },
      })),
    });
  const admins = (): number =>
    sandbox.query("SELECT 1 FROM members WHERE account_id = ? AND role = 'admin'", managed).length;

  it('makes the removal fail for that person on demand, and the others are removed', async () => {
    await sandbox.conduct({ lastAdminRemoval: 'entry' });
    const { status, body } = await remove('priya', 'leo', 'dana');
    expect(status).toBe(200);
    expect(body.successes?.map(({ userId }) => userId)).toEqual([idOf('priya'), idOf('leo')]);
    expect(body.errors).toMatchObject([{ userId: idOf('dana'), code: 'LAST_ADMIN' }]);
    expect(admins()).toBe(1);
  });

  it('makes a whole change of role fail on demand, and nobody’s role changes', async () => {
    await sandbox.conduct({ lastAdminRoleChange: 'call' });
    const { status, body } = await makeViewer('leo', 'dana');
    expect([status, body]).toEqual([
      400,
      { code: 'UserCannotBeRemovedException', message: 'An account keeps its last admin' },
    ]);
    expect(admins()).toBe(2);
  });
});

it('access that comes from a manager account can’t be changed or removed in an account', async () => {
  const [first] = await listed(managed, 'INDIRECT');
  const userId = first?.userId ?? '';
  const change = { userPermissions: [{ userId, permissionSet: { type: 'ROLE', role: 'ADMIN' } }] };
  expect((await dana.updatePermissions(managed, change)).body).toMatchObject({
    successes: [],
    errors: [{ userId, code: 'ACCESS_INHERITED' }],
  });
  expect((await dana.deletePermissions(managed, { users: [{ userId }] })).body).toMatchObject({
    successes: [],
    errors: [{ userId, code: 'ACCESS_INHERITED' }],
  });
  expect((await listed(managed, 'INDIRECT')).map((user) => user.userId)).toContain(userId);
});

it.each(['ListUsers', 'QueryUserRoles', 'UpdateUserPermissions', 'DeleteUserPermissions'] as const)(
  '%s supports faults like every operation',
  async (operation) => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'throttle', retryAfterSeconds: 2 }] });
    const calls = {
      ListUsers: () => dana.users(managed),
      QueryUserRoles: () => dana.roles(managed, { userId: idOf('dana') }),
      UpdateUserPermissions: () => dana.updatePermissions(managed, {}),
      DeleteUserPermissions: () => dana.deletePermissions(managed, { users: [{ userId: idOf('leo') }] }),
    };
    const { status, headers } = await calls[operation]();
    expect([status, headers.get('retry-after')]).toEqual([429, '2']);
    expect(await sandbox.faultsLeft()).toBe(0);
  },
);
