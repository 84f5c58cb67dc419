import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnections } from '../../../main/connections/connections';
import type { Connections } from '../../../main/connections/types';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { directAgents } from '../../../main/network/agents';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { openDatabase, type Database } from '../../../main/storage/database';
import { freePort } from '../../support/network/freePort';
import { memoryKeychain } from '../../support/fixtures/memoryKeychain';
import {
  oidcClient,
  oidcPublicClient,
  signInAtOidcServer,
  startOidcServer,
  type OidcServer,
} from '../../support/amazon/oidcServer';
import { secretStoreOver } from '../../support/fixtures/secretStore';

// The same flows as against the sandbox, at a server we didn't write.
let server: OidcServer;
let returnPort: number;
let db: Database;
let keychain: ReturnType<typeof memoryKeychain>;
let decision: 'allow' | 'deny';
let connections: Connections;

beforeEach(async () => {
  returnPort = await freePort();
  server = await startOidcServer(returnPort);
  db = openDatabase(':memory:');
  keychain = memoryKeychain();
  decision = 'allow';
  connections = createConnections({
    db,
    secrets: secretStoreOver(db, () => Promise.resolve(keychain)),
    sandbox: { endpoints: () => Promise.reject(new Error('not used')), client: sandboxClient },
    fetch: createAgentFetch(directAgents),
    openInBrowser: (address) => {
      void signInAtOidcServer(address, decision);
      return Promise.resolve(true);
    },
    onResume: () => () => undefined,
    now: Date.now,
    changed: () => undefined,
    renewed: () => undefined,
    signInPatienceMs: 100,
  });
});

afterEach(async () => {
  db.close();
  await server.close();
});

async function added(client: { clientId: string; clientSecret?: string }): Promise<string> {
  const input = { label: 'Other', region: 'na', returnPort, endpoints: server.endpoints, ...client } as const;
  return (await connections.add(input)).connectionId;
}

const signIn = (connectionId: string) => connections.signIn(connectionId);

describe('with an independent OAuth server', () => {
  it('a client with a secret signs in, renews, and keeps the refresh token that each renewal brings', async () => {
    const connectionId = await added(oidcClient);
    await signIn(connectionId);
    const first = keychain.entries.get(`${connectionId}/refresh-token`);
    expect(first).toBeDefined();
    const token = await connections.getToken(connectionId);
    const renewed = await connections.getToken(connectionId, { renew: true });
    expect(renewed).not.toBe(token);
    expect(keychain.entries.get(`${connectionId}/refresh-token`)).not.toBe(first);
    await connections.getToken(connectionId, { renew: true });
    expect(server.grants).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
  });

  it('a refresh token used twice ends the grant: sign in again, nothing deleted', async () => {
    const connectionId = await added(oidcClient);
    await signIn(connectionId);
    const stolen = keychain.entries.get(`${connectionId}/refresh-token`) ?? '';
    await connections.getToken(connectionId, { renew: true });
    await keychain.set(`${connectionId}/refresh-token`, stolen);
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(connections.list()[0]).toMatchObject({ connectionId, state: 'signInAgain' });
    expect((await signIn(connectionId)).state).toBe('signedIn');
  });

  it('a client without a secret signs in with PKCE alone and gets no refresh token', async () => {
    const connectionId = await added(oidcPublicClient);
    expect((await signIn(connectionId)).state).toBe('signedIn');
    expect(keychain.entries.size).toBe(0);
  });

  it('a person who cancels in the browser has declined', async () => {
    decision = 'deny';
    const connectionId = await added(oidcClient);
    await expect(signIn(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_DENIED' });
    expect(connections.list()[0]?.state).toBe('signedOut');
  });

  it('a wrong secret is rejected with the remedy', async () => {
    const connectionId = await added({ ...oidcClient, clientSecret: 'wrong' });
    await expect(signIn(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REJECTED' });
  });

  it('an identity that the server does not return stays unknown, and the sign-in succeeds', async () => {
    const connectionId = await added(oidcClient);
    expect(await signIn(connectionId)).toMatchObject({ state: 'signedIn', identity: null });
  });
});
