import type { BatchRow } from '../../../shared/domain/batch/batch';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import type { Checked } from './check';
import { parallelReadings } from '../../access/refresh/accountReader';
import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { isLocked } from '../lockedRows';
import type { RunningCheck } from './onlineChecks';
import { accountRefKey } from '../../../shared/util/accountKey';

/** A check against Amazon's current data. */
interface CheckedOnline extends Checked {
  readonly failures: ChannelOutput<'batches.checkOnline'>['failures'];
  /** How many accounts weren't read because a person stopped the check. */
  readonly notRead: number;
}

interface OnlineSteps {
  /** Whether the stored findings are those of the current rows. */
  readonly isChecked: boolean;
  readonly rows: () => readonly BatchRow[];
  /** Checks against the stored data. */
  readonly check: () => Promise<Checked>;
  /** Reads one account's invitations from Amazon; see Access.refreshInvitations. */
  readonly refresh: (account: AccountRef) => Promise<ChannelOutput<'invitations.refresh'>['results']>;
  /** Called with the number of accounts that will be read. */
  readonly begin: (total: number) => RunningCheck;
}

/**
 * Reads the accounts of all rows that can still be sent, then checks again. A failure to read one account is returned beside the
 * findings; the others are checked anyway, and so is what a stopped check didn't read.
 */
export async function checkOnline(steps: OnlineSteps): Promise<CheckedOnline> {
  const { isChecked, rows, check } = steps;
  // The first check establishes what was there when the rows were drafted, so it must not use Amazon's current data.
  const before = isChecked ? rows() : (await check()).rows;
  const accounts = accountsOf(before);
  const { results, notRead } = await readAll(
    [...accounts.values()].map(({ account }) => account),
    steps,
  );
  return {
    ...(await check()),
    notRead,
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

async function readAll(
  accounts: readonly AccountRef[],
  { refresh, begin }: Pick<OnlineSteps, 'refresh' | 'begin'>,
): Promise<{
  readonly results: ChannelOutput<'invitations.refresh'>['results'];
  readonly notRead: number;
}> {
  const limitOf = limitPerConnection(parallelReadings);
  const running = begin(accounts.length);
  let notRead = 0;
  try {
    const results = await Promise.all(
      accounts.map((account) =>
        limitOf(account.connectionId)(async () => {
          if (running.isStopped()) {
            notRead += 1;
            return [];
          }
          const result = await refresh(account);
          running.read();
          return result;
        }),
      ),
    );
    return { results: results.flat(), notRead };
  } finally {
    running.end();
  }
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
