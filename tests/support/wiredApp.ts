import { afterEach, beforeEach, expect } from 'vitest';
import { sandboxClient } from '../../main/sandbox/endpoints';
import { createSecretStore } from '../../main/secrets/secretStore';
import { createServices, type Services } from '../../main/services';
import type { Account, AccountRef } from '../../shared/domain/account';
import type { Invitation } from '../../shared/domain/invitation';
import { freePort } from './freePort';
import { memoryKeychain } from './memoryKeychain';
import { startSandbox, type RunningSandbox, type SandboxStart } from './sandbox';
import { signInOverHttp } from './signInOverHttp';
import { temporaryStore, type Store } from './store';

/** All parts between the bridge and Amazon, as the app wires them, over a sandbox; new for every test. */
export interface WiredApp {
  readonly app: Services;
  readonly sandbox: RunningSandbox;
  readonly store: Store;
  /** A new connection, signed in as that person of the sandbox. @returns its id */
  signedIn(identity: 'dana' | 'priya'): Promise<string>;
  /** Starts the sandbox anew over its state, after it was killed. */
  restartSandbox(): Promise<void>;
  accounts(connectionId: string): Account[];
  invitations(...accounts: readonly AccountRef[]): Invitation[];
}

/** Call it once in a test file, outside the tests. */
export function wiredApp(start: SandboxStart): WiredApp {
  let parts: Pick<WiredApp, 'app' | 'sandbox' | 'store'> | undefined;
  const inTest = (): Pick<WiredApp, 'app' | 'sandbox' | 'store'> => {
    if (parts === undefined) throw new Error('There is an app in a test only.');
    return parts;
  };
  beforeEach(async () => {
    const sandbox = await startSandbox(start);
    const store = temporaryStore();
    parts = { sandbox, store, app: wire(() => inTest().sandbox, store) };
  });
  afterEach(async () => {
    const { app, sandbox, store } = inTest();
    app.refreshAll.stop();
    await Promise.all([app.refreshAll.idle(), app.outbox.idle()]);
    store.remove();
    await sandbox.stop();
  });
  return {
    get app() {
      return inTest().app;
    },
    get sandbox() {
      return inTest().sandbox;
    },
    get store() {
      return inTest().store;
    },
    async signedIn(identity) {
      const { connections } = inTest().app;
      const { connectionId } = connections.addSandbox(identity);
      await connections.update(connectionId, { returnPort: await freePort() });
      await connections.signIn(connectionId, { acceptOtherIdentity: false });
      return connectionId;
    },
    async restartSandbox() {
      const { app, sandbox, store } = inTest();
      parts = { app, store, sandbox: await startSandbox({ stateFile: sandbox.stateFile }) };
    },
    accounts: (connectionId) => inTest().app.access.listAccounts({ connectionId }),
    invitations: (...accounts) =>
      inTest().app.access.listInvitations({
        ...(accounts.length === 0
          ? {}
          : { accounts: accounts.map(({ connectionId, accountId }) => ({ connectionId, accountId })) }),
        sort: 'createdAt',
        descending: true,
        limit: 500,
        offset: 0,
      }).invitations,
  };
}

const wire = (sandbox: () => RunningSandbox, store: Store): Services =>
  createServices({
    db: store.db,
    secrets: createSecretStore(
      () => Promise.resolve(memoryKeychain()),
      () => undefined,
    ),
    sandbox: { endpoints: () => Promise.resolve(sandbox().endpoints), client: sandboxClient },
    proxyFor: () => Promise.resolve(null),
    openInBrowser: (address) => {
      const identity = address.includes('login_hint=priya') ? 'priya' : 'dana';
      void signInOverHttp(address, { identity, decision: 'allow' });
      return Promise.resolve(true);
    },
    onResume: () => () => undefined,
    now: Date.now,
    changed: () => undefined,
  });

/** Refreshes all accounts and waits for the end. */
export async function refreshedAll({ app }: WiredApp): Promise<void> {
  app.refreshAll.start();
  await app.refreshAll.idle();
  expect(app.refreshAll.progress()).toMatchObject({ running: false, failures: [] });
}
