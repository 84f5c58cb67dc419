import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { membersBench, type MembersBench } from '../benches/membersBench';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';
import { startDesktop, type DesktopOptions, type TeamDesktop } from './desktop';
import { startTeamServer, type TeamServer } from './teamServer';

/** Mia and Ben, who share an account with members; new data for every test. */
export interface TeamMembersBench {
  readonly amazon: MembersBench;
  mia(options?: Omit<DesktopOptions, 'login'>): Promise<TeamDesktop>;
  /** Ben's has read who has access. */
  ben(options?: Omit<DesktopOptions, 'login'>): Promise<TeamDesktop>;
}

/** The account that both share. */
export const sharedAccount = { connectionId: 'c-1', accountId: 'ENTITY1' };

/** Call it once in a test file, outside the tests. @param before called before the desktops quit after a test */
export function teamMembersBench(before: () => void = () => undefined): TeamMembersBench {
  const amazon = membersBench();
  let server: TeamServer | undefined;
  let benStore: Store | undefined;
  let desktops: TeamDesktop[] = [];
  const inTest = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('There is a bench in a test only.');
    return thing;
  };

  beforeAll(async () => {
    server = await startTeamServer();
    await server.addMember('ben');
    await server.addMember('mia');
  });
  afterAll(() => server?.remove());
  beforeEach(async () => {
    benStore = temporaryStore();
    addConnection(benStore.db, sharedAccount.connectionId);
    addAccount(benStore.db, sharedAccount.connectionId, sharedAccount.accountId);
    await amazon.read();
  });
  afterEach(async () => {
    before();
    await Promise.all(desktops.map((desktop) => desktop.quit()));
    desktops = [];
    benStore?.remove();
    const superuser = await inTest(server).rawAsSuperuser();
    await superuser.query('TRUNCATE amc.claims, amc.turns, amc.starts').finally(() => superuser.end());
  });

  async function start(store: Store, options: DesktopOptions): Promise<TeamDesktop> {
    const desktop = await startDesktop(inTest(server), store, amazon.origin, options);
    desktops.push(desktop);
    return desktop;
  }

  return {
    amazon,
    mia: (options = {}) => start(amazon.store, { ...options, login: 'mia' }),
    async ben(options = {}) {
      const ben = await start(inTest(benStore), { ...options, login: 'ben' });
      const turn = (): Promise<boolean> => Promise.resolve(true);
      await ben.members.readForChange(sharedAccount, { maxAgeMs: 0, rolesOf: null, turn });
      return ben;
    },
  };
}
