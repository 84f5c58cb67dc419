import type { AccountRef } from '../../../shared/domain/account/account';
import type { ReachedInstances } from '../../../shared/domain/account/instance';
import { CodedError, toErrorBody } from '../../../shared/errors';
import { accountRefKey } from '../../../shared/util/accountKey';
import { coalesce } from '../../../shared/util/coalesce';
import type { AdsClient } from '../../amazonAds/client/client';
import { readInstances } from '../../amazonAds/instances';
import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { transaction } from '../../storage/transaction';
import { writeTurn } from '../../storage/writeTurn';
import { accessErrorText } from '../accessErrorText';
import { parallelReadings } from '../refresh/accountReader';
import type { AccessDeps } from '../types';
import { writeInstances, writeInstancesProblem } from './instanceFacts';
import type { InstanceReading } from './instanceReadings';
import { ownInstances } from './ownInstances';

type ReaderDeps = Pick<AccessDeps, 'db' | 'clientOf' | 'now' | 'changed'>;

/** What a reading failed with; null if it didn't. */
export type Failed = { readonly thrown: unknown } | null;

/** Reads lists of instances into the store. */
export interface InstanceReader {
  /**
   * Reads a list. Two callers that ask about the same one at the same time share the answer. Never rejects: a failure is stored
   * beside what is known.
   * @param client the connection's client, unless another one is given
   */
  read(own: InstanceReading, client?: AdsClient): Promise<Failed>;
  /** See Instances. */
  onFirst(listener: (appeared: ReachedInstances) => void): void;
}

/** While many lists are read, listeners are notified at most this often (ms). */
const announceEveryMs = 250;

export function createInstanceReader(deps: ReaderDeps): InstanceReader {
  const { db, clientOf, changed } = deps;
  const limitOf = limitPerConnection(parallelReadings);
  const listeners: ((appeared: ReachedInstances) => void)[] = [];
  const running = new Map<string, Promise<Failed>>();
  const announce = coalesce(() => {
    changed('accounts.changed');
  }, announceEveryMs);

  function announceFirst(account: AccountRef): void {
    const appeared = ownInstances(db).find((each) => accountRefKey(each.account) === accountRefKey(account));
    if (appeared !== undefined) for (const listener of listeners) listener(appeared);
  }

  async function readOne(own: InstanceReading, client: AdsClient | undefined): Promise<Failed> {
    try {
      const { failed, isFirst } = await readAndStore(
        deps,
        own,
        async () => client ?? clientOf(own.account.connectionId),
      );
      announce();
      if (isFirst) announceFirst(own.account);
      return failed;
    } catch (thrown) {
      // The connection was removed or the app quits meanwhile, or the disk is full: what is stored stays, and is read again later.
      return { thrown };
    }
  }

  return {
    read(own, client) {
      const key = accountRefKey(own.account);
      const reading =
        running.get(key) ??
        limitOf(own.account.connectionId)(() => readOne(own, client)).finally(() => running.delete(key));
      running.set(key, reading);
      return reading;
    },
    onFirst(listener) {
      listeners.push(listener);
    },
  };
}

/** @throws what storing it fails with */
async function readAndStore(
  { db, now }: Pick<ReaderDeps, 'db' | 'now'>,
  { account, marketplaceId, isAdmin }: InstanceReading,
  client: () => Promise<AdsClient>,
): Promise<{ readonly failed: Failed; readonly isFirst: boolean }> {
  const beganAt = now();
  try {
    const { entries, unreadable } = await readInstances(await client(), {
      accountId: account.accountId,
      marketplaceId,
    });
    // What couldn't be read may be one that is stored.
    if (unreadable > 0) throw unreadableList(unreadable);
    await writeTurn(db);
    const listing = { instances: entries, asAdmin: isAdmin, beganAt };
    return { failed: null, isFirst: transaction(db, () => writeInstances(db, account, listing)) };
  } catch (thrown) {
    const error = toErrorBody(thrown);
    // Being stopped isn't a problem of the account.
    if (error.code !== 'NOT_SENT') writeInstancesProblem(db, account, { beganAt, error });
    return { failed: { thrown }, isFirst: false };
  }
}

const unreadableList = (count: number): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: accessErrorText.unreadableInstances(count),
    retryable: true,
  });
