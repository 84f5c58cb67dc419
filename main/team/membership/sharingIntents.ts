import type { SharedAccountRef } from '../../../shared/domain/team/sharableAccount';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';

/** Notes what is about to be asked of the store, so that it is completed here if the app ends, or the answer is lost, in between. */
export function writeIntents(
  db: Database,
  wanted: 'share' | 'unshare',
  accounts: readonly SharedAccountRef[],
): void {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO team_intents (realm, account_id, wanted) VALUES (?, ?, ?)`,
  );
  transaction(db, () => {
    for (const { realm, accountId } of accounts) insert.run(realm, accountId, wanted);
  });
}

/** It is done here, too. Call it inside the transaction that does it. */
export function dropIntents(db: Database, accounts: readonly SharedAccountRef[]): void {
  const remove = db.prepare('DELETE FROM team_intents WHERE realm = ? AND account_id = ?');
  for (const { realm, accountId } of accounts) remove.run(realm, accountId);
}

/**
 * Completes here what the store did of sharing accounts and no longer sharing them, and forgets what it didn't do.
 * @param now ms since 1970
 * @returns whether anything changed
 */
export async function completeSharing(db: Database, store: TeamStore, now: number): Promise<boolean> {
  const intents = db
    .prepare('SELECT realm, account_id AS accountId, wanted FROM team_intents')
    .all() as unknown as (SharedAccountRef & { readonly wanted: 'share' | 'unshare' })[];
  if (intents.length === 0) return false;
  const rows = await store.query<SharedAccountRef & { readonly isOwn: boolean }>(
    `SELECT realm, account_id AS "accountId", shared_by = session_user AS "isOwn" FROM amc.shared_accounts
     WHERE (realm, account_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [intents.map(({ realm }) => realm), intents.map(({ accountId }) => accountId)],
  );
  const shared = new Map(rows.map((row) => [accountKey(row), row.isOwn]));
  transaction(db, () => {
    const share = db.prepare(
      'INSERT INTO team_accounts (realm, account_id, shared_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    const unshare = db.prepare('DELETE FROM team_accounts WHERE realm = ? AND account_id = ?');
    for (const intent of intents) {
      const { realm, accountId, wanted } = intent;
      const isOwn = shared.get(accountKey(intent));
      if (wanted === 'share' && isOwn !== undefined) share.run(realm, accountId, now);
      if (wanted === 'unshare' && isOwn !== true) unshare.run(realm, accountId);
    }
    dropIntents(db, intents);
  });
  return true;
}
