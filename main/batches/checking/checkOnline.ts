import type { BatchRow } from '../../../shared/domain/batch/batch';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import type { Checked } from './check';
import { isLocked } from '../lockedRows';
import { accountRefKey } from '../../../shared/util/accountKey';

/** A check against Amazon's current data. */
interface CheckedOnline extends Checked {
  readonly failures: ChannelOutput<'batches.checkOnline'>['failures'];
}

interface OnlineSteps {
  /** Whether the stored findings are those of the current rows. */
  readonly isChecked: boolean;
  readonly rows: () => readonly BatchRow[];
  /** Checks against the stored data. */
  readonly check: () => Promise<Checked>;
  /** Reads the accounts' invitations from Amazon; see Access.refreshInvitations. */
  readonly refresh: (
    accounts: readonly AccountRef[],
  ) => Promise<ChannelOutput<'invitations.refresh'>['results']>;
}

/**
 * Reads the accounts of all rows that can still be sent, then checks again. A failure to read one account is returned beside the
 * findings; the others are checked anyway.
 */
export async function checkOnline({ isChecked, rows, check, refresh }: OnlineSteps): Promise<CheckedOnline> {
  // The first check establishes what was there when the rows were drafted, so it must not use Amazon's current data.
  const before = isChecked ? rows() : (await check()).rows;
  const accounts = accountsOf(before);
  const results = await refresh([...accounts.values()].map(({ account }) => account));
  return {
    ...(await check()),
    failures: results.flatMap(({ account, error }) =>
      // "Not an admin here" is an answer that the rows show.
      error === null || error.code === 'FORBIDDEN'
        ? []
        : [
            {
              account,
              accountName: accounts.get(accountRefKey(account))?.accountName ?? account.accountId,
              error,
            },
          ],
    ),
  };
}

function accountsOf(
  rows: readonly BatchRow[],
): Map<string, { readonly account: AccountRef; readonly accountName: string }> {
  const accounts = new Map<string, { readonly account: AccountRef; readonly accountName: string }>();
  for (const row of rows) {
    if (row.account === null || isLocked(row)) continue;
    accounts.set(accountRefKey(row.account), { account: row.account, accountName: row.accountText });
  }
  return accounts;
}
