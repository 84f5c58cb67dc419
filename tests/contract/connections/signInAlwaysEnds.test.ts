import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connections } from '../../../main/connections/types';
import type { Keychain } from '../../../main/secrets/keychain';
import type { Reply } from '../../support/amazon/loopbackAmazon';
import { dana, priya, startLoginServer, type LoginServer } from '../../support/amazon/loginServer';
import { createSignInBench, type SignInBench } from '../../support/benches/signInBench';
import { secretStoreOver } from '../../support/fixtures/secretStore';

let server: LoginServer;
let bench: SignInBench;
let changes: number;
let renewals: number;
let clock: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  changes = 0;
  renewals = 0;
  clock = Date.now();
  server = await startLoginServer();
  bench = await createSignInBench(server);
  bench.browser = (link) => fetch(link);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  bench.close();
  await server.stop();
});

const run = (keychain: Keychain = bench.keychain): Connections =>
  bench.run({
    now: () => clock,
    changed: () => (changes += 1),
    renewed: () => (renewals += 1),
    secrets: secretStoreOver(bench.db, () => Promise.resolve(keychain)),
  });

const added = async (connections: Connections): Promise<string> =>
  (await connections.add(bench.input(server))).connectionId;

async function danas(connections: Connections): Promise<string> {
  const connectionId = await added(connections);
  await connections.signIn(connectionId);
  connections.confirmIdentity(connectionId, dana.userId);
  return connectionId;
}

const json = { 'content-type': 'application/json' };
const odd: readonly (readonly [string, Reply])[] = [
  ...[101, 204, 205, 302, 418, 429, 503, 600, 999].map(
    (status) => [`status ${String(status)}`, { status, text: status === 101 ? '' : '{}' }] as const,
  ),
  ['a bare 401', { status: 401 }],
  ['a 401 with a challenge', { status: 401, headers: { 'www-authenticate': 'Basic realm="proxy"' } }],
  ['a web page', { headers: { 'content-type': 'text/html' }, text: '<html><body>Welcome</body></html>' }],
  ['a web page that says it is JSON', { headers: json, text: '<html><body>Welcome</body></html>' }],
  ['an empty body', { headers: json, text: '' }],
  ['no token', { headers: json, json: { token_type: 'bearer' } }],
  ['trouble in OAuth’s words', { status: 400, headers: json, json: { error: 'temporarily_unavailable' } }],
  ['a cut connection', 'reset'],
];
const passing = /^(THROTTLED|AMAZON_ERROR|UNREADABLE_ANSWER|NETWORK)$/;

describe('a token endpoint with an unexpected answer', () => {
  it.each(odd)('(%s) ends a sign-in with an error, and the next one works', async (_what, reply) => {
    const connections = run();
    const connectionId = await added(connections);
    server.token = [reply];
    await expect(connections.signIn(connectionId)).rejects.toMatchObject({
      code: expect.stringMatching(passing),
      retryable: true,
    });
    expect(connections.list()[0]).toMatchObject({ state: 'signedOut', pendingSignIn: null });
    server.token = [];
    expect((await connections.signIn(connectionId)).state).toBe('signedIn');
  });

  it.each(odd)('(%s) ends a renewal, signs nobody out, and the next one works', async (_what, reply) => {
    const connections = run();
    const connectionId = await danas(connections);
    server.token = [reply];
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: expect.stringMatching(passing),
    });
    expect(connections.list()[0]?.state).toBe('signedIn');
    server.token = [];
    expect(await connections.getToken(connectionId, { renew: true })).toMatch(/^Atza\|/);
  });

  it('that throttles gets the same code again', async () => {
    const connections = bench.run({ signInPatienceMs: 10_000 });
    const connectionId = await added(connections);
    server.token = [{ status: 429, headers: { 'retry-after': '0.01' } }];
    const signingIn = connections.signIn(connectionId);
    await expect.poll(() => server.requests.token).toBeGreaterThan(1);
    server.token = [];
    expect((await signingIn).state).toBe('signedIn');
  });

  it('that refuses in OAuth’s terms is understood, whatever challenge comes with it', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    const headers = { ...json, 'www-authenticate': 'Basic realm="token"' };
    server.token = [{ status: 401, headers, json: { error: 'invalid_client' } }];
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: 'SIGN_IN_REJECTED',
    });
  });
});

describe('what a renewal reports', () => {
  it('success, so that waiting work can continue; but not when Amazon rejects each token at once', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    await connections.getToken(connectionId, { renew: true });
    expect(renewals).toBe(1);
    await connections.getToken(connectionId, { renew: true });
    expect(renewals).toBe(1);
    clock += 3_600_000;
    await connections.getToken(connectionId);
    expect(renewals).toBe(2);
  });

  it('that the browser is needed again after Amazon ended the grant', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    server.token = [{ status: 400, headers: json, json: { error: 'invalid_grant' } }];
    changes = 0;
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(changes).toBe(1);
    expect(connections.list()[0]?.state).toBe('signInAgain');
    expect(renewals).toBe(0);
  });
});

it('a sign-in reports each step: the link to copy, when it stops waiting, and its end', async () => {
  const connections = run();
  const connectionId = await added(connections);
  const seen: (string | undefined)[] = [];
  changes = 0;
  bench.browser = () => Promise.resolve();
  const signingIn = connections.signIn(connectionId);
  await expect.poll(() => changes).toBe(1);
  seen.push(connections.list()[0]?.pendingSignIn?.authorizeUrl);
  const link = connections.signInLink(connectionId);
  expect(changes).toBe(2);
  expect(connections.list()[0]?.pendingSignIn?.authorizeUrl).toBe(link);
  expect(seen).not.toContain(link);
  await fetch(link);
  await signingIn;
  expect(changes).toBe(4);
  expect(() => connections.signInLink(connectionId)).toThrow(/over/);
});

describe('a sign-in is ended', () => {
  /** The step after which nothing arrives anymore. */
  const steps: readonly (readonly [string, () => void, () => boolean])[] = [
    ['in the browser', () => (bench.browser = () => Promise.resolve()), () => bench.opened.length > 1],
    ['at the token endpoint', () => (server.token = ['silence']), () => server.requests.token > 1],
    ['at the profile endpoint', () => (server.profile = ['silence']), () => server.requests.profile > 1],
  ];
  const endings: readonly (readonly [string, (connections: Connections, id: string) => unknown, string])[] = [
    ['Cancel', (connections, id) => connections.cancelSignIn(id), 'signedIn'],
    ['Sign out', (connections, id) => connections.signOut(id), 'signedOut'],
    [
      'another client ID',
      (connections, id) => connections.update(id, { clientId: 'amzn1.other' }),
      'signInAgain',
    ],
    ['another secret', (connections, id) => connections.update(id, { clientSecret: 'new' }), 'signInAgain'],
    ['another port', (connections, id) => connections.update(id, { returnPort: 9999 }), 'signedIn'],
    ['another region', (connections, id) => connections.update(id, { region: 'fe' }), 'signedIn'],
  ];

  for (const [where, stuck, isThere] of steps) {
    it.each(endings)(
      `${where} by %s, and what it would have returned never arrives`,
      async (_how, end, state) => {
        const connections = run();
        const connectionId = await danas(connections);
        server.user = priya;
        stuck();
        const signingIn = connections.signIn(connectionId, { acceptUserId: priya.userId });
        const ended = expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
        await expect.poll(isThere).toBe(true);
        await end(connections, connectionId);
        await ended;
        expect(connections.list()[0]).toMatchObject({ state, identity: dana, pendingSignIn: null });
      },
    );
  }

  it('by Remove, and leaves nothing', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    server.profile = ['silence'];
    const signingIn = connections.signIn(connectionId);
    const ended = expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
    await expect.poll(() => server.requests.profile).toBe(2);
    await connections.remove(connectionId);
    await ended;
    expect(connections.list()).toEqual([]);
    expect(bench.keychain.entries.size).toBe(0);
  });

  it.each(endings)(
    'by %s while the keychain is being written to, and what was there before stays',
    async (_how, end, state) => {
      let written: () => void = () => undefined;
      let slow = false;
      const keychain: Keychain = {
        ...bench.keychain,
        async set(name, value) {
          await bench.keychain.set(name, value);
          if (!slow || !name.endsWith('/refresh-token')) return;
          slow = false;
          await new Promise<void>((resolve) => (written = resolve));
        },
      };
      const connections = run(keychain);
      const connectionId = await danas(connections);
      const entry = `${connectionId}/refresh-token`;
      const before = bench.keychain.entries.get(entry);
      server.user = priya;
      slow = true;
      const signingIn = connections.signIn(connectionId, { acceptUserId: priya.userId });
      const ended = expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
      await expect.poll(() => bench.keychain.entries.get(entry)).not.toBe(before);
      const ending = end(connections, connectionId);
      written();
      await Promise.all([ending, ended]);
      expect(connections.list()[0]).toMatchObject({ state, identity: dana });
      expect(bench.keychain.entries.get(entry)).toBe(state === 'signedIn' ? before : undefined);
    },
  );

  it('but not by another label', async () => {
    const connections = run();
    const connectionId = await danas(connections);
    bench.browser = () => Promise.resolve();
    const signingIn = connections.signIn(connectionId);
    await expect.poll(() => bench.opened.length).toBe(2);
    await connections.update(connectionId, { label: 'Acme' });
    await fetch(bench.opened[1] ?? '');
    expect(await signingIn).toMatchObject({ label: 'Acme', state: 'signedIn' });
  });
});

describe('other programs on this computer', () => {
  it.each([
    ['silent', ''],
    ['half-open', 'GET /callback HTTP/1.1\r\nHost: localho'],
  ])('with %s connections on both addresses delay nothing', async (_what, text) => {
    const connections = run();
    const connectionId = await added(connections);
    bench.browser = async (link) => {
      for (const host of ['127.0.0.1', '::1']) {
        const socket = connect(bench.returnPort, host);
        socket.on('error', () => undefined);
        sockets.push(socket);
        await once(socket, 'connect');
        socket.write(text);
      }
      await fetch(link);
    };
    expect((await connections.signIn(connectionId)).state).toBe('signedIn');

    bench.browser = () => Promise.resolve();
    const again = connections.signIn(connectionId);
    await expect.poll(() => bench.opened.length).toBe(2);
    const silent = connect(bench.returnPort, '127.0.0.1');
    silent.on('error', () => undefined);
    sockets.push(silent);
    await once(silent, 'connect');
    connections.cancelSignIn(connectionId);
    await expect(again).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
  });
});

it('a browser that never reports whether it opened delays nothing', async () => {
  const connections = bench.run({
    openInBrowser: async (link) => {
      await fetch(link);
      return new Promise(() => undefined);
    },
  });
  const connectionId = await added(connections);
  expect((await connections.signIn(connectionId)).state).toBe('signedIn');
});

it('a browser that cannot be opened leaves the link to copy', async () => {
  const connections = bench.run({ openInBrowser: () => Promise.reject(new Error('no desktop')) });
  const connectionId = await added(connections);
  const signingIn = connections.signIn(connectionId);
  await expect.poll(() => connections.list()[0]?.pendingSignIn?.browserOpened).toBe(false);
  await fetch(connections.list()[0]?.pendingSignIn?.authorizeUrl ?? '');
  expect((await signingIn).state).toBe('signedIn');
});
