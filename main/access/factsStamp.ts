import type { AccountRef } from '../../shared/domain/account/account';
import type { Database } from '../storage/database';
import { prepared } from '../storage/prepared';
import { accountRefKey } from '../../shared/util/accountKey';

/**
 * Records that an account's facts changed, so that nothing drafted from the old facts is sent unchecked. Call it inside the
 * transaction that writes the change.
 */
export function growFactsStamp(
  db: Database,
  { realm, accountId }: { readonly realm: string; readonly accountId: string },
): void {
  prepared(db, 'UPDATE accounts SET facts_stamp = facts_stamp + 1 WHERE realm = ? AND account_id = ?').run(
    realm,
    accountId,
  );
}

/** The current stamps of all accounts, by connection. */
export interface FactsStamps {
  /** Whether a connection still reaches the account and nothing about it has changed since. */
  isCurrent(account: AccountRef): boolean;
}

export function readFactsStamps(db: Database): FactsStamps {
  const rows = db.prepare(
    `SELECT connection_id AS connectionId, account_id AS accountId, facts_stamp AS stamp ${inReach}`,
  );
  const stamps = new Map((rows.all() as unknown as Stamped[]).map((row) => [accountRefKey(row), row.stamp]));
  return {
    isCurrent(account) {
      const now = prepared(
        db,
        `SELECT facts_stamp AS stamp ${inReach} WHERE connection_id = ? AND account_id = ?`,
      ).get(account.connectionId, account.accountId) as { stamp: number } | undefined;
      return now !== undefined && now.stamp === stamps.get(accountRefKey(account));
    },
  };
}

const inReach = 'FROM ways_in JOIN accounts USING (realm, account_id)';

interface Stamped extends AccountRef {
  readonly stamp: number;
}
