import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../../support/amazon/sandbox';
import { hiddenFields, signInOverHttp } from '../../../support/amazon/signInOverHttp';
import { authorizeParameters, openPage, sendFields, sendForm, sentTo } from '../support/signIn';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe('the sign-in page', () => {
  it('says what it is, who can sign in and what is requested', async () => {
    const response = await openPage(sandbox.origin);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<title>Sandbox sign-in</title>');
    expect(html).toContain('No real Amazon account is involved');
    for (const name of ['Dana Whitfield', 'Priya Raman', 'Sam Okafor']) expect(html).toContain(name);
    expect(html).toContain('see your name and email address');
  });

  it('requests no more than the scope names', async () => {
    const html = await (await openPage(sandbox.origin, { scope: 'advertising::campaign_management' })).text();
    expect(html).not.toContain('see your name and email address');
  });

  it('runs no script, loads nothing, and may not be framed', async () => {
    const response = await openPage(sandbox.origin);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:8710;");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).not.toMatch(/<script|<img|<link|https?:\/\/(?!localhost)/);
  });

  it.each([
    ['priya', 'priya'],
    ['nobody-we-know', 'dana'],
  ])('suggests for login_hint=%s the person %s', async (loginHint, proposed) => {
    const html = await (await openPage(sandbox.origin, { login_hint: loginHint })).text();
    expect(html.match(/value="\w+" required checked/g)).toEqual([`value="${proposed}" required checked`]);
  });

  it('shows what the app sent as text, never as markup', async () => {
    const html = await (await openPage(sandbox.origin, { state: '"><script>alert(1)</script>' })).text();
    expect(html).not.toContain('<script');
  });
});

describe('a sign-in without a valid return URL', () => {
  it.each([
    ['another client', { client_id: 'somebody-else' }],
    ['no client', { client_id: null }],
    ['no return URL', { redirect_uri: null }],
    ['https', { redirect_uri: 'https://localhost:8710/callback' }],
    ['a number for localhost', { redirect_uri: 'http://127.0.0.1:8710/callback' }],
    ['another host', { redirect_uri: 'http://localhost:8710@evil.example/callback' }],
    ['another path', { redirect_uri: 'http://localhost:8710/elsewhere' }],
    ['a query', { redirect_uri: 'http://localhost:8710/callback?x=1' }],
    ['no port', { redirect_uri: 'http://localhost/callback' }],
    ['an impossible port', { redirect_uri: 'http://localhost:99999/callback' }],
  ])('is an error page for %s, whether opened or sent as a form', async (_, changes) => {
    const decided = sendForm(sandbox.origin, { identity: 'dana', decision: 'allow' }, changes);
    for (const response of [await openPage(sandbox.origin, changes), await decided]) {
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).toContain('role="alert"');
    }
  });
});

describe('an invalid sign-in request', () => {
  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'advertising::account_management' }],
    ['invalid_scope', { scope: 'profile advertising::test:create_account' }],
    ['invalid_scope', { scope: '' }],
    ['invalid_request', { code_challenge: null }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: null }],
  ])('returns to the app with %s for %j', async (error, changes) => {
    const answer = sentTo(await openPage(sandbox.origin, changes));
    expect(answer.origin + answer.pathname).toBe('http://localhost:8710/callback');
    expect(answer.searchParams.get('error')).toBe(error);
    expect(answer.searchParams.get('state')).toBe('state-1');
    expect(answer.searchParams.has('code')).toBe(false);
  });

  it('returns invalid_request and no state if it sent none', async () => {
    const answer = sentTo(await openPage(sandbox.origin, { state: null }));
    expect(answer.searchParams.get('error')).toBe('invalid_request');
    expect(answer.searchParams.has('state')).toBe(false);
  });
});

describe('the decision', () => {
  it('Allow returns a code and the state', async () => {
    const response = await sendForm(sandbox.origin, { identity: 'dana', decision: 'allow' });
    const answer = sentTo(response).searchParams;
    expect(response.status).toBe(303);
    expect(answer.get('code')).toMatch(/^\S{16,}$/);
    expect(answer.get('state')).toBe('state-1');
    expect(answer.has('error')).toBe(false);
  });

  it('Deny returns access_denied and the state, and no code', async () => {
    const answer = sentTo(
      await sendForm(sandbox.origin, { identity: 'dana', decision: 'deny' }),
    ).searchParams;
    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('state')).toBe('state-1');
    expect(answer.has('code')).toBe(false);
  });

  it.each([
    ['an unknown person', { identity: 'nobody', decision: 'allow' }],
    ['no person', { decision: 'allow' }],
    ['no decision', { identity: 'dana' }],
  ])('is rejected for %s', async (_, answers) => {
    const response = await sendForm(sandbox.origin, answers);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });
});

describe('a decision that was not made on the page', () => {
  const allow = { identity: 'dana', decision: 'allow' };
  const formOf = async (origin: string): Promise<URLSearchParams> =>
    new URLSearchParams(hiddenFields(await (await openPage(origin)).text()));

  it.each([
    ['lacks the key of the page', (form: URLSearchParams) => form.delete('form_key')],
    ['has a made-up key', (form: URLSearchParams) => form.set('form_key', 'A'.repeat(43))],
    [
      'changes where the code is sent',
      (form: URLSearchParams) => form.set('redirect_uri', 'http://localhost:9/callback'),
    ],
    ['changes the challenge', (form: URLSearchParams) => form.set('code_challenge', 'B'.repeat(43))],
    ['changes the state', (form: URLSearchParams) => form.set('state', 'another')],
    [
      'requests less than the page showed',
      (form: URLSearchParams) => form.set('scope', 'advertising::campaign_management'),
    ],
  ])('returns no code when it %s', async (_, change) => {
    const form = await formOf(sandbox.origin);
    change(form);
    const response = await sendFields(sandbox.origin, form, allow);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('returns no code from a page of the previous run', async () => {
    const before = await startSandbox();
    const form = await formOf(before.origin);
    await before.stop();
    const again = await startSandbox({ stateFile: before.stateFile });
    expect((await sendFields(again.origin, form, allow)).status).toBe(400);
    await again.stop();
  });
});

describe('a request for another host', () => {
  const statusFor = async (host: string): Promise<number | undefined> => {
    const request = httpRequest(`${sandbox.origin}/user/profile`, { headers: { host } });
    request.end();
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };

  it('is rejected, whatever it requests', async () => {
    const { port } = new URL(sandbox.origin);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`]) {
      expect(await statusFor(host)).toBe(401);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost:1',
      `[::1]:${port}`,
    ]) {
      expect(await statusFor(host)).toBe(421);
    }
  });
});

describe('a person with a browser', () => {
  it.each([
    ['allow', 'priya', /^code=.+&state=state-1$/],
    ['deny', undefined, /^error=access_denied&.*state=state-1$/],
  ] as const)('who presses %s is sent to the app’s return URL', async (decision, identity, expected) => {
    const queries: string[] = [];
    const receiver = createServer((request, response) => {
      queries.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end('You can close this page.');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;

    const parameters = authorizeParameters({ redirect_uri: `http://localhost:${port}/callback` });
    const page = await signInOverHttp(`${sandbox.endpoints.authorizeUrl}?${parameters.toString()}`, {
      decision,
      ...(identity === undefined ? {} : { identity }),
    });
    receiver.close();

    expect(page).toMatchObject({ status: 200, text: 'You can close this page.' });
    expect(queries).toHaveLength(1);
    const query = decodeURIComponent((queries[0] ?? '').replace('GET /callback?', ''));
    expect(query.replace(/scope=[^&]*&/, '')).toMatch(expected);
  });

  it('sees the error page if there is no form', async () => {
    const parameters = authorizeParameters({ client_id: 'somebody-else' });
    const page = await signInOverHttp(`${sandbox.endpoints.authorizeUrl}?${parameters.toString()}`, {
      decision: 'allow',
    });
    expect(page.status).toBe(400);
    expect(page.text).toContain('not registered here');
  });
});
