import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountRef } from '../../../shared/domain/account/account';
import { detailsOf } from '../../../main/access/invitations/details';
import type { Invitation } from '../../../shared/domain/invitation/invitation';
import { decideTerms } from '../../support/amazon/decideTerms';
import { refreshedAll, wiredApp } from '../../support/benches/wiredApp';
import { accountIds, createAds, person, type Ads } from '../sandbox/support/ads';
import { signIn } from '../sandbox/support/signIn';

const day = 86_400_000;
const samsAddress = 'sam.okafor@brightside-foods.example';
const wired = wiredApp({ invitations: 40 });

/** Dana, using a different program. */
let elsewhere: Ads;
let account: AccountRef;
let invitationId: string;

const as = async (identity: string): Promise<Ads> =>
  createAds(wired.sandbox.origin, (await signIn(wired.sandbox.origin, identity)).accessToken);

beforeEach(async () => {
  const connectionId = await wired.signedIn('dana');
  elsewhere = await as('dana');
  const accountId = (await accountIds(elsewhere))[13] ?? '';
  const { body } = await elsewhere.create(accountId, {
    userInvitationRequests: [person(samsAddress, 'viewer')],
  });
  account = { connectionId, accountId };
  invitationId = body.successes?.[0]?.invitationId ?? expect.fail('Sam was not invited.');
  await refreshedAll(wired);
  expect(known()).toMatchObject({ state: 'pending', evidence: 'listed' });
});

const known = (): Invitation => detailsOf(wired.store.db, { ...account, invitationId }).invitation;

describe('an invitation that Amazon no longer lists', () => {
  test('was redeemed: Amazon says so, even though it masks its users', async () => {
    const sam = await as('sam');
    await decideTerms((await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body.termsUrl, 'accept');
    expect((await sam.redeem(invitationId)).status).toBeLessThan(300);
    await refreshedAll(wired);
    expect(known()).toMatchObject({ state: 'accepted', evidence: 'amazon', emailAddress: samsAddress });
    const { timeline } = detailsOf(wired.store.db, { ...account, invitationId });
    expect(timeline.map(({ what }) => what)).toContain('state');
  });

  test('was revoked by somebody else', async () => {
    await elsewhere.update(account.accountId, { updates: [{ invitationId, state: 'REVOKED' }] });
    await refreshedAll(wired);
    expect(known()).toMatchObject({ state: 'revoked', evidence: 'amazon' });
  });

  test('has expired', async () => {
    await wired.sandbox.moveClock(15 * day);
    await refreshedAll(wired);
    expect(known()).toMatchObject({ state: 'lapsed', evidence: 'amazon' });
    expect(wired.app.access.overview()).toMatchObject({ pending: 0 });
  });

  test.each([403, 404])(
    'and whose own request returns %i is No longer listed, since nothing proves more',
    async (status) => {
      await elsewhere.update(account.accountId, { updates: [{ invitationId, state: 'REVOKED' }] });
      await wired.sandbox.misbehave({
        operation: 'GetUserInvitation',
        faults: [{ kind: 'status', status, when: 'before' }],
        random: { rate: 1, seed: 1 },
      });
      await refreshedAll(wired);
      expect(known()).toMatchObject({ state: 'gone', evidence: 'absence' });
    },
  );

  test('and that cannot be requested now stays pending until it can', async () => {
    await elsewhere.update(account.accountId, { updates: [{ invitationId, state: 'REVOKED' }] });
    await wired.sandbox.misbehave({
      operation: 'GetUserInvitation',
      faults: [{ kind: 'status', status: 500, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    await refreshedAll(wired);
    expect(known()).toMatchObject({ state: 'pending' });
    await wired.sandbox.behave();
    await refreshedAll(wired);
    expect(known()).toMatchObject({ state: 'revoked', evidence: 'amazon' });
  });

  test('was probably accepted if its person’s masked address is among the users', async () => {
    const sam = await as('sam');
    await decideTerms((await sam.createTermsToken({ termsType: 'MARKETING_CLOUD' })).body.termsUrl, 'accept');
    await sam.redeem(invitationId);
    await wired.sandbox.misbehave({
      operation: 'GetUserInvitation',
      faults: [{ kind: 'status', status: 404, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    await refreshedAll(wired);
    expect(known()).toMatchObject({ state: 'accepted', evidence: 'maskedUser' });
  });
});
