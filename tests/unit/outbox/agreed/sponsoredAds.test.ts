import { beforeEach, describe, expect, test } from 'vitest';
import { listAccounts } from '../../../../main/access/accounts';
import type { Agreement, Confirmations } from '../../../../shared/domain/outbox/agreement';
import { account, changingBench, ref } from '../../../support/benches/changing';
import { addListedInstances } from '../../../support/fixtures/instances';

const own = changingBench();
const other = { connectionId: 'c-1', accountId: 'ENTITY2' };
const invitees = [{ emailAddress: 'new@agency.example', userName: 'New', role: 'viewer' as const }];
const refusal = 'Name of ENTITY1 has only instances for sponsored ads.';

const written = (): unknown =>
  own.store.db
    .prepare(
      `SELECT (SELECT count(*) FROM operations) AS operations, (SELECT count(*) FROM runs) AS runs, count(*) AS agreements
       FROM sponsored_ads_agreements`,
    )
    .get();
const nothing = { operations: 0, runs: 0, agreements: 0 };
const confirmed = { confirmedSponsoredAds: [account] };

beforeEach(() => {
  addListedInstances(own.store.db, account, { Main: ['SPONSORED_ADS'] });
  addListedInstances(own.store.db, other, { Main: ['DISPLAY'] });
});

/** Every command about an account's invitations, as the page would send it. */
const commands: Readonly<Record<string, (confirmations: Confirmations) => Promise<unknown>>> = {
  async create(confirmations) {
    return Promise.resolve(
      own.bench.own.create({ account, invitees, notifyInvitedUsers: false, ...confirmations }),
    );
  },
  inviteToAccounts: (confirmations) =>
    own.bench.own.inviteToAccounts({
      ...{ accounts: [other, account], invitees, notifyInvitedUsers: false },
      ...confirmations,
    }),
  ...Object.fromEntries(
    (['revoke', 'resend', 'inviteAgain'] as const).map((change) => [
      change,
      async (confirmations: Confirmations) => {
        const invitations = [ref('i-0')];
        const agreed = await previewed({ change, invitations });
        return own.bench.own[change]({ invitations, notifyInvitedUsers: false, agreed, ...confirmations });
      },
    ]),
  ),
  async changeRole(confirmations) {
    const input = { invitation: ref('i-0'), role: 'admin' as const };
    const agreed = await previewed({ change: 'changeRole', ...input });
    return own.bench.own.changeRole({ ...input, notifyInvitedUsers: false, agreed, ...confirmations });
  },
};

const previewed = async (input: Parameters<typeof own.bench.own.preview>[0]): Promise<Agreement> =>
  (await own.bench.own.preview(input)).agreement;

// docs/sending.md: S2
describe.each(Object.entries(commands))('%s in an account for sponsored ads only', (name, send) => {
  test('isn’t recorded unless that is confirmed, then once for all', async () => {
    if (name === 'inviteAgain') own.setState('i-0', 'lapsed');
    await expect(send({})).rejects.toThrow(refusal);
    await expect(send({ confirmedSponsoredAds: [other] })).rejects.toThrow(refusal);
    expect(written()).toEqual(nothing);
    await send(confirmed);
    await own.bench.own.idle();
    expect(written()).toMatchObject({ agreements: 1 });
    expect(listAccounts(own.store.db, {}).map((each) => [each.accountId, each.sponsoredAdsAgreed])).toEqual([
      ['ENTITY1', true],
      ['ENTITY2', false],
    ]);
    // The next change there is asked no more, whatever it is.
    const invitations = [ref('i-1')];
    const agreed = await previewed({ change: 'revoke', invitations });
    expect(agreed.sponsoredAds).toEqual([]);
    expect(await own.bench.own.revoke({ invitations, agreed })).toMatchObject({ agreed: true });
    await own.bench.own.idle();
  });
});

describe('what a person sees beforehand', () => {
  test('names the accounts to confirm, and no others', async () => {
    const { sponsoredAds } = await previewed({
      change: 'revoke',
      invitations: [ref('i-0'), ref('i-0', 'ENTITY2')],
    });
    expect(sponsoredAds).toEqual([{ account, accountName: 'Name of ENTITY1' }]);
  });

  test('is out of date once an account turns out to be one, and nothing is done', async () => {
    addListedInstances(own.store.db, account, { Main: ['DISPLAY'] });
    const invitations = [ref('i-0')];
    const agreed = await previewed({ change: 'revoke', invitations });
    addListedInstances(own.store.db, account, { Main: ['SPONSORED_ADS'] }, 2);
    expect(await own.bench.own.revoke({ invitations, agreed, ...confirmed })).toMatchObject({
      agreed: false,
      difference: { changed: 0, now: { sponsoredAds: [{ account }] } },
    });
    expect(written()).toEqual(nothing);
  });

  test('still counts when somebody confirmed the account elsewhere meanwhile', async () => {
    const invitations = [ref('i-0')];
    const agreed = await previewed({ change: 'revoke', invitations });
    own.bench.own.create({ account, invitees, notifyInvitedUsers: false, ...confirmed });
    expect(await own.bench.own.revoke({ invitations, agreed })).toMatchObject({ agreed: true });
    await own.bench.own.idle();
  });
});

test('confirming an account that isn’t one is no agreement for later', async () => {
  await own.bench.own.inviteToAccounts({
    ...{ accounts: [other], invitees, notifyInvitedUsers: false },
    confirmedSponsoredAds: [other, { connectionId: 'c-1', accountId: 'unknown' }],
  });
  await own.bench.own.idle();
  expect(written()).toMatchObject({ operations: 1, agreements: 0 });
});
