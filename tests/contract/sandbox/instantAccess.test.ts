import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, createAds, person, type Ads } from './support/ads';
import { signIn } from './support/signIn';

let sandbox: RunningSandbox;
let dana: Ads;
let ids: string[];
beforeAll(async () => {
  sandbox = await startSandbox({ instantAccessAccounts: 2 });
  dana = createAds(sandbox.origin, (await signIn(sandbox.origin, 'dana')).accessToken);
  ids = await accountIds(dana);
});
afterAll(() => sandbox.stop());

describe('accounts from instant access', () => {
  it('come after the others, which stay the same', async () => {
    expect(ids).toHaveLength(16);
    const plain = await startSandbox();
    const there = createAds(plain.origin, (await signIn(plain.origin, 'dana')).accessToken);
    expect(await accountIds(there)).toEqual(ids.slice(0, 14));
    const people = (of: RunningSandbox) => of.query('SELECT invitation_id, email FROM invitations');
    expect(people(plain)).toEqual(people(sandbox));
    await plain.stop();
  });

  it('can be read', async () => {
    for (const id of ids.slice(14)) {
      expect((await dana.list(id)).body.invitations).toEqual([]);
      const users = (await dana.users(id)).body.users ?? [];
      expect(users).toHaveLength(1);
      expect((await dana.roles(id, { userId: users[0]?.userId })).body.roles).toMatchObject([
        { role: 'ADMIN' },
      ]);
    }
  });

  it('reject every change of their people with 400', async () => {
    const id = ids[14] ?? '';
    const userId = (await dana.users(id)).body.users?.[0]?.userId;
    const changes = [
      await dana.create(id, { userInvitationRequests: [person('new@post.example')] }),
      await dana.update(id, { updates: [{ invitationId: 'inv-0', state: 'REVOKED' }] }),
      await dana.updatePermissions(id, {
        userPermissions: [{ userId, permissionSet: { type: 'ROLE', role: 'ADMIN' } }],
      }),
      await dana.deletePermissions(id, { users: [{ userId: 'nobody' }] }),
    ];
    for (const { status, body } of changes) {
      expect(status).toBe(400);
      expect(body.message).toContain('not supported for accounts from instant access');
    }
    expect(sandbox.query('SELECT 1 FROM invitations WHERE account_id = ?', id)).toEqual([]);
  });
});
