import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { lossyAmazon, type LossyAmazon } from '../amazon/lossyAmazon';
import { account, invitingBench, people, requestedIn, type InvitingBench } from '../benches/inviting';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';
import { startDesktop, type DesktopOptions, type TeamDesktop } from './desktop';
import { startTeamServer, type TeamServer } from './teamServer';

/** A claim as the store has it. */
export interface StoredClaim {
  readonly id: string;
  readonly who: string;
  readonly state: string;
  readonly holder: string;
  readonly generation: number;
  readonly settled_by: string | null;
  readonly invitation_id: string | null;
  readonly [column: string]: unknown;
}

/** A team of Mia and Ben with one store and one Amazon, which carries changes out; new data for every test. */
export interface TeamBench {
  readonly bench: InvitingBench;
  readonly server: TeamServer;
  readonly amazon: LossyAmazon;
  /** Mia's is `bench.store`. */
  readonly benStore: Store;
  start(store: Store, options: DesktopOptions): Promise<TeamDesktop>;
  mia(options?: Omit<DesktopOptions, 'login'>): Promise<TeamDesktop>;
  ben(options?: Omit<DesktopOptions, 'login'>): Promise<TeamDesktop>;
  /** All claims, the oldest first. */
  claims(): Promise<StoredClaim[]>;
  /** As the server's administrator, for whom the tables' triggers are off. */
  asSuperuser(sql: string): Promise<void>;
  /** Whom Amazon was asked to invite, in order. */
  invited(): string[];
}

/** Call it once in a test file, outside the tests. @param before called before the desktops quit after a test */
export function teamBench(before: () => void = () => undefined): TeamBench {
  const bench = invitingBench();
  let server: TeamServer | undefined;
  let benStore: Store | undefined;
  let amazon: LossyAmazon | undefined;
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
  beforeEach(() => {
    amazon = lossyAmazon(bench);
    benStore = temporaryStore();
    addConnection(benStore.db, account.connectionId);
    addAccount(benStore.db, account.connectionId, account.accountId);
  });
  afterEach(async () => {
    before();
    await Promise.all(desktops.map((desktop) => desktop.quit()));
    desktops = [];
    benStore?.remove();
    await asSuperuser('TRUNCATE amc.claims, amc.turns, amc.starts, amc.dismissals');
  });

  async function start(store: Store, options: DesktopOptions): Promise<TeamDesktop> {
    const desktop = await startDesktop(inTest(server), store, bench.amazon.origin, options);
    desktops.push(desktop);
    return desktop;
  }

  async function asSuperuser(sql: string): Promise<void> {
    const superuser = await inTest(server).rawAsSuperuser();
    await superuser.query(sql).finally(() => superuser.end());
  }

  return {
    bench,
    get server() {
      return inTest(server);
    },
    get amazon() {
      return inTest(amazon);
    },
    get benStore() {
      return inTest(benStore);
    },
    start,
    mia: (options = {}) => start(bench.store, { ...options, login: 'mia' }),
    ben: (options = {}) => start(inTest(benStore), { ...options, login: 'ben' }),
    async claims() {
      const superuser = await inTest(server).rawAsSuperuser();
      const { rows } = await superuser
        .query<StoredClaim>('SELECT * FROM amc.claims ORDER BY claimed_at, who')
        .finally(() => superuser.end());
      return rows;
    },
    asSuperuser,
    invited: () =>
      bench.amazon.arrived
        .filter(({ method }) => method === 'POST')
        .flatMap((request) => requestedIn(request).map(({ user }) => user.emailAddress)),
  };
}

/** Invites p1@example.com and so on in the shared account. @returns the operations */
export const invite = (desktop: TeamDesktop, count: number): number[] =>
  desktop.outbox.create({ account, invitees: people(count), notifyInvitedUsers: true });
