import { beforeEach } from 'vitest';
import { lossyAmazon, type LossyAmazon } from '../amazon/lossyAmazon';
import { account, invitingBench, people, requestedIn, type InvitingBench } from '../benches/inviting';
import type { Store } from '../fixtures/store';
import type { DesktopOptions, TeamDesktop } from './desktop';
import { sharedDesktops } from './sharedDesktops';
import type { TeamServer } from './teamServer';

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
  let amazon: LossyAmazon | undefined;
  const atAmazon = {
    get origin() {
      return bench.amazon.origin;
    },
  };
  const desktops = sharedDesktops(account, atAmazon, before);
  beforeEach(() => {
    amazon = lossyAmazon(bench);
  });

  return {
    bench,
    get server() {
      return desktops.server;
    },
    get amazon() {
      if (amazon === undefined) throw new Error('There is an Amazon in a test only.');
      return amazon;
    },
    get benStore() {
      return desktops.benStore;
    },
    start: desktops.start,
    mia: (options = {}) => desktops.start(bench.store, { ...options, login: 'mia' }),
    ben: (options = {}) => desktops.start(desktops.benStore, { ...options, login: 'ben' }),
    async claims() {
      const superuser = await desktops.server.rawAsSuperuser();
      const { rows } = await superuser
        .query<StoredClaim>('SELECT * FROM amc.claims ORDER BY claimed_at, who')
        .finally(() => superuser.end());
      return rows;
    },
    asSuperuser: desktops.asSuperuser,
    invited: () =>
      bench.amazon.arrived
        .filter(({ method }) => method === 'POST')
        .flatMap((request) => requestedIn(request).map(({ user }) => user.emailAddress)),
  };
}

/** Invites p1@example.com and so on in the shared account. @returns the operations */
export const invite = (desktop: TeamDesktop, count: number): number[] =>
  desktop.outbox.create({ account, invitees: people(count), notifyInvitedUsers: true });
