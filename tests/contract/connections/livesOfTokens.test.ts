import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connections, ConnectionsDeps } from '../../../main/connections/types';
import { createAgentFetch, type AgentFetch } from '../../../main/network/agentFetch';
import { directAgents } from '../../../main/network/agents';
import { keychainDouble, type KeychainDouble } from '../../support/fixtures/keychainDouble';
import { startRecordingProxy, type RecordingProxy } from '../../support/network/recordingProxy';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { secretStoreOver } from '../../support/fixtures/secretStore';
import { createSignInBench, type SignInBench } from '../../support/benches/signInBench';

let sandbox: RunningSandbox;
let bench: SignInBench;
let keychain: KeychainDouble;
let token: ReturnType<typeof tokenEndpoint>;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
});
beforeEach(async () => {
  bench = await createSignInBench(sandbox);
  keychain = keychainDouble();
  token = tokenEndpoint();
});
afterEach(async () => {
  await sandbox.behave();
  bench.close();
});

/** The route to the token endpoint: counts requests, and can hold back answers. */
function tokenEndpoint() {
  const out = createAgentFetch(directAgents);
  let requests = 0;
  let answers = Promise.resolve();
  const fetch: AgentFetch = async (address, options) => {
    const answer = await out(address, options);
    if (address !== sandbox.endpoints.tokenUrl) return answer;
    requests += 1;
    await answers;
    return answer;
  };
  return {
    fetch,
    requests: () => requests,
    /** @returns a function that lets the answers arrive */
    hold: () => {
      let letArrive: () => void = () => undefined;
      answers = new Promise((resolve) => {
        letArrive = resolve;
      });
      return letArrive;
    },
  };
}

/** The connections of one run of the program; the keychain and the database stay. */
const run = (deps: Partial<ConnectionsDeps> = {}): Connections =>
  bench.run({
    fetch: token.fetch,
    secrets: secretStoreOver(bench.db, () => Promise.resolve(keychain)),
    ...deps,
  });

const signIn = (connections: Connections, connectionId: string) => connections.signIn(connectionId);

async function signedIn(connections: Connections): Promise<string> {
  const { connectionId } = await connections.add(bench.input(sandbox));
  await signIn(connections, connectionId);
  return connectionId;
}

const required = { code: 'SIGN_IN_REQUIRED' };

/** Waits until the token endpoint was called once more than before `work` began. */
async function inFlight<T>(work: () => Promise<T>): Promise<{ readonly result: Promise<T> }> {
  const before = token.requests();
  const result = work();
  result.catch(() => undefined);
  await expect.poll(token.requests).toBe(before + 1);
  return { result };
}

describe('a renewal in progress', () => {
  it.each([
    ['the connection is signed out', (app: Connections, id: string) => app.signOut(id), ['client-secret']],
    ['the connection is removed', (app: Connections, id: string) => app.remove(id), []],
    [
      'another client ID is entered',
      (app: Connections, id: string) => app.update(id, { clientId: 'amzn1.other' }),
      ['client-secret'],
    ],
    [
      'the client secret is removed',
      (app: Connections, id: string) => app.update(id, { clientSecret: null }),
      [],
    ],
  ])('when %s stores nothing', async (_what, act, left) => {
    const connections = run();
    const id = await signedIn(connections);
    const letArrive = token.hold();
    const { result } = await inFlight(() => connections.getToken(id, { renew: true }));
    await act(connections, id);
    letArrive();
    await expect(result).rejects.toMatchObject(required);
    expect([...keychain.entries.keys()]).toEqual(left.map((kind) => `${id}/${kind}`));
    await expect(connections.getToken(id)).rejects.toMatchObject({
      code: expect.stringMatching(/SIGN_IN_REQUIRED|NOT_FOUND/),
    });
  });

  it('does not replace what a new sign-in stored', async () => {
    const connections = run();
    const id = await signedIn(connections);
    const letArrive = token.hold();
    const { result } = await inFlight(() => connections.getToken(id, { renew: true }));
    token.hold()();
    await signIn(connections, id);
    const brought = await connections.getToken(id);
    letArrive();
    await expect(result).rejects.toMatchObject(required);
    expect(await connections.getToken(id)).toBe(brought);
  });

  it('that ends the grant does not sign out a user who signed in in the meantime', async () => {
    const connections = run();
    const id = await signedIn(connections);
    await sandbox.misbehave({ operation: 'RenewToken', faults: [{ kind: 'oauth', error: 'invalid_grant' }] });
    const letArrive = token.hold();
    const { result } = await inFlight(() => connections.getToken(id, { renew: true }));
    token.hold()();
    await signIn(connections, id);
    letArrive();
    await expect(result).rejects.toMatchObject(required);
    expect(connections.list()[0]?.state).toBe('signedIn');
    expect(await connections.getToken(id)).toMatch(/^Atza\|/);
  });
});

describe('a token', () => {
  it('that was renewed is used for the next calls too', async () => {
    const connections = run();
    const id = await signedIn(connections);
    const renewed = await connections.getToken(id, { renew: true });
    const requests = token.requests();
    expect(await connections.getToken(id)).toBe(renewed);
    expect(token.requests()).toBe(requests);
  });

  it('of a grant that Amazon ended is no longer used, and the page is notified', async () => {
    const changed = vi.fn();
    const connections = run({ changed });
    const id = await signedIn(connections);
    await sandbox.misbehave({ operation: 'RenewToken', faults: [{ kind: 'oauth', error: 'invalid_grant' }] });
    changed.mockClear();
    await expect(connections.getToken(id, { renew: true })).rejects.toMatchObject(required);
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(connections.getToken(id)).rejects.toMatchObject(required);
  });

  it('is not handed out after signing out, even while the keychain does not respond', async () => {
    const connections = run();
    const id = await signedIn(connections);
    const letGo = keychain.holdUp();
    const signingOut = connections.signOut(id);
    await expect(connections.getToken(id)).rejects.toMatchObject(required);
    expect(connections.list()[0]?.state).toBe('signedOut');
    letGo();
    await signingOut;
    expect([...keychain.entries.keys()]).toEqual([`${id}/client-secret`]);
  });
});

describe('a server that sends no refresh token', () => {
  it('requires the browser after a restart', async () => {
    const fetch: AgentFetch = async (address, options) => {
      const answer = await token.fetch(address, options);
      if (address !== sandbox.endpoints.tokenUrl) return answer;
      const { refresh_token: _none, ...others } = (await answer.json()) as Record<string, unknown>;
      return new Response(JSON.stringify(others), { status: answer.status, headers: answer.headers });
    };
    const connections = run({ fetch });
    const id = await signedIn(connections);
    expect(await connections.getToken(id)).toMatch(/^Atza\|/);
    const next = run();
    expect(next.list()[0]?.state).toBe('signInAgain');
    await expect(next.getToken(id)).rejects.toMatchObject(required);
  });

  it('leaves no refresh token of the previous sign-in', async () => {
    const before = run();
    const id = await signedIn(before);
    const { clientSecret: _none, ...publicClient } = bench.input(sandbox);
    await before.update(id, { clientSecret: null, clientId: publicClient.clientId });
    await signIn(before, id);
    expect([...keychain.entries.keys()]).toEqual([]);
  });
});

describe('signing out and removing', () => {
  it.each(['locked', 'gone', 'stubborn'] as const)(
    'while the keychain is %s reports what is left, remembers it over a restart, and finishes it',
    async (ailment) => {
      const secrets = secretStoreOver(bench.db, () => Promise.resolve(keychain));
      const connections = run({ secrets });
      const out = await signedIn(connections);
      const removed = await signedIn(connections);
      keychain.fall(ailment);
      expect((await connections.signOut(out)).state).toBe('signedOut');
      await connections.remove(removed);
      await expect(connections.getToken(out)).rejects.toMatchObject(required);
      expect(secrets.status().leftBehind).toMatch(/^2 sign-ins and 1 client secret couldn’t be deleted/);
      expect(keychain.entries.size).toBe(4);

      keychain.fall('none');
      const next = secretStoreOver(bench.db, () => Promise.resolve(keychain));
      const later = run({ secrets: next });
      await expect(later.getToken(out)).rejects.toMatchObject(required);
      expect(await next.check()).toEqual({ state: 'os-keychain', explanation: '', leftBehind: '' });
      expect([...keychain.entries.keys()]).toEqual([`${out}/client-secret`]);
      expect((await signIn(later, out)).state).toBe('signedIn');
    },
  );

  it('deletes everything even before the keychain was first used', async () => {
    const id = await signedIn(run());
    await run().remove(id);
    expect(keychain.entries.size).toBe(0);
  });
});

describe('a keychain that does not let the app read', () => {
  it.each(['denied', 'locked', 'gone'] as const)('(%s) signs nobody out', async (ailment) => {
    const before = run();
    const id = await signedIn(before);
    keychain.fall(ailment, 'Der Vorgang wurde vom Benutzer abgebrochen.');
    const after = run();
    await expect(after.getToken(id)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED', retryable: true });
    expect(after.list()[0]?.state).toBe('signedIn');
    keychain.fall('none');
    expect(await after.getToken(id)).toMatch(/^Atza\|/);
  });
});

describe('a connection whose addresses were changed outside the app', () => {
  let stranger: RecordingProxy;
  beforeEach(async () => {
    stranger = await startRecordingProxy(new URL(sandbox.endpoints.tokenUrl).origin);
  });
  afterEach(async () => {
    await stranger.close();
  });

  /** One statement in access.db, by anyone who can write the file. */
  const moved = (field: 'tokenUrl' | 'profileUrl' | 'apiUrl' | 'all', id: string): void => {
    const theirs = Object.fromEntries(
      Object.entries({ ...sandbox.endpoints }).map(([name, url]) => [
        name,
        field === 'all' || name === field ? `${stranger.origin}${new URL(url).pathname}` : url,
      ]),
    );
    bench.db
      .prepare('UPDATE connections SET endpoints = ? WHERE connection_id = ?')
      .run(JSON.stringify(theirs), id);
  };

  it.each(['tokenUrl', 'profileUrl', 'apiUrl', 'all'] as const)(
    '(%s) sends no token and no client secret there, and says what to do',
    async (field) => {
      const id = await signedIn(run());
      const after = run();
      moved(field, id);
      const refused = {
        code: 'OTHER_HOSTS',
        message: expect.stringMatching(/now leads to .*Nothing was sent/),
      };
      await expect(after.getToken(id)).rejects.toMatchObject(refused);
      await expect(signIn(after, id)).rejects.toMatchObject(refused);
      expect(stranger.calls).toEqual([]);
    },
  );

  it('gets no cached access token either', async () => {
    const connections = run();
    const id = await signedIn(connections);
    await connections.getToken(id);
    moved('apiUrl', id);
    await expect(connections.getToken(id)).rejects.toMatchObject({ code: 'OTHER_HOSTS' });
  });

  it('is reported once its addresses are correct again, and nothing was lost', async () => {
    const connections = run();
    const id = await signedIn(connections);
    moved('all', id);
    await expect(connections.getToken(id)).rejects.toMatchObject({ code: 'OTHER_HOSTS' });
    bench.db
      .prepare('UPDATE connections SET endpoints = ? WHERE connection_id = ?')
      .run(JSON.stringify(sandbox.endpoints), id);
    expect(await connections.getToken(id)).toMatch(/^Atza\|/);
  });

  it('with secrets of an earlier version asks to sign in again and to paste the client secret again', async () => {
    const id = await signedIn(run());
    keychain.entries.set(`${id}/refresh-token`, 'Atzr|plain');
    keychain.entries.set(`${id}/client-secret`, 'plain');
    const after = run();
    await expect(after.getToken(id)).rejects.toMatchObject(required);
    await expect(signIn(after, id)).rejects.toMatchObject({ code: 'SECRET_MISSING' });
  });
});
