import { afterEach, beforeEach, expect } from 'vitest';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import type { Keychain } from '../../../main/secrets/keychain';
import { createServices, type Services } from '../../../main/services';
import type { Account, AccountRef } from '../../../shared/domain/account/account';
import type { Invitation } from '../../../shared/domain/invitation/invitation';
import type { Topic } from '../../../shared/bridge/channels';
import { defaultSettings } from '../../../shared/domain/settings';
import { memoryKeychain } from '../fixtures/memoryKeychain';
import { startSandbox, type RunningSandbox, type SandboxStart } from '../amazon/sandbox';
import { amazonsPage, signInOverHttp } from '../amazon/signInOverHttp';
import { temporaryStore, type Store } from '../fixtures/store';
import { secretStoreOver } from '../fixtures/secretStore';
import { batchFilesHere } from '../fixtures/batchFilesHere';

/** All parts between the bridge and Amazon, connected as in the app, over a sandbox; new for every test. */
export interface WiredApp {
  readonly app: Services;
  readonly sandbox: RunningSandbox;
  readonly store: Store;
  /** A new connection, signed in as that person of the sandbox. @returns its id */
  signedIn(identity: 'dana' | 'priya' | 'sam' | 'alex'): Promise<string>;
  /** The pages that were opened in the browser, except sign-in pages. */
  readonly openedPages: readonly string[];
  /** The page's notifications, oldest first. */
  readonly topics: readonly Topic[];
  /** Starts the sandbox again over its state, after it was stopped. */
  restartSandbox(): Promise<void>;
  /**
   * Ends the app as when a person closes it, and starts it again over the same database and keychain. Nothing resumes before the
   * test says so.
   */
  restart(): Promise<void>;
  accounts(connectionId: string): Account[];
  invitations(...accounts: readonly AccountRef[]): Invitation[];
}

/** Call it once in a test file, outside the tests. */
export function wiredApp(start: SandboxStart): WiredApp {
  type Parts = Pick<WiredApp, 'app' | 'sandbox' | 'store'> & {
    readonly openedPages: string[];
    readonly topics: Topic[];
    readonly wireAgain: () => Services;
  };
  let parts: Parts | undefined;
  const inTest = (): Parts => {
    if (parts === undefined) throw new Error('There is an app in a test only.');
    return parts;
  };
  beforeEach(async () => {
    const sandbox = await startSandbox(start);
    const store = temporaryStore();
    const openedPages: string[] = [];
    const open = (page: string): void => void openedPages.push(page);
    const topics: Topic[] = [];
    const changed = (topic: Topic): void => void topics.push(topic);
    const keychain = memoryKeychain();
    const wireAgain = (): Services => wire(() => inTest().sandbox, { store, keychain, open, changed });
    parts = { sandbox, store, openedPages, topics, wireAgain, app: wireAgain() };
  });
  afterEach(async () => {
    const { app, sandbox, store } = inTest();
    await Promise.all([readingStopped(app), app.outbox.idle()]);
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
    get openedPages() {
      return inTest().openedPages;
    },
    get topics() {
      return inTest().topics;
    },
    async signedIn(identity) {
      const { connections } = inTest().app;
      const { connectionId } = connections.addSandbox(identity);
      const { identity: signedIn } = await connections.signIn(connectionId);
      connections.confirmIdentity(connectionId, signedIn?.userId ?? '');
      return connectionId;
    },
    async restartSandbox() {
      const { sandbox, ...others } = inTest();
      parts = { ...others, sandbox: await startSandbox({ stateFile: sandbox.stateFile }) };
    },
    async restart() {
      const { app, ...others } = inTest();
      await Promise.all([readingStopped(app), app.outbox.close()]);
      parts = { ...others, app: others.wireAgain() };
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

async function readingStopped({ refreshAll, members, redeem }: Services): Promise<void> {
  refreshAll.stop();
  members.background.stop();
  redeem.close();
  await Promise.all([refreshAll.idle(), members.background.idle(), redeem.idle()]);
}

interface Desktop {
  readonly store: Store;
  readonly keychain: Keychain;
  readonly open: (page: string) => void;
  readonly changed: (topic: Topic) => void;
}

const wire = (sandbox: () => RunningSandbox, { store, keychain, open, changed }: Desktop): Services =>
  createServices({
    db: store.db,
    secrets: secretStoreOver(store.db, () => Promise.resolve(keychain)),
    sandbox: { endpoints: () => Promise.resolve(sandbox().endpoints), client: sandboxClient },
    proxyFor: () => Promise.resolve(null),
    openInBrowser: (address) => {
      void visit(address, open);
      return Promise.resolve(true);
    },
    onResume: () => () => undefined,
    now: Date.now,
    checkOnlineAfterMinutes: () => 15,
    refreshAfterMinutes: () => defaultSettings.refreshAfterMinutes,
    redeemPage: () => '',
    houseRules: () => defaultSettings,
    typingRule: () => ({ typeNumberFromInvitations: 0, typeNumberFromAdmins: 0 }),
    keepPeopleMonths: () => 0,
    savedViews: { read: () => ({}), write: () => undefined },
    place: () => Promise.resolve('here'),
    programVersion: '0.0.0',
    signerName: () => '',
    batchFiles: batchFilesHere,
    changed,
  });

/** Opens a page; on a sign-in page that suggests a person, that person signs in. */
async function visit(address: string, open: (page: string) => void): Promise<void> {
  const isSignIn = new URL(address).pathname.startsWith('/start/');
  const page = isSignIn ? await amazonsPage(address) : address;
  const identity = isSignIn ? new URL(page).searchParams.get('login_hint') : null;
  if (identity === null) open(page);
  else await signInOverHttp(page, { identity, decision: 'allow' });
}

/** Refreshes all accounts and waits for the end. */
export async function refreshedAll({ app }: WiredApp): Promise<void> {
  app.refreshAll.start();
  await app.refreshAll.idle();
  expect(app.refreshAll.progress()).toMatchObject({ running: false, failures: [] });
}
