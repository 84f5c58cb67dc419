import type { AccountRef } from '../../../shared/domain/account/account';
import { toErrorBody } from '../../../shared/errors';
import { readAccounts } from '../../amazonAds/accounts';
import { relaxedTransaction } from '../../storage/transaction';
import { writeAccounts } from '../accountAccess';
import type { Access, AccessDeps, RefreshSteps } from '../types';
import { createAccountReader } from './accountReader';
import type { PendingSnapshot } from './pendingSnapshot';
import { unreadableEntries } from './refreshText';
import { noteFailure } from './storeSnapshot';

interface Refresh {
  readonly readPending: Access['readPending'];
  readonly accounts: Access['refreshAccounts'];
  readonly invitations: Access['refreshInvitations'];
  readonly steps: RefreshSteps;
}

/** The two ways to refresh the local data; see Access. */
export function createRefresh(
  deps: AccessDeps,
  refreshed: (account: AccountRef, reading: PendingSnapshot) => void,
): Refresh {
  const { clientOf } = deps;
  const { readPending, account } = createAccountReader(deps, refreshed);
  const accountsOf = createAccountListing(deps);

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
      notReached: (accounts, error) => {
        noteFailure(deps, accounts, error);
      },
    },
  };
}

/** Reads which accounts a connection reaches, and stores them. */
const createAccountListing =
  ({ db, realmOf, now, changed }: AccessDeps): RefreshSteps['accountsOf'] =>
  async (connectionId, client) => {
    const asOf = now();
    const listed = await readAccounts(client);
    // Checked only now: a connection removed in the meantime must not get its accounts back.
    const realm = realmOf(connectionId);
    const everyone = listed.unreadable === 0;
    relaxedTransaction(db, () =>
      writeAccounts(db, { connectionId, realm }, listed.entries, { everyone, asOf }),
    );
    changed('accounts.changed');
    const accountIds = new Set(listed.entries.map(({ accountId }) => accountId));
    return {
      accounts: [...accountIds].map((accountId) => ({ connectionId, accountId })),
      unreadable: everyone ? null : unreadableEntries(listed.unreadable, 'account'),
    };
  };
