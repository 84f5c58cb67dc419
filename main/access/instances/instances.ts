import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { KnownInstances, ReachedInstances } from '../../../shared/domain/account/instance';
import { accountRefKey } from '../../../shared/util/accountKey';
import type { Paces } from '../../amazonAds/pacing/paces';
import { requireAccount } from '../accountAccess';
import type { AccessDeps } from '../types';
import { createInstanceReader } from './instanceReader';
import { dueReadings, instanceReadings, type InstanceReading } from './instanceReadings';
import { knownInstances } from './knownInstances';
import { ownInstances } from './ownInstances';
import { planInAccounts } from './planInAccounts';
import { readInTurn } from './readInTurn';

interface InstancesDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'now' | 'changed'> {
  readonly paces: Paces;
  /** The IDs of the connections that are signed in. */
  readonly signedIn: () => readonly string[];
}

/** The instances of accounts: what people at this computer can open, and, for admins, all there are. */
export interface Instances {
  /** See 'accounts.instances'. */
  mine(): ReachedInstances[];
  /** See 'accounts.knownInstances'. Throws a CodedError NOT_FOUND for an account that isn't known. */
  known(account: AccountRef): KnownInstances;
  /** See 'accounts.planInstances'. Throws a CodedError NOT_FOUND for an account that isn't known. */
  plan(input: CheckedInput<'accounts.planInstances'>): ChannelOutput<'accounts.planInstances'>;
  /** Asks Amazon about these accounts, as far as they are reached. Never rejects: a failure is stored beside what is known. */
  read(accounts: readonly AccountRef[]): Promise<void>;
  /** The same for every account in which somebody who isn't an admin can't open anything yet. */
  readWaiting(): Promise<void>;
  /**
   * Reads the lists that are older than a day, oldest first, one at a time through each connection and at its pace. A running one
   * looks once more for what is due. Never rejects.
   */
  readDue(): Promise<void>;
  /** Makes no more calls in the background. */
  stop(): void;
  /** Calls the listener for an account in which the first instance has appeared since an earlier list without any. */
  onFirst(listener: (appeared: ReachedInstances) => void): void;
}

export function createInstances(deps: InstancesDeps): Instances {
  const { db, clientOf, now, paces, signedIn } = deps;
  const reader = createInstanceReader(deps);
  const ending = new AbortController();
  let due: Promise<void> | null = null;
  let isWanted = false;

  const reachable = (): InstanceReading[] => {
    const open = new Set(signedIn());
    return instanceReadings(db).filter(({ account }) => open.has(account.connectionId));
  };

  async function readAll(accounts: readonly AccountRef[]): Promise<void> {
    const wanted = new Set(accounts.map(accountRefKey));
    const readings = reachable().filter(({ account }) => wanted.has(accountRefKey(account)));
    await Promise.all(readings.map((own) => reader.read(own)));
  }

  async function readAllDue(): Promise<void> {
    while (isWanted && !ending.signal.aborted) {
      isWanted = false;
      await readInTurn(
        { clientOf, paces, ending: ending.signal, readOne: reader.read },
        dueReadings(reachable(), now()),
      );
    }
  }

  return {
    mine: () => ownInstances(db),
    known: (account) => knownInstances(db, requireAccount(db, account)),
    plan: (input) => planInAccounts(db, input),
    read: readAll,
    readWaiting: () =>
      readAll(
        ownInstances(db)
          .filter(({ instances }) => instances.length === 0)
          .map(({ account }) => account),
      ),
    readDue() {
      isWanted = true;
      due ??= readAllDue().finally(() => (due = null));
      return due;
    },
    stop() {
      ending.abort();
    },
    onFirst: reader.onFirst,
  };
}
