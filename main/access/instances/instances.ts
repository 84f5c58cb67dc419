import type { AccountRef } from '../../../shared/domain/account/account';
import type { ReachedInstances } from '../../../shared/domain/account/instance';
import { CodedError, toErrorBody } from '../../../shared/errors';
import { accountRefKey } from '../../../shared/util/accountKey';
import { readInstances } from '../../amazonAds/instances';
import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { transaction } from '../../storage/transaction';
import { writeTurn } from '../../storage/writeTurn';
import { accessErrorText } from '../accessErrorText';
import { parallelReadings } from '../refresh/accountReader';
import type { AccessDeps } from '../types';
import { ownAccounts, writeInstances, writeInstancesProblem, type OwnAccount } from './instanceFacts';

interface InstancesDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'now' | 'changed'> {
  /** The IDs of the connections that are signed in. */
  readonly signedIn: () => readonly string[];
}

/** Which instances people at this computer can open, asked with their own sign-ins. */
export interface Instances {
  /** See 'accounts.instances'. */
  mine(): ReachedInstances[];
  /** Asks Amazon about these accounts, as far as they are in `mine`. Never rejects: a failure is stored beside what is known. */
  read(accounts: readonly AccountRef[]): Promise<void>;
  /** The same for every account in which nothing can be opened yet. */
  readWaiting(): Promise<void>;
  /** Calls the listener for an account in which the first instance has appeared since an earlier list without any. */
  onFirst(listener: (appeared: ReachedInstances) => void): void;
}

export function createInstances({ db, clientOf, now, changed, signedIn }: InstancesDeps): Instances {
  const limitOf = limitPerConnection(parallelReadings);
  const listeners: ((appeared: ReachedInstances) => void)[] = [];
  const reading = new Map<string, Promise<void>>();

  /** @returns whether the first instance has appeared */
  async function readAndStore({ account, marketplaceId }: OwnAccount): Promise<boolean> {
    const beganAt = now();
    try {
      const client = await clientOf(account.connectionId);
      const { entries, unreadable } = await readInstances(client, {
        accountId: account.accountId,
        marketplaceId,
      });
      // What couldn't be read may be one that is stored.
      if (unreadable > 0) throw unreadableList(unreadable);
      await writeTurn(db);
      return transaction(db, () => writeInstances(db, account, { instances: entries, beganAt }));
    } catch (thrown) {
      writeInstancesProblem(db, account, { beganAt, error: toErrorBody(thrown) });
      return false;
    }
  }

  /** Never rejects. */
  async function readOne(own: OwnAccount): Promise<void> {
    let isFirst: boolean;
    try {
      isFirst = await readAndStore(own);
    } catch {
      // The connection was removed or the app quits meanwhile, or the disk is full: what is stored stays, and is read again later.
      return;
    }
    changed('accounts.changed');
    if (!isFirst) return;
    const appeared = ownAccounts(db).find(
      (each) => accountRefKey(each.account) === accountRefKey(own.account),
    );
    if (appeared !== undefined) for (const listener of listeners) listener(appeared);
  }

  /** Two callers that ask about the same account at the same time share the answer. */
  function readOnce(own: OwnAccount): Promise<void> {
    const key = accountRefKey(own.account);
    const running =
      reading.get(key) ??
      limitOf(own.account.connectionId)(() => readOne(own)).finally(() => reading.delete(key));
    reading.set(key, running);
    return running;
  }

  async function readAll(accounts: readonly OwnAccount[]): Promise<void> {
    const open = new Set(signedIn());
    await Promise.all(accounts.filter(({ account }) => open.has(account.connectionId)).map(readOnce));
  }

  return {
    mine: () => ownAccounts(db),
    async read(accounts) {
      const wanted = new Set(accounts.map(accountRefKey));
      await readAll(ownAccounts(db).filter(({ account }) => wanted.has(accountRefKey(account))));
    },
    readWaiting: () => readAll(ownAccounts(db).filter(({ instances }) => instances.length === 0)),
    onFirst(listener) {
      listeners.push(listener);
    },
  };
}

const unreadableList = (count: number): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: accessErrorText.unreadableInstances(count),
    retryable: true,
  });
