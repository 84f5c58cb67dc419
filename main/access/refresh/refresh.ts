import type { AccountRef } from '../../../shared/domain/account/account';
import { CodedError, toErrorBody, type ErrorBody } from '../../../shared/errors';
import { readAccounts } from '../../amazonAds/accounts';
import type { AdsClient } from '../../amazonAds/client';
import { readInvitations } from '../../amazonAds/invitations';
import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { writeTurn } from '../../storage/writeTurn';
import { relaxedTransaction } from '../../storage/transaction';
import type { Access, RefreshSteps } from '../types';
import type { AccessDeps } from '../types';
import { createExplanations, type Unexplained } from './vanishedInvitations';
import { writeConclusions, writeSnapshot, type PendingSnapshot } from './pendingSnapshot';
import { requireAccount, writeAccounts, writeCanInvite, writeTrouble } from '../accountAccess';

/** How many accounts of one connection are read at the same time. Amazon's limits are not published (amazon-api §5). */
export const parallelReadings = 4;

interface Refresh {
  readonly readPending: Access['readPending'];
  readonly accounts: Access['refreshAccounts'];
  readonly invitations: Access['refreshInvitations'];
  readonly steps: RefreshSteps;
}

/** The two ways to bring the local picture up to date; see Access. */
export function createRefresh(
  { db, clientOf, realmOf, now, changed }: AccessDeps,
  refreshed: (account: AccountRef, reading: PendingSnapshot) => void,
): Refresh {
  const limitOf = limitPerConnection(parallelReadings);
  const explaining = createExplanations();

  async function read(ref: AccountRef, client: AdsClient): Promise<PendingSnapshot> {
    const { accountId } = requireAccount(db, ref);
    const beganAt = now();
    return { ...(await readInvitations(client, accountId)), beganAt };
  }

  /** @returns what the reading leaves to be explained */
  function store(ref: AccountRef, reading: PendingSnapshot): Unexplained {
    const account = requireAccount(db, ref);
    const unexplained = relaxedTransaction(db, () => {
      writeCanInvite(db, ref, true);
      writeTrouble(db, ref, troubleOf(reading)?.toBody() ?? null, now());
      return writeSnapshot(db, account, reading);
    });
    changed('accounts.changed');
    changed('invitations.changed');
    return unexplained;
  }

  /** "Not an admin here" is an answer, not a trouble; nor is it one that somebody stopped. */
  function noteFailure(accounts: readonly AccountRef[], error: ErrorBody): void {
    if (error.code === 'NOT_SENT') return;
    const refused = error.code === 'FORBIDDEN';
    try {
      relaxedTransaction(db, () => {
        for (const account of accounts) {
          if (refused) writeCanInvite(db, account, false);
          writeTrouble(db, account, refused ? null : error, now());
        }
      });
      changed('accounts.changed');
    } catch {
      // The caller is told of the failure itself, which matters more than that it could not be noted.
    }
  }

  /** Finds out what became of the invitations that the reading does not name any more, and writes it. */
  async function explainMissing(
    ref: AccountRef,
    reading: PendingSnapshot,
    unexplained: Unexplained,
    client: AdsClient,
  ): Promise<void> {
    const account = requireAccount(db, ref);
    const asking = { client, account, at: reading.beganAt };
    await explaining.explain(asking, unexplained, async (conclusions) => {
      await writeTurn(db);
      relaxedTransaction(db, () => writeConclusions(db, account, reading, conclusions));
      changed('invitations.changed');
      // How a change of role is read back depends on it.
      changed('operations.changed');
    });
  }

  async function readPending(ref: AccountRef): Promise<PendingSnapshot> {
    requireAccount(db, ref);
    const reading = await read(ref, await clientOf(ref.connectionId));
    await writeTurn(db);
    try {
      store(ref, reading);
    } catch {
      // The caller asked for what Amazon lists, and has it. A full disk meets whoever must write next.
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
        const unexplained = store(ref, reading);
        refreshed(ref, reading);
        await explainMissing(ref, reading, unexplained, client);
        return troubleOf(reading);
      } catch (thrown) {
        noteFailure([ref], toErrorBody(thrown));
        throw thrown;
      }
    });

  const accountsOf: RefreshSteps['accountsOf'] = async (connectionId, client) => {
    const asOf = now();
    const told = await readAccounts(client);
    // Asked only now: a connection removed meanwhile must not get its ways back.
    const realm = realmOf(connectionId);
    const everyone = told.unreadable === 0;
    relaxedTransaction(db, () =>
      writeAccounts(db, { connectionId, realm }, told.entries, { everyone, asOf }),
    );
    changed('accounts.changed');
    const accountIds = new Set(told.entries.map(({ accountId }) => accountId));
    return {
      accounts: [...accountIds].map((accountId) => ({ connectionId, accountId })),
      unreadable: everyone ? null : unreadableEntries(told.unreadable, 'account'),
    };
  };

  const invitations: Refresh['invitations'] = (accounts) =>
    Promise.all(
      accounts.map(async (ref) => {
        try {
          const unreadable = await account(ref, () => clientOf(ref.connectionId));
          return { account: ref, error: unreadable?.toBody() ?? null };
        } catch (thrown) {
          return { account: ref, error: toErrorBody(thrown) };
        }
      }),
    );

  return {
    readPending,
    invitations,
    async accounts(connectionId) {
      const { accounts, unreadable } = await accountsOf(connectionId, await clientOf(connectionId));
      const results = await invitations(accounts);
      if (unreadable !== null) throw unreadable;
      return {
        accounts: accounts.length,
        // "Not an admin here" is an answer, not a failure.
        failures: results.flatMap(({ account: ref, error }) =>
          error === null || error.code === 'FORBIDDEN' ? [] : [{ account: ref, error }],
        ),
      };
    },
    steps: {
      accountsOf,
      account: (ref, client) => account(ref, () => Promise.resolve(client)),
      notReached: noteFailure,
    },
  };
}

/** What is wrong with Amazon's list. */
const troubleOf = ({ unreadable }: PendingSnapshot): CodedError | null =>
  unreadable === 0 ? null : unreadableEntries(unreadable, 'invitation');

const unreadableEntries = (count: number, what: 'account' | 'invitation'): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: `Amazon listed ${String(count)} ${what}${count === 1 ? '' : 's'} without an id. The others were stored; refresh again later to see whether Amazon has mended its answer.`,
    retryable: true,
  });
