import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { AccountRef } from '../../../shared/domain/account/account';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';
import { startDesktop, type DesktopOptions, type TeamDesktop } from './desktop';
import { startTeamServer, type TeamServer } from './teamServer';

/** The desktops of Mia and Ben, who share an account, and their team's store, which forgets claims after every test. */
export interface SharedDesktops {
  readonly server: TeamServer;
  /** New for every test. */
  readonly benStore: Store;
  /** Quits after the test. */
  start(store: Store, options: DesktopOptions): Promise<TeamDesktop>;
  /** As the server's administrator, for whom the tables' triggers are off. */
  asSuperuser(sql: string): Promise<void>;
}

/**
 * Call it once in a test file, outside the tests.
 * @param amazon in a test, where Amazon is
 * @param before called before the desktops quit after a test
 */
export function sharedDesktops(
  { connectionId, accountId }: AccountRef,
  amazon: { readonly origin: string },
  before: () => void,
): SharedDesktops {
  let server: TeamServer | undefined;
  let benStore: Store | undefined;
  let desktops: TeamDesktop[] = [];
  const inTest = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('There is a team in a test only.');
    return thing;
  };

  const shared: SharedDesktops = {
    get server() {
      return inTest(server);
    },
    get benStore() {
      return inTest(benStore);
    },
    async start(store, options) {
      const desktop = await startDesktop(shared.server, store, amazon.origin, options);
      desktops.push(desktop);
      return desktop;
    },
    async asSuperuser(sql) {
      const superuser = await shared.server.rawAsSuperuser();
      await superuser.query(sql).finally(() => superuser.end());
    },
  };
  beforeAll(async () => {
    server = await startTeamServer();
    await server.addMember('ben');
    await server.addMember('mia');
  });
  afterAll(() => server?.remove());
  beforeEach(() => {
    benStore = temporaryStore();
    addConnection(benStore.db, connectionId);
    addAccount(benStore.db, connectionId, accountId);
  });
  afterEach(async () => {
    before();
    await Promise.all(desktops.map((desktop) => desktop.quit()));
    desktops = [];
    benStore?.remove();
    await shared.asSuperuser('TRUNCATE amc.claims, amc.turns, amc.starts, amc.dismissals');
  });
  return shared;
}
