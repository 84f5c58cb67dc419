import { beforeEach, describe, expect, test } from 'vitest';
import { membersBench } from '../../../support/benches/membersBench';
import { outboxOver } from '../../../support/benches/outboxBench';
import { addListedInstances } from '../../../support/fixtures/instances';
import type { Outbox } from '../../../../main/outbox/outbox';
import type { Agreement } from '../../../../shared/domain/outbox/agreement';

const own = membersBench();
const ref = (name: string, accountId = 'ENTITY1') => ({
  connectionId: 'c-1',
  accountId,
  userId: `u-${name}`,
});
const viewers = (count: number) => Array.from({ length: count }, (_, index) => ref(`viewer${String(index)}`));
const never = { typeNumberFromInvitations: 0, typeNumberFromAdmins: 0 };
let outbox: Outbox;
beforeEach(async () => {
  await own.read();
  outbox = own.bench.own;
});
const preview = async (members: ReturnType<typeof ref>[]) =>
  outbox.previewMembers({ change: 'remove', members });
const agreedTo = async (members: ReturnType<typeof ref>[]): Promise<Agreement> =>
  (await preview(members)).agreement;
const written = (): unknown => own.store.db.prepare('SELECT count(*) AS count FROM operations').get();
const nothing = { count: 0 };
const signIn = (email: string, userId = 'amzn1.account.X'): void => {
  own.store.db
    .prepare('UPDATE connections SET identity = ?')
    .run(JSON.stringify({ userId, name: 'Ann', email }));
};

describe('a preview of a change of members', () => {
  test('counts by account and writes nothing', async () => {
    expect(await preview([ref('viewer0'), ref('viewer0', 'ENTITY2')])).toMatchObject({
      agreement: { total: 2, admins: 0, accounts: [{ total: 1 }, { total: 1 }], shares: [], yourself: [] },
      leftOut: [],
    });
    expect(written()).toEqual(nothing);
  });

  test('names whom it leaves out, and why', async () => {
    const { agreement, leftOut } = await outbox.previewMembers({
      change: 'setRole',
      role: 'viewer',
      members: [ref('ann'), ref('ivy'), ref('viewer0'), ref('nobody')],
    });
    expect(agreement.total).toBe(1);
    expect(leftOut.map(({ reason, members }) => [reason, members.map(({ userId }) => userId)])).toEqual([
      ['inherited', ['u-ivy']],
      ['hasRole', ['u-viewer0']],
      ['gone', ['u-nobody']],
    ]);
  });

  test.each([
    ['the only admins', [ref('ann'), ref('ben')], /No admin that Amazon shows would be left/],
    ['inherited access', [ref('ivy')], /through a manager account/],
    ['somebody who left', [ref('nobody')], /no longer lists this person/],
    ['one member twice', [ref('ann'), ref('ann')], /in the list twice/],
  ])('of %s is refused with what to do', async (_, members, message) => {
    await expect(preview(members)).rejects.toThrow(message);
    expect(written()).toEqual(nothing);
  });
});

// docs/sending.md: S2
describe('removing members', () => {
  test('does exactly what was agreed, or nothing', async () => {
    const agreed = await agreedTo([ref('viewer0')]);
    const answer = await outbox.removeMembers({ members: [ref('viewer0'), ref('viewer1')], agreed });
    expect(answer).toMatchObject({ agreed: false, difference: { changed: 1, now: { total: 2 } } });
    expect(written()).toEqual(nothing);
    expect(own.changes).toEqual([]);
  });

  test('is refused when a role changed behind the dialog', async () => {
    const agreed = await agreedTo([ref('viewer0')]);
    own.store.db.exec("UPDATE members SET role = 'admin' WHERE user_id = 'u-viewer0'");
    expect(await outbox.removeMembers({ members: [ref('viewer0')], agreed })).toMatchObject({
      agreed: false,
      difference: { now: { total: 1, admins: 1 } },
    });
  });

  test('of much of an account needs the number typed for that account', async () => {
    const members = [...viewers(4), ref('viewer0', 'ENTITY2')];
    const agreed = await agreedTo(members);
    expect(agreed.shares).toMatchObject([{ account: { accountId: 'ENTITY1' }, total: 4, members: 14 }]);
    const command = { members, agreed };
    await expect(outbox.removeMembers(command)).rejects.toThrow(/^Type 4 for .* to confirm\.$/);
    const [share] = agreed.shares;
    const account = share?.account ?? { connectionId: '', accountId: '' };
    await expect(
      outbox.removeMembers({ ...command, typedShares: [{ account, typed: '5' }] }),
    ).rejects.toThrow(/^Type 4/);
    expect(written()).toEqual(nothing);
    const answer = await outbox.removeMembers({ ...command, typedShares: [{ account, typed: '4' }] });
    expect(answer).toMatchObject({ agreed: true, leftOut: [] });
  });

  test('of an account for sponsored ads only needs that confirmed once, as another role does', async () => {
    const account = { connectionId: 'c-1', accountId: 'ENTITY1' };
    addListedInstances(own.store.db, account, { Main: ['SPONSORED_ADS'] });
    const members = [ref('viewer0')];
    const agreed = await agreedTo(members);
    expect(agreed.sponsoredAds).toMatchObject([{ account }]);
    await expect(outbox.removeMembers({ members, agreed })).rejects.toThrow(
      'only instances for sponsored ads',
    );
    const roles = await outbox.previewMembers({ change: 'setRole', role: 'admin', members });
    const command = { members, role: 'admin' as const, agreed: roles.agreement };
    await expect(outbox.setRole(command)).rejects.toThrow('only instances for sponsored ads');
    expect(written()).toEqual(nothing);
    expect(await outbox.setRole({ ...command, confirmedSponsoredAds: [account] })).toMatchObject({
      agreed: true,
    });
    expect((await agreedTo([ref('viewer1')])).sponsoredAds).toEqual([]);
  });

  test('of a quarter or less, or of fewer than three, needs none', async () => {
    expect((await agreedTo(viewers(3))).shares).toEqual([]);
    own.members.set('ENTITY1', (own.members.get('ENTITY1') ?? []).slice(0, 5));
    await own.read();
    expect((await agreedTo(viewers(2))).shares).toEqual([]);
  });

  test('of yourself needs a confirmation for each account, by user ID, address or mask', async () => {
    for (const [email, userId] of [
      ['anna@example.com', 'x'],
      ['someone@else.example', 'u-ann'],
    ] as const) {
      signIn(email, userId);
      const agreed = await agreedTo([ref('ann'), ref('viewer0')]);
      expect(agreed.yourself).toMatchObject([{ userId: 'u-ann', maskedEmail: 'an***@example.com' }]);
      const command = { members: [ref('ann'), ref('viewer0')], agreed };
      await expect(outbox.removeMembers(command)).rejects.toThrow(/may be you/);
      await expect(outbox.removeMembers({ ...command, confirmedYourself: [ref('viewer0')] })).rejects.toThrow(
        /may be you/,
      );
    }
    expect(written()).toEqual(nothing);
    const agreed = await agreedTo([ref('ann')]);
    expect(
      await outbox.removeMembers({ members: [ref('ann')], agreed, confirmedYourself: [ref('ann')] }),
    ).toMatchObject({ agreed: true });
  });

  test('of someone who isn’t you needs no such confirmation', async () => {
    signIn('dora@example.com');
    expect((await agreedTo([ref('ann')])).yourself).toEqual([]);
  });

  test('of many needs their number typed, and can be called back before it starts', async () => {
    const { outbox: careful } = outboxOver(own.store.db, 'http://127.0.0.1:1', {
      typingRule: { ...never, typeNumberFromInvitations: 3 },
      startWaitMs: 600_000,
    });
    await careful.removeMembers({ members: viewers(3) });
    expect(own.changes).toEqual([]);
    expect(careful.status().runs).toMatchObject([{ kind: 'removeMember', startsAt: expect.any(Number) }]);
    careful.pause();
    await careful.close();
  });
});
