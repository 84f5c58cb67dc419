import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../../support/amazon/sandbox';
import { createAds } from '../support/ads';
import { exchange, obtainCode, openPage, renew, sendForm, sentTo, signIn } from '../support/signIn';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  expect(await sandbox.behave()).toBe(0);
});
afterAll(() => sandbox.stop());

const accountsStatus = async (accessToken: string): Promise<number> =>
  (await createAds(sandbox.origin, accessToken).accounts()).status;

describe('a sign-in that meets a fault', () => {
  it('returns to the app with the error, before the page or after the decision', async () => {
    for (const [operation, ask] of [
      ['SignInPage', () => openPage(sandbox.origin)],
      ['SignInDecision', () => sendForm(sandbox.origin, { identity: 'dana', decision: 'allow' })],
    ] as const) {
      await sandbox.misbehave({ operation, faults: [{ kind: 'oauth', error: 'temporarily_unavailable' }] });
      const answer = sentTo(await ask()).searchParams;
      expect(answer.get('error')).toBe('temporarily_unavailable');
      expect(answer.get('state')).toBe('state-1');
      expect(answer.has('code')).toBe(false);
    }
  });

  it('gets invalid_scope as long as profile is refused, and may continue without it', async () => {
    await sandbox.refuseProfile(true);
    for (const page of [await openPage(sandbox.origin), await openPage(sandbox.origin)]) {
      expect(sentTo(page).searchParams.get('error')).toBe('invalid_scope');
    }
    const { accessToken } = await signIn(sandbox.origin, 'dana', 'advertising::campaign_management');
    expect(await accountsStatus(accessToken)).toBe(200);
    await sandbox.refuseProfile(false);
    expect((await openPage(sandbox.origin)).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it.each([
    ['invalid_client', 401],
    ['invalid_grant', 400],
    ['server_error', 400],
  ] as const)('refuses a code with %s, and the code stays valid', async (error, status) => {
    await sandbox.misbehave({ operation: 'ExchangeCode', faults: [{ kind: 'oauth', error }] });
    const code = await obtainCode(sandbox.origin, 'dana');
    const refused = await exchange(sandbox.origin, code);
    expect([refused.status, refused.body['error']]).toEqual([status, error]);
    expect(refused.body).not.toHaveProperty('access_token');
    expect((await exchange(sandbox.origin, code)).status).toBe(200);
  });

  it('answers 500 to a renewal and not to an exchange when set up that way', async () => {
    const { refreshToken } = await signIn(sandbox.origin, 'dana');
    await sandbox.misbehave({
      operation: 'RenewToken',
      faults: [{ kind: 'status', status: 500, when: 'before' }],
    });
    expect((await exchange(sandbox.origin, await obtainCode(sandbox.origin, 'dana'))).status).toBe(200);
    const failed = await renew(sandbox.origin, refreshToken);
    expect([failed.status, failed.body['error']]).toEqual([500, 'server_error']);
    expect((await renew(sandbox.origin, refreshToken)).status).toBe(200);
  });

  it('answers with an HTML page', async () => {
    await sandbox.misbehave({
      operation: 'ExchangeCode',
      faults: [{ kind: 'html', status: 200, when: 'before' }],
    });
    const code = await obtainCode(sandbox.origin, 'dana');
    await expect(exchange(sandbox.origin, code)).rejects.toThrow(/JSON/);
    expect((await exchange(sandbox.origin, code)).status).toBe(200);
  });

  it('loses its answer, and the code with it', async () => {
    await sandbox.misbehave({ operation: 'ExchangeCode', faults: [{ kind: 'reset', when: 'after' }] });
    const code = await obtainCode(sandbox.origin, 'dana');
    await expect(exchange(sandbox.origin, code)).rejects.toThrow();
    expect((await exchange(sandbox.origin, code)).body).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('access that ends on demand', () => {
  it('expired tokens get 401, and renewal still works', async () => {
    const { accessToken, refreshToken } = await signIn(sandbox.origin, 'dana');
    expect(await sandbox.expireTokens()).toBeGreaterThan(0);
    expect(await accountsStatus(accessToken)).toBe(401);
    const renewed = await renew(sandbox.origin, refreshToken);
    expect(await accountsStatus(String(renewed.body['access_token']))).toBe(200);
  });

  it('a revoked grant ends both kinds of token, only for the person who revoked it', async () => {
    const dana = await signIn(sandbox.origin, 'dana');
    const priya = await signIn(sandbox.origin, 'priya');
    expect(await sandbox.revokeGrants('dana')).toBeGreaterThan(1);
    expect(await accountsStatus(dana.accessToken)).toBe(401);
    expect((await renew(sandbox.origin, dana.refreshToken)).body).toMatchObject({ error: 'invalid_grant' });
    expect(await accountsStatus(priya.accessToken)).toBe(200);
    expect((await renew(sandbox.origin, priya.refreshToken)).status).toBe(200);
  });

  it('a clock that moves forward ends a code and an access token, and shows in the Date header', async () => {
    const code = await obtainCode(sandbox.origin, 'dana');
    const { accessToken } = await signIn(sandbox.origin, 'dana');
    const now = await sandbox.moveClock(3_600_000);
    const late = await exchange(sandbox.origin, code);
    expect(late.body).toMatchObject({ error: 'invalid_grant' });
    expect(Math.abs(Date.parse(late.headers.get('date') ?? '') - now)).toBeLessThan(5_000);
    expect(now).toBeGreaterThan(Date.now() + 3_500_000);
    expect(await accountsStatus(accessToken)).toBe(401);
    await sandbox.moveClock(-3_600_000);
  });
});
