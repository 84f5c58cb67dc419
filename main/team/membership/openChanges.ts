import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import type { OpenChanges } from '../../../shared/domain/team/teamStatus';
import type { SharedAccountRef } from '../../../shared/domain/team/sharableAccount';
import type { Database } from '../../storage/database';

/** What waits, is being sent or is unconfirmed in accounts that are shared: in these, or in all. */
export function openChanges(db: Database, accounts: readonly SharedAccountRef[] | null = null): OpenChanges {
  const row: unknown = db
    .prepare(
      `SELECT count(*) FILTER (WHERE status <> 'inDoubt') AS waiting,
         count(*) FILTER (WHERE status = 'inDoubt') AS unconfirmed
       FROM operations JOIN team_accounts USING (realm, account_id)
       WHERE ${isOpenSql} AND (:accounts IS NULL OR EXISTS (SELECT 1 FROM json_each(:accounts)
         WHERE value ->> 'realm' = realm AND value ->> 'accountId' = account_id))`,
    )
    .get({ accounts: accounts === null ? null : JSON.stringify(accounts) });
  return row as OpenChanges;
}
