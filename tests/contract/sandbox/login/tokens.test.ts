import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxClient } from '../../../../main/sandbox/endpoints';
import { startSandbox, type RunningSandbox } from '../../../support/amazon/sandbox';
import { createAds } from '../support/ads';
import { startWithClock } from '../support/clock';
import { askToken, exchange, obtainCode, renew, signIn, verifier, withSecret } from '../support/signIn';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const profile = (origin: string, accessToken: string): Promise<Response> =>
  fetch(`${origin}/user/profile`, { headers: { Authorization: `Bearer ${accessToken}` } });

const accountsStatus = async (origin: string, accessToken: string): Promise<number> =>
  (await createAds(origin, accessToken).accounts()).status;

describe('a client with its secret', () => {
  it('gets an access token for an hour and a refresh token, neither to be cached', async () => {
    const { status, headers, body } = await exchange(
      sandbox.origin,
      await obtainCode(sandbox.origin, 'dana'),
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^Atza\|\S{100,2043}$/) as string,
      refresh_token: expect.stringMatching(/^Atzr\|\S{100,2043}$/) as string,
      token_type: 'bearer',
      expires_in: 3600,
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('renews with the same refresh token repeatedly, and older access tokens still work', async () => {
    const { accessToken, refreshToken } = await signIn(sandbox.origin, 'dana');
    const first = await renew(sandbox.origin, refreshToken);
    const second = await renew(sandbox.origin, refreshToken);
    expect(first.body['refresh_token']).toBe(refreshToken);
    expect(second.body['refresh_token']).toBe(refreshToken);
    expect(second.body['access_token']).not.toBe(first.body['access_token']);
    for (const token of [accessToken, first.body['access_token'], second.body['access_token']]) {
      expect(await accountsStatus(sandbox.origin, String(token))).toBe(200);
    }
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }],
    ['an empty secret', { client_secret: '' }],
    ['another client ID', { client_id: 'somebody-else' }],
  ])('is rejected with invalid_client for %s, and its code stays valid', async (_, changes) => {
    const code = await obtainCode(sandbox.origin, 'dana');
    const refused = await exchange(sandbox.origin, code, changes);
    expect(refused.status).toBe(401);
    expect(refused.body).toEqual({
      error: 'invalid_client',
      error_description: 'Client authentication failed',
      request_id: refused.headers.get('x-amzn-requestid'),
    });
    expect((await exchange(sandbox.origin, code)).status).toBe(200);
  });

  it('gets invalid_grant for a refresh token that was never issued, or an access token', async () => {
    const { accessToken } = await signIn(sandbox.origin, 'dana');
    for (const token of ['Atzr|unknown', accessToken]) {
      const { status, body } = await renew(sandbox.origin, token);
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: 'invalid_grant' });
      expect(body['error_description']).toContain('invalid grant parameter : refresh_token');
      expect(body).not.toHaveProperty('access_token');
    }
  });
});

describe('a client without a secret', () => {
  const publicExchange = (code: string) =>
    askToken(sandbox.origin, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'http://localhost:8710/callback',
      code_verifier: verifier,
      client_id: sandboxClient.clientId,
    });

  it('gets an access token and no refresh token', async () => {
    const { status, body } = await publicExchange(await obtainCode(sandbox.origin, 'dana'));
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('refresh_token');
    expect(await accountsStatus(sandbox.origin, String(body['access_token']))).toBe(200);
  });

  it('may not renew, even with a refresh token', async () => {
    const { refreshToken } = await signIn(sandbox.origin, 'dana');
    const { status, body } = await askToken(sandbox.origin, {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: sandboxClient.clientId,
    });
    expect([status, body['error']]).toEqual([401, 'invalid_client']);
  });
});

describe('a code', () => {
  it('works once', async () => {
    const code = await obtainCode(sandbox.origin, 'dana');
    expect((await exchange(sandbox.origin, code)).status).toBe(200);
    const again = await exchange(sandbox.origin, code);
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({
      error: 'invalid_grant',
      error_description: 'The request has an invalid parameter : code',
    });
  });

  it.each([
    ['another verifier', { code_verifier: 'a'.repeat(43) }],
    ['another return URL', { redirect_uri: 'http://localhost:8711/callback' }],
  ])('is rejected with %s, and used up', async (_, changes) => {
    const code = await obtainCode(sandbox.origin, 'dana');
    const wrong = await exchange(sandbox.origin, code, changes);
    expect([wrong.status, wrong.body['error']]).toEqual([400, 'invalid_grant']);
    expect((await exchange(sandbox.origin, code)).status).toBe(400);
  });

  it('is rejected if it was never issued', async () => {
    expect((await exchange(sandbox.origin, '')).body).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a token request the endpoint cannot read', () => {
  it('gets unsupported_grant_type for another grant', async () => {
    const { status, body } = await askToken(sandbox.origin, { grant_type: 'password', ...withSecret });
    expect([status, body['error']]).toEqual([400, 'unsupported_grant_type']);
  });

  it('gets invalid_request for JSON', async () => {
    const response = await fetch(sandbox.endpoints.tokenUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant_type: 'refresh_token', ...withSecret }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });
});

describe('the profile', () => {
  it('includes who signed in if the profile scope was allowed', async () => {
    const { accessToken } = await signIn(sandbox.origin, 'priya');
    const response = await profile(sandbox.origin, accessToken);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      user_id: 'amzn1.account.SANDBOXPRIYARAMAN',
      name: 'Priya Raman',
      email: 'priya.raman@northwind-media.example',
    });
  });

  it('includes nothing without that scope, while the Ads API works', async () => {
    const { accessToken } = await signIn(sandbox.origin, 'priya', 'advertising::campaign_management');
    const response = await profile(sandbox.origin, accessToken);
    expect(response.status).toBe(403);
    const body = (await response.json()) as object;
    expect(body).toMatchObject({ error: 'insufficient_scope' });
    expect(JSON.stringify(body)).not.toContain('Priya');
    expect(await accountsStatus(sandbox.origin, accessToken)).toBe(200);
  });

  it('includes nothing for another user', async () => {
    const response = await profile(sandbox.origin, 'Atza|made-up');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: 'invalid_token' });
  });
});

describe('time', () => {
  it('ends a code after five minutes and an access token after an hour; a refresh token stays valid', async () => {
    const clock = await startWithClock();
    try {
      const lateCode = await obtainCode(clock.origin, 'dana');
      const { accessToken, refreshToken } = await signIn(clock.origin, 'dana');

      clock.forward(5 * 60_000 - 1);
      expect((await exchange(clock.origin, await obtainCode(clock.origin, 'dana'))).status).toBe(200);
      clock.forward(1);
      expect((await exchange(clock.origin, lateCode)).body).toMatchObject({ error: 'invalid_grant' });

      clock.forward(55 * 60_000 - 1);
      expect(await accountsStatus(clock.origin, accessToken)).toBe(200);
      clock.forward(1);
      expect(await accountsStatus(clock.origin, accessToken)).toBe(401);
      expect((await profile(clock.origin, accessToken)).status).toBe(401);

      clock.forward(400 * 86_400_000);
      const renewed = await renew(clock.origin, refreshToken);
      expect(await accountsStatus(clock.origin, String(renewed.body['access_token']))).toBe(200);
    } finally {
      await clock.close();
    }
  });
});
