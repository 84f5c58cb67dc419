import type { AccountRef } from '../../../shared/domain/account/account';
import { toErrorBody, type CodedError } from '../../../shared/errors';
import type { AdsClient } from '../../amazonAds/client/client';
import { readInvitations } from '../../amazonAds/invitations/invitations';
import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { relaxedTransaction } from '../../storage/transaction';
import { writeTurn } from '../../storage/writeTurn';
import { certainAddresses } from '../ledger/ledgerAddresses';
import { requireAccount } from '../accountAccess';
import type { Access, AccessDeps } from '../types';
import { writeConclusions, type PendingSnapshot } from './pendingSnapshot';
import { noteFailure, storeSnapshot, problemOf } from './storeSnapshot';
import { createExplanations, type Unexplained } from './vanishedInvitations';

/** How many accounts of one connection are read at the same time. Amazon's limits aren't published (amazon-api §5). */
export const parallelReadings = 4;

export interface AccountReader {
  readonly readPending: Access['readPending'];
  /** Reads one account, stores its list and finds out what happened to the missing ones. @returns what is wrong with the list */
  readonly account: (ref: AccountRef, clientNow: () => Promise<AdsClient>) => Promise<CodedError | null>;
}

/** Reads the pending lists of accounts. */
export function createAccountReader(
  deps: AccessDeps,
  refreshed: (account: AccountRef, reading: PendingSnapshot) => void,
): AccountReader {
  const { db, clientOf, now } = deps;
  const limitOf = limitPerConnection(parallelReadings);
  const explainMissing = createMissingExplainer(deps);

  async function read(ref: AccountRef, client: AdsClient): Promise<PendingSnapshot> {
    const { accountId } = requireAccount(db, ref);
    const beganAt = now();
    return { ...(await readInvitations(client, accountId)), beganAt };
  }

  async function readPending(ref: AccountRef): Promise<PendingSnapshot> {
    requireAccount(db, ref);
    const reading = await read(ref, await clientOf(ref.connectionId));
    await writeTurn(db);
    try {
      storeSnapshot(deps, ref, reading);
    } catch {
      // The caller asked for Amazon's list and has it. A full disk will surface at the next write.
    }
    return reading;
  }

  const account = (ref: AccountRef, clientNow: () => Promise<AdsClient>): Promise<CodedError | null> =>
    limitOf(ref.connectionId)(async () => {
      try {
        requireAccount(db, ref);
        const client = await clientNow();
        const reading = await read(ref, client);
        await writeTurn(db);
        const unexplained = storeSnapshot(deps, ref, reading);
        refreshed(ref, reading);
        await explainMissing(ref, reading, unexplained, client);
        return problemOf(reading);
      } catch (thrown) {
        noteFailure(deps, [ref], toErrorBody(thrown));
        throw thrown;
      }
    });

  return { readPending, account };
}

function createMissingExplainer({
  db,
  changed,
}: Pick<AccessDeps, 'db' | 'changed'>): (
  ref: AccountRef,
  reading: PendingSnapshot,
  unexplained: Unexplained,
  client: AdsClient,
) => Promise<void> {
  const explaining = createExplanations((account) => certainAddresses(db, account));

  /** Finds out what happened to the invitations missing from the reading, and writes it. */
  return async (ref, reading, unexplained, client) => {
    const account = requireAccount(db, ref);
    const asking = { client, account, at: reading.beganAt };
    await explaining.explain(asking, unexplained, async (conclusions) => {
      await writeTurn(db);
      relaxedTransaction(db, () => writeConclusions(db, account, reading, conclusions));
      changed('invitations.changed');
      // Checking a change of role depends on it.
      changed('operations.changed');
    });
  };
}
