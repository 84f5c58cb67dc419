import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connections } from '../../../main/connections/types';
import type { Identity } from '../../../shared/domain/connection/connection';
import type { Reply } from '../../support/amazon/loopbackAmazon';
import { dana, priya, startLoginServer, type LoginServer } from '../../support/amazon/loginServer';
import { createSignInBench, type SignInBench } from '../../support/benches/signInBench';

let server: LoginServer;
let bench: SignInBench;
let clock: number;

beforeEach(async () => {
  clock = Date.now();
  server = await startLoginServer();
  bench = await createSignInBench(server);
  bench.browser = (link) => fetch(link);
});
afterEach(async () => {
  bench.close();
  await server.stop();
});

const run = (): Connections => bench.run({ now: () => clock });

const added = async (connections: Connections): Promise<string> =>
  (await connections.add(bench.input(server))).connectionId;

/** A connection of Dana's, confirmed by her. */
async function danas(connections: Connections): Promise<string> {
  const connectionId = await added(connections);
  await connections.signIn(connectionId);
  connections.confirmIdentity(connectionId, dana.userId);
  return connectionId;
}

const whose = (connections: Connections): Identity | null | undefined => connections.list()[0]?.identity;

const json = { 'content-type': 'application/json' };
const ok: Reply[] = [];
const unreadable: readonly (readonly [string, Reply])[] = [
  ['429', { status: 429 }],
  ['403', { status: 403, headers: json, json: { error: 'access_denied' } }],
  ['401', { status: 401, headers: json, json: { error: 'invalid_token' } }],
  ['500', { status: 500 }],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
  ['a web page', { headers: { 'content-type': 'text/html' }, text: '<!doctype html><p>Welcome' }],
  ['nothing', { headers: json, text: '' }],
  ['a list', { headers: json, json: [] }],
  ['no user ID', { headers: json, json: { name: 'Dana Whitfield' } }],
  ['a user ID that is no word', { headers: json, json: { user_id: 'amzn1 \u202eANAD' } }],
  ['a cut connection', 'reset'],
];

describe('when Amazon cannot return who signed in', () => {
  it.each(unreadable)('(%s) nobody is taken for the known person', async (_what, reply) => {
    const connections = run();
    const connectionId = await danas(connections);
    const token = await connections.getToken(connectionId);
    const secrets = new Map(bench.keychain.entries);
    const before = connections.list();

    server.user = priya;
    server.profile = [reply];
    await expect(connections.signIn(connectionId)).rejects.toMatchObject({
      code: expect.stringMatching(/^(THROTTLED|AMAZON_ERROR|UNREADABLE_ANSWER|NETWORK)$/),
      message: expect.stringContaining('still belongs to Dana Whitfield <dana@example.com>'),
    });
    expect(connections.list()).toEqual(before);
    expect(new Map(bench.keychain.entries)).toEqual(secrets);
    expect(await connections.getToken(connectionId)).toBe(token);
  });

  it('the request is repeated for a while, and a later answer is used', async () => {
    const connections = bench.run({ signInPatienceMs: 10_000 });
    const connectionId = await danas(connections);
    server.profile = [{ status: 500 }, { status: 429, headers: { 'retry-after': '0.01' } }, 'reset'];
    const signingIn = connections.signIn(connectionId);
    await expect.poll(() => server.requests.profile).toBe(4);
    server.profile = ok;
    expect(await signingIn).toMatchObject({ state: 'signedIn', identity: dana });
  });

  it('Cancel ends the requests', async () => {
    const connections = bench.run({ signInPatienceMs: 600_000 });
    const connectionId = await danas(connections);
    server.profile = [{ status: 429, headers: { 'retry-after': '500' } }];
    const signingIn = connections.signIn(connectionId);
    await expect.poll(() => server.requests.profile).toBe(2);
    connections.cancelSignIn(connectionId);
    await expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
    expect(whose(connections)).toEqual(dana);
  });

  it.each(unreadable)('(%s) a connection without a user stays without a name', async (_what, reply) => {
    const connections = run();
    const connectionId = await added(connections);
    server.profile = [reply];
    expect(await connections.signIn(connectionId)).toMatchObject({ state: 'signedIn', identity: null });
    expect(connections.actorOf(connectionId).actor).toBe('unknown');
  });
});

describe('a connection without a name', () => {
  async function nameless(connections: Connections): Promise<string> {
    const connectionId = await added(connections);
    server.profile = [{ status: 503 }];
    await connections.signIn(connectionId);
    server.profile = ok;
    return connectionId;
  }

  it('requests it automatically when a token is used, but not each time', async () => {
    const connections = run();
    const connectionId = await nameless(connections);
    const { profile } = server.requests;
    await connections.getToken(connectionId);
    await connections.getToken(connectionId);
    expect(server.requests.profile).toBe(profile);
    clock += 31_000;
    await connections.getToken(connectionId);
    await connections.getToken(connectionId);
    await expect.poll(() => whose(connections)).toEqual(dana);
    expect(server.requests.profile).toBe(profile + 1);
    // A person has not been asked yet.
    expect(connections.list()[0]).toMatchObject({ identityConfirmed: false });
  });

  it('requests it again on the next launch', async () => {
    const connectionId = await nameless(run());
    const next = run();
    await next.getToken(connectionId);
    await expect.poll(() => whose(next)).toEqual(dana);
  });

  it('accepts no name that arrives after it was signed out', async () => {
    const connections = run();
    const connectionId = await nameless(connections);
    const { profile } = server.requests;
    clock += 31_000;
    server.profile = ['silence'];
    await connections.getToken(connectionId);
    await expect.poll(() => server.requests.profile).toBe(profile + 1);
    await connections.signOut(connectionId);
    expect(connections.list()[0]).toMatchObject({ state: 'signedOut', identity: null });
  });

  it('makes no request if Amazon may not return a name', async () => {
    const connections = run();
    const connectionId = await added(connections);
    server.profile = [{ status: 403, headers: json, json: { error: 'insufficient_scope' } }];
    await connections.signIn(connectionId);
    const { profile } = server.requests;
    clock += 3_600_000;
    await connections.getToken(connectionId, { renew: true });
    expect(whose(connections)).toBeNull();
    expect(server.requests.profile).toBe(profile);
  });
});

describe('after a first sign-in', () => {
  it('a person confirms whether it was them, and nothing changes before the answer', async () => {
    const connections = run();
    const connectionId = await added(connections);
    const signIn = await connections.signIn(connectionId);
    expect(signIn).toMatchObject({ state: 'signedIn', identity: dana, identityConfirmed: false });
    expect(() => {
      connections.requireConfirmed(connectionId);
    }).toThrow(/Dana Whitfield/);
    expect(run().list()[0]).toMatchObject({ identityConfirmed: false });

    expect(connections.confirmIdentity(connectionId, dana.userId)).toMatchObject({ identityConfirmed: true });
    connections.requireConfirmed(connectionId);
    // Stored across a restart and the next sign-in.
    const next = run();
    expect(await next.signIn(connectionId)).toMatchObject({ identityConfirmed: true });
  });

  it('a yes counts for the user who was shown', async () => {
    const connections = run();
    const connectionId = await added(connections);
    await connections.signIn(connectionId);
    expect(() => connections.confirmIdentity(connectionId, priya.userId)).toThrow(/Another Amazon user/);
    expect(connections.list()[0]).toMatchObject({ identityConfirmed: false });
  });

  it('a no signs out, and the next sign-in asks again', async () => {
    const connections = run();
    const connectionId = await added(connections);
    server.user = priya;
    await connections.signIn(connectionId);
    expect(await connections.signOut(connectionId)).toMatchObject({ state: 'signedOut', identity: null });
    expect([...bench.keychain.entries.keys()]).toEqual([`${connectionId}/client-secret`]);
    server.user = dana;
    expect(await connections.signIn(connectionId)).toMatchObject({
      identity: dana,
      identityConfirmed: false,
    });
  });

  it('another sign-in before the answer takes over no confirmed name', async () => {
    const connections = run();
    const connectionId = await added(connections);
    server.user = priya;
    await connections.signIn(connectionId);
    server.user = dana;
    expect(await connections.signIn(connectionId)).toMatchObject({
      identity: dana,
      identityConfirmed: false,
    });
  });
});

describe('a takeover', () => {
  const third: Identity = { userId: 'amzn1.account.SAM', name: 'Sam Okafor', email: 'sam@example.com' };

  it('is rejected with the user ID to confirm, and then applies to that user alone', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    server.user = priya;
    await expect(connections.signIn(connectionId)).rejects.toMatchObject({
      code: 'OTHER_IDENTITY',
      details: priya.userId,
    });
    server.user = third;
    const acceptUserId = priya.userId;
    await expect(connections.signIn(connectionId, { acceptUserId })).rejects.toMatchObject({
      code: 'OTHER_IDENTITY',
      details: third.userId,
    });
    expect(whose(connections)).toEqual(dana);
    server.user = priya;
    expect(await connections.signIn(connectionId, { acceptUserId })).toMatchObject({
      identity: priya,
      identityConfirmed: true,
    });
    expect(connections.actorOf(connectionId).actor).toBe('Priya Raman <priya@example.com>');
  });

  it('by a user with the same name and address shows the user IDs', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    server.user = { ...dana, userId: 'amzn1.account.OTHER' };
    await expect(connections.signIn(connectionId)).rejects.toMatchObject({
      message: expect.stringMatching(/amzn1\.account\.OTHER.*amzn1\.account\.DANA/),
    });
  });

  it('by a user whom Amazon may not name needs its own confirmation, and is never recorded under the old name', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    server.profile = [{ status: 403, headers: json, json: { error: 'insufficient_scope' } }];
    for (const acceptUserId of [undefined, priya.userId]) {
      await expect(connections.signIn(connectionId, { acceptUserId })).rejects.toMatchObject({
        code: 'OTHER_IDENTITY',
        details: undefined,
      });
    }
    expect(whose(connections)).toEqual(dana);
    expect(await connections.signIn(connectionId, { acceptUserId: null })).toMatchObject({ identity: null });
    expect(connections.actorOf(connectionId).actor).toBe('unknown');
  });

  it('that returns no refresh token leaves none of the previous user', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    server.user = priya;
    server.token = [{ headers: json, json: { access_token: 'Atza|priya', token_type: 'bearer' } }];
    server.profile = [{ headers: json, json: { user_id: priya.userId } }];
    await connections.signIn(connectionId, { acceptUserId: priya.userId });
    server.token = ok;
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(server.renewedWith).toEqual([]);
  });
});

it('names and addresses arrive shortened, on one line and without direction marks', async () => {
  const connections = run();
  const connectionId = await added(connections);
  const name = `Dana\u202e\u2066\u0007\nWhit\u200bfield ${'x'.repeat(5000)}`;
  server.profile = [{ headers: json, json: { user_id: dana.userId, name, email: 7 } }];
  const { identity } = await connections.signIn(connectionId);
  expect(identity).toEqual({ userId: dana.userId, name: `Dana Whitfield ${'x'.repeat(85)}` });

  const email = `dana\u202e@${'x'.repeat(5000)}.example`;
  server.profile = [{ headers: json, json: { user_id: dana.userId, email } }];
  const again = await connections.signIn(connectionId);
  expect(again.identity).toEqual({ userId: dana.userId, email: `dana@${'x'.repeat(249)}` });
});
