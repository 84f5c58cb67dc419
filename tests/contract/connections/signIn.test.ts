import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createConnections } from '../../../main/connections/connections';
import type { Connections } from '../../../main/connections/types';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import type { Keychain } from '../../../main/secrets/keychain';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { directAgents } from '../../../main/network/agents';
import { openDatabase, type Database } from '../../../main/storage/database';
import type { ConnectionInput } from '../../../shared/domain/connection/connection';
import { freePort } from '../../support/network/freePort';
import { memoryKeychain, secretsIn } from '../../support/fixtures/memoryKeychain';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { amazonsPage, signInOverHttp } from '../../support/amazon/signInOverHttp';
import { secretStoreOver } from '../../support/fixtures/secretStore';

// Access tokens of 61 s are valid for one second: the app renews a minute before they expire.
const shortLivedSeconds = 61;

let sandbox: RunningSandbox;
let shortLived: RunningSandbox;
let db: Database;
let keychain: ReturnType<typeof memoryKeychain>;
let opened: string[];
let returnPort: number;
/** What the person does in the browser. */
let browser: (authorizeUrl: string) => Promise<unknown>;

beforeAll(async () => {
  [sandbox, shortLived] = await Promise.all([
    startSandbox(),
    startSandbox({ accessTokenSeconds: shortLivedSeconds }),
  ]);
});

afterAll(async () => {
  await Promise.all([sandbox.stop(), shortLived.stop()]);
});

beforeEach(async () => {
  db = openDatabase(':memory:');
  keychain = memoryKeychain();
  opened = [];
  returnPort = await freePort();
  browser = (url) => signInOverHttp(url, { identity: 'dana', decision: 'allow' });
});

afterEach(() => {
  db.close();
});

/** The connections of one run of the program; calling it again is a restart. */
function run(load: () => Promise<Keychain> = () => Promise.resolve(keychain), now = Date.now): Connections {
  return createConnections({
    db,
    secrets: secretStoreOver(db, load),
    sandbox: { endpoints: () => Promise.resolve(sandbox.endpoints), client: sandboxClient },
    fetch: createAgentFetch(directAgents),
    onResume: () => () => undefined,
    openInBrowser: (address) => {
      opened.push(address);
      void browser(address);
      return Promise.resolve(true);
    },
    now,
    changed: () => undefined,
    renewed: () => undefined,
  });
}

const toSandbox = (more: Partial<ConnectionInput> = {}, server = sandbox): ConnectionInput => ({
  label: 'Northwind',
  region: 'eu',
  clientId: sandboxClient.clientId,
  clientSecret: sandboxClient.clientSecret,
  returnPort,
  endpoints: server.endpoints,
  ...more,
});

/** Signs in, and confirms the identity. */
async function signIn(connections: Connections, connectionId: string, acceptUserId?: string) {
  const { identity } = await connections.signIn(connectionId, { acceptUserId });
  return connections.confirmIdentity(connectionId, identity?.userId ?? '');
}

describe('signing in', () => {
  it('ends with the identity and a token, and stores refresh token and secret as two keychain entries', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    const signedIn = await signIn(connections, connectionId);
    expect(signedIn).toMatchObject({
      state: 'signedIn',
      pendingSignIn: null,
      identity: { name: 'Dana Whitfield', email: 'dana.whitfield@northwind-media.example' },
    });
    expect(await connections.getToken(connectionId)).toMatch(/^Atza\|/);
    expect([...keychain.entries.keys()].toSorted()).toEqual([
      `${connectionId}/client-secret`,
      `${connectionId}/refresh-token`,
    ]);
  });

  it('exposes no secret to the page or the database', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    await signIn(connections, connectionId);
    const token = await connections.getToken(connectionId);
    const visible =
      JSON.stringify(connections.list()) + JSON.stringify(db.prepare('SELECT * FROM connections').all());
    for (const secret of [token, sandboxClient.clientSecret, ...secretsIn(keychain)]) {
      expect(visible).not.toContain(secret);
    }
  });

  it('shows the link while it waits, with PKCE S256 and state, and no longer afterwards', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    let seen: ReturnType<Connections['list']> = [];
    let page = '';
    browser = async (link) => {
      seen = connections.list();
      page = await amazonsPage(link);
      await signInOverHttp(page, { identity: 'dana', decision: 'allow' });
    };
    await signIn(connections, connectionId);
    expect(seen[0]?.pendingSignIn?.authorizeUrl).toBe(opened[0]);
    // What is opened, and appears on a command line for that, says nothing about the sign-in.
    expect(opened).toEqual([
      expect.stringMatching(new RegExp(`^http://127\\.0\\.0\\.1:${String(returnPort)}/start/[\\w-]{32}$`)),
    ]);
    const link = new URL(page);
    expect(link.searchParams.get('code_challenge_method')).toBe('S256');
    expect(link.searchParams.get('state')).toMatch(/^.{20,}$/);
    expect(link.searchParams.get('redirect_uri')).toBe(`http://localhost:${String(returnPort)}/callback`);
    expect(connections.list()[0]?.pendingSignIn).toBeNull();
  });
});

describe('a sign-in that fails leaves the connection as it was', () => {
  async function failing(act: (connections: Connections, connectionId: string) => Promise<unknown>) {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    await signIn(connections, connectionId);
    const before = connections.list();
    const secretsBefore = new Map(keychain.entries);
    await act(connections, connectionId);
    expect(connections.list()).toEqual(before);
    expect(new Map(keychain.entries)).toEqual(secretsBefore);
    expect(await connections.getToken(connectionId)).toMatch(/^Atza\|/);
  }

  it('when the person declines', () =>
    failing(async (connections, connectionId) => {
      browser = (url) => signInOverHttp(url, { identity: 'dana', decision: 'deny' });
      await expect(signIn(connections, connectionId)).rejects.toMatchObject({
        code: 'SIGN_IN_DENIED',
        message: expect.stringContaining('choose Allow'),
      });
    }));

  it('when the person cancels, after an answer with a wrong state was ignored', () =>
    failing(async (connections, connectionId) => {
      let browserPages = 0;
      browser = async () => {
        const answer = await fetch(`http://localhost:${String(returnPort)}/callback?code=x&state=forged`);
        browserPages = answer.status;
        expect(connections.list()[0]?.pendingSignIn).not.toBeNull();
        connections.cancelSignIn(connectionId);
      };
      await expect(signIn(connections, connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
      expect(browserPages).toBe(400);
    }));

  it('when the port is busy, without opening a browser', () =>
    failing(async (connections, connectionId) => {
      const other = createServer().listen(returnPort, '127.0.0.1');
      await once(other, 'listening');
      opened = [];
      await expect(signIn(connections, connectionId)).rejects.toMatchObject({ code: 'PORT_BUSY' });
      expect(opened).toEqual([]);
      other.close();
      await once(other, 'close');
    }));

  it('when another Amazon user signs in, until that is confirmed', () =>
    failing(async (connections, connectionId) => {
      browser = (url) => signInOverHttp(url, { identity: 'priya', decision: 'allow' });
      await expect(signIn(connections, connectionId)).rejects.toMatchObject({
        code: 'OTHER_IDENTITY',
        message: expect.stringMatching(/Priya Raman.*Dana Whitfield/),
      });
    }));

  it('when another sign-in is already waiting', () =>
    failing(async (connections, connectionId) => {
      browser = async () => {
        await expect(signIn(connections, connectionId)).rejects.toMatchObject({
          code: 'SIGN_IN_IN_PROGRESS',
        });
        connections.cancelSignIn(connectionId);
      };
      await expect(signIn(connections, connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
    }));
});

const userIdOf = (identity: string): string =>
  String(sandbox.query('SELECT user_id FROM people WHERE identity = ?', identity)[0]?.['user_id']);

describe('another Amazon user', () => {
  it('takes over the connection once that is confirmed', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    await signIn(connections, connectionId);
    browser = (url) => signInOverHttp(url, { identity: 'priya', decision: 'allow' });
    const other = await signIn(connections, connectionId, userIdOf('priya'));
    expect(other.identity?.name).toBe('Priya Raman');
  });
});

describe('a wrong client secret', () => {
  it('is rejected with the remedy, and the connection stays signed out', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox({ clientSecret: 'wrong' }));
    await expect(signIn(connections, connectionId)).rejects.toMatchObject({
      code: 'SIGN_IN_REJECTED',
      message: expect.stringContaining('client secret'),
    });
    expect(connections.list()[0]?.state).toBe('signedOut');
  });
});

describe('with a client secret', () => {
  it('renews silently, and sends Amazon one request however many callers need a token', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox({}, shortLived));
    await signIn(connections, connectionId);
    const first = await connections.getToken(connectionId);
    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => connections.getToken(connectionId, { renew: true })),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(tokens).not.toContain(first);
    expect(opened).toHaveLength(1);
  });

  it('needs no browser after a restart', async () => {
    const before = run();
    const { connectionId } = await before.add(toSandbox());
    await signIn(before, connectionId);
    const after = run();
    expect(after.list()[0]).toMatchObject({ state: 'signedIn', identity: { name: 'Dana Whitfield' } });
    expect(await after.getToken(connectionId)).toMatch(/^Atza\|/);
    expect(opened).toHaveLength(1);
  });

  it('asks to sign in again after a restart if there is no keychain', async () => {
    const noKeychain = () => Promise.reject(new Error('no D-Bus'));
    const before = run(noKeychain);
    const { connectionId } = await before.add(toSandbox());
    await signIn(before, connectionId);
    expect(await before.getToken(connectionId)).toMatch(/^Atza\|/);
    const after = run(noKeychain);
    expect(after.list()[0]?.state).toBe('signInAgain');
    await expect(after.getToken(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
});

describe('without a client secret', () => {
  it('works until the token’s hour ends, then asks to sign in again and loses nothing', async () => {
    let clock = Date.now();
    const connections = run(undefined, () => clock);
    const { clientSecret: _none, ...publicClient } = toSandbox();
    const { connectionId } = await connections.add(publicClient);
    await signIn(connections, connectionId);
    expect(await connections.getToken(connectionId)).toMatch(/^Atza\|/);
    expect(keychain.entries.size).toBe(0);
    clock += 3600_000;
    await expect(connections.getToken(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(connections.list()[0]).toMatchObject({
      state: 'signInAgain',
      identity: { name: 'Dana Whitfield' },
    });
    expect(opened).toHaveLength(1);
  });
});

describe('signing out and removing', () => {
  it('deletes the tokens and keeps the connection', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    await signIn(connections, connectionId);
    expect((await connections.signOut(connectionId)).state).toBe('signedOut');
    expect([...keychain.entries.keys()]).toEqual([`${connectionId}/client-secret`]);
    await expect(connections.getToken(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('leaves no secret of a removed connection', async () => {
    const connections = run();
    const { connectionId } = await connections.add(toSandbox());
    await signIn(connections, connectionId);
    await connections.remove(connectionId);
    expect(connections.list()).toEqual([]);
    expect(keychain.entries.size).toBe(0);
  });
});
