import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, createAds, type Ads } from './support/ads';
import { signIn } from './support/signIn';

let sandbox: RunningSandbox;
let dana: Ads;
/** Admins Dana and Leo, viewer Priya. */
let shared: string;
/** Admin Dana alone. */
let lone: string;
/** Dana's userId in the user operations. */
let danaId: string;
let leoId: string;
let priyaId: string;
const as = async (identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);

beforeAll(async () => {
  sandbox = await startSandbox();
  dana = await as('dana');
  [shared = '', lone = ''] = await accountIds(dana);
  [danaId = '', priyaId = '', leoId = ''] = await userIds(shared);
});
afterAll(() => sandbox.stop());

async function userIds(account: string, body?: unknown): Promise<string[]> {
  return ((await dana.users(account, body)).body.users ?? []).map(({ userId }) => userId);
}
const roleOf = async (userId: string, account = shared) =>
  (await dana.roles(account, { userId })).body.roles?.[0]?.role;

describe('the people of an account', () => {
  it('have masked addresses, an ID that is not Login with Amazon’s, and no role', async () => {
    const { status, body } = await dana.users(shared);
    expect(status).toBe(200);
    expect(body.users).toEqual(
      [danaId, priyaId, leoId].map((userId, index) => ({
        userId,
        emailAddress: `${'dpl'.charAt(index)}***@northwind-media.example`,
      })),
    );
    expect(JSON.stringify(body)).not.toMatch(/whitfield|raman|brandt|amzn1/i);
    expect(body).not.toHaveProperty('nextToken');
  });

  it('come in pages, each person once', async () => {
    const first = await dana.users(shared, { maxResults: 2 });
    expect(first.body.users).toHaveLength(2);
    const second = await dana.users(shared, { maxResults: 2, nextToken: first.body.nextToken });
    expect(second.body.users?.map(({ userId }) => userId)).toEqual([leoId]);
    expect(second.body).not.toHaveProperty('nextToken');
    expect((await dana.users(lone, { nextToken: first.body.nextToken })).status).toBe(400);
    expect((await dana.list(shared, { nextToken: first.body.nextToken ?? '' })).status).toBe(400);
  });

  it.each([
    ['ALL', 3],
    ['DIRECT', 3],
    ['EFFECTIVE', 3],
    ['INDIRECT', 0],
  ])('are for the access scope %s: %d', async (scope, count) => {
    expect(await userIds(shared, { accessScopeFilter: { include: [scope] } })).toHaveLength(count);
  });

  it('are not shown to viewers, other users or without an account', async () => {
    for (const identity of ['priya', 'alex']) {
      const { status, body } = await (await as(identity)).users(shared);
      expect(status).toBe(403);
      expect(body).not.toHaveProperty('users');
    }
    expect((await dana.users(shared, {}, { headers: { 'Amazon-Ads-AccountId': null } })).status).toBe(400);
  });

  it.each([
    { maxResults: 0 },
    { maxResults: 101 },
    { accessScopeFilter: { include: [] } },
    { accessScopeFilter: { include: ['ALL', 'DIRECT'] } },
  ])('are rejected for %j', async (body) => {
    expect((await dana.users(shared, body)).status).toBe(400);
  });
});

describe('a person’s permissions', () => {
  it('are their role, in capitals, one call per person', async () => {
    expect([await roleOf(danaId), await roleOf(priyaId)]).toEqual(['ADMIN', 'VIEWER']);
  });

  it('are AMC_ADMIN for an admin, and no published permission for a viewer', async () => {
    expect((await dana.permissions(shared, { userId: danaId })).body.permissions).toEqual([
      { id: 'AMC_ADMIN' },
    ]);
    expect((await dana.permissions(shared, { userId: priyaId })).body.permissions).toEqual([]);
    const indirect = { userId: danaId, accessScopeFilter: { include: ['INDIRECT'] } };
    expect((await dana.permissions(shared, indirect)).body.permissions).toEqual([]);
  });

  it('return 404 for somebody who is not in the account, 400 without a person, 403 to a viewer', async () => {
    const priya = await as('priya');
    for (const ask of ['roles', 'permissions'] as const) {
      expect((await dana[ask](lone, { userId: leoId })).status).toBe(404);
      expect((await dana[ask](shared, {})).status).toBe(400);
      expect((await dana[ask](shared, { userId: 'x'.repeat(151) })).status).toBe(400);
      expect((await dana[ask](shared, { userId: danaId, nextToken: 'made up' })).status).toBe(400);
      expect((await priya[ask](shared, { userId: priyaId })).status).toBe(403);
    }
  });
});

describe('a change of role', () => {
  beforeEach(() => expect([danaId, priyaId, leoId]).not.toContain(''));
  const set = (userId: string | undefined, role: string, account = shared) =>
    dana.updatePermissions(account, {
      userPermissions: [{ userId, permissionSet: { type: 'ROLE', role } }],
    });

  it('makes a viewer an admin and an admin a viewer', async () => {
    expect((await set(priyaId, 'ADMIN')).body).toEqual({ successes: [{ userId: priyaId }], errors: [] });
    expect(await roleOf(priyaId)).toBe('ADMIN');
    expect((await (await as('priya')).users(shared)).status).toBe(200);
    await set(priyaId, 'VIEWER');
    expect(await roleOf(priyaId)).toBe('VIEWER');
    expect((await (await as('priya')).users(shared)).status).toBe(403);
  });

  it('succeeds for some and is rejected for others in one call', async () => {
    const { status, body } = await dana.updatePermissions(shared, {
      userPermissions: [
        { userId: 'nobody', permissionSet: { type: 'ROLE', role: 'ADMIN' } },
        { userId: leoId, permissionSet: { type: 'ROLE', role: 'ADMIN' } },
        { userId: priyaId, permissionSet: { type: 'ROLE', role: 'EDITOR' } },
        { userId: priyaId, permissionSet: { type: 'CUSTOM_PERMISSION_SET' } },
      ],
    });
    expect(status).toBe(200);
    expect(body.successes).toEqual([{ userId: leoId }]);
    expect(body.errors?.map(({ userId, code }) => [userId, code])).toEqual([
      ['nobody', 'USER_NOT_FOUND'],
      [priyaId, 'INVALID_ROLE'],
      [priyaId, 'INVALID_PERMISSION_SET'],
    ]);
    expect(await roleOf(priyaId)).toBe('VIEWER');
  });

  it('leaves an account its last admin', async () => {
    const [danaThere = ''] = await userIds(lone);
    const { body } = await set(danaThere, 'VIEWER', lone);
    expect(body.successes).toEqual([]);
    expect(body.errors?.[0]?.code).toBe('LAST_ADMIN');
    expect(await roleOf(danaThere, lone)).toBe('ADMIN');
  });

  it.each([undefined, {}, { userPermissions: [] }])('is rejected for %j', async (body) => {
    expect((await dana.updatePermissions(shared, body)).status).toBe(400);
  });

  it('is rejected for a viewer', async () => {
    const body = { userPermissions: [{ userId: priyaId, permissionSet: { type: 'ROLE', role: 'ADMIN' } }] };
    expect((await (await as('priya')).updatePermissions(shared, body)).status).toBe(403);
    expect(await roleOf(priyaId)).toBe('VIEWER');
  });
});

describe('a removal', () => {
  const remove = (account: string, ...ids: string[]) =>
    dana.deletePermissions(account, { users: ids.map((userId) => ({ userId })) });

  it('ends a person’s access to this account and to no other', async () => {
    const third = (await accountIds(dana))[2] ?? '';
    const before = await accountIds(await as('priya'));
    expect(before).toContain(third);
    const { status, body } = await remove(third, priyaId, 'nobody');
    expect(status).toBe(200);
    expect(body.successes).toEqual([{ userId: priyaId }]);
    expect(body.errors).toMatchObject([{ userId: 'nobody', code: 'USER_NOT_FOUND' }]);
    expect(await userIds(third)).not.toContain(priyaId);
    expect(await accountIds(await as('priya'))).toEqual(before.filter((id) => id !== third));
  });

  it('of the last admin is rejected entirely', async () => {
    const { status, body } = await remove(shared, priyaId, danaId, leoId);
    expect([status, body.code]).toEqual([400, 'UserCannotBeRemovedException']);
    expect(body).not.toHaveProperty('successes');
    expect(await userIds(shared)).toEqual([danaId, priyaId, leoId]);
  });

  it.each([undefined, {}, { users: [] }, { users: Array.from({ length: 201 }, () => ({ userId: 'x' })) }])(
    'is rejected for %j',
    async (body) => {
      expect((await dana.deletePermissions(shared, body)).status).toBe(400);
    },
  );

  it('is rejected for a viewer', async () => {
    const body = { users: [{ userId: leoId }] };
    expect((await (await as('priya')).deletePermissions(shared, body)).status).toBe(403);
    expect(await userIds(shared)).toContain(leoId);
  });
});
