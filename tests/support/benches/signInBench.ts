import { EventEmitter } from 'node:events';
import { createConnections } from '../../../main/connections/connections';
import type { Connections, ConnectionsDeps } from '../../../main/connections/types';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { directAgents } from '../../../main/network/agents';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { openDatabase, type Database } from '../../../main/storage/database';
import type { ConnectionInput } from '../../../shared/domain/connection/connection';
import { freePort } from '../network/freePort';
import { memoryKeychain } from '../fixtures/memoryKeychain';
import type { RunningSandbox } from '../amazon/sandbox';
import { signInOverHttp } from '../amazon/signInOverHttp';
import { secretStoreOver } from '../fixtures/secretStore';

/** Connections against a sandbox, with a person at a browser whose actions a test decides. */
export interface SignInBench {
  readonly db: Database;
  readonly keychain: ReturnType<typeof memoryKeychain>;
  readonly returnPort: number;
  /** Addresses that were opened in the browser. */
  readonly opened: string[];
  /** What the person does in the browser; by default signs in as Dana. */
  browser: (authorizeUrl: string) => Promise<unknown>;
  /** Whether a browser can be opened at all. */
  browserOpens: boolean;
  /** Notifies the app that the computer woke up. */
  wake(): void;
  /** The connections of one run of the app; calling it again is a restart. */
  run(deps?: Partial<ConnectionsDeps>): Connections;
  /** What to enter to reach the sandbox as an ordinary Amazon. */
  input(server: Pick<RunningSandbox, 'endpoints'>): ConnectionInput & { readonly clientSecret: string };
  close(): void;
}

export async function createSignInBench(sandbox: Pick<RunningSandbox, 'endpoints'>): Promise<SignInBench> {
  const db = openDatabase(':memory:');
  const keychain = memoryKeychain();
  const returnPort = await freePort();
  const power = new EventEmitter();
  const bench: SignInBench = {
    db,
    keychain,
    returnPort,
    opened: [],
    browser: (url) => signInOverHttp(url, { identity: 'dana', decision: 'allow' }),
    browserOpens: true,
    wake: () => power.emit('resume'),
    run: (deps = {}) =>
      createConnections({
        db,
        secrets: secretStoreOver(db, () => Promise.resolve(keychain)),
        sandbox: { endpoints: () => Promise.resolve(sandbox.endpoints), client: sandboxClient },
        fetch: createAgentFetch(directAgents),
        openInBrowser: (address) => {
          bench.opened.push(address);
          if (bench.browserOpens) void bench.browser(address);
          return Promise.resolve(bench.browserOpens);
        },
        onResume: (listener) => {
          power.on('resume', listener);
          return () => power.off('resume', listener);
        },
        now: Date.now,
        changed: () => undefined,
        renewed: () => undefined,
        signInPatienceMs: 300,
        ...deps,
      }),
    input: (server) => ({
      label: 'Northwind',
      region: 'eu',
      clientId: sandboxClient.clientId,
      clientSecret: sandboxClient.clientSecret,
      returnPort,
      endpoints: server.endpoints,
    }),
    close: () => db.close(),
  };
  return bench;
}
