import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountIds, allPending, createAds, person, type Ads } from './support/ads';
import { startWithClock } from './support/clock';
import { renew, signIn } from './support/signIn';

const minute = 60_000;
const day = 24 * 60 * minute;

let clock: Awaited<ReturnType<typeof startWithClock>>;
let refreshToken: string;
let account: string;
beforeEach(async () => {
  clock = await startWithClock();
  const tokens = await signIn(clock.origin, 'dana');
  refreshToken = tokens.refreshToken;
  account = (await accountIds(createAds(clock.origin, tokens.accessToken)))[13] ?? '';
});
afterEach(() => clock.close());

/** Access tokens expire within the hours that pass here. */
const dana = async (): Promise<Ads> =>
  createAds(clock.origin, String((await renew(clock.origin, refreshToken)).body['access_token']));

async function invite(): Promise<string> {
  const { body } = await (
    await dana()
  ).create(account, { userInvitationRequests: [person('late@a.example')] });
  return body.successes?.[0]?.invitationId ?? '';
}
const pendingIds = async (): Promise<(string | undefined)[]> =>
  (await allPending(await dana(), account)).map(({ invitationId }) => invitationId);

describe('an invitation', () => {
  it('is pending for two weeks, then neither listed nor changeable, and its person can be invited again', async () => {
    const id = await invite();
    clock.forward(14 * day - 1);
    expect(await pendingIds()).toEqual([id]);
    clock.forward(1);
    expect(await pendingIds()).toEqual([]);
    expect((await (await dana()).get(id)).body.invitation?.state).toBe('EXPIRED');

    const resent = await (await dana()).update(account, { updates: [{ invitationId: id, state: 'RESENT' }] });
    expect(resent.body.errors?.[0]).toMatchObject({ identifier: id, errorCode: 'NOT_PENDING' });
    expect(await pendingIds()).toEqual([]);

    const again = await invite();
    expect(again).not.toBe(id);
    expect(await pendingIds()).toEqual([again]);
  });

  it('is valid for two more weeks from the day it is resent', async () => {
    const id = await invite();
    clock.forward(13 * day);
    await (await dana()).update(account, { updates: [{ invitationId: id, state: 'RESENT' }] });
    const { invitation } = (await (await dana()).get(id)).body;
    expect(invitation?.expiration).toBeCloseTo((clock.now() + 14 * day) / 1000, 3);
    expect(invitation?.createdAt).toBeCloseTo((clock.now() - 13 * day) / 1000, 3);

    clock.forward(14 * day - 1);
    expect(await pendingIds()).toEqual([id]);
    clock.forward(1);
    expect(await pendingIds()).toEqual([]);
  });
});
