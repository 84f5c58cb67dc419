import type { Database } from '../../storage/database';
import type { AccountKey } from './append';

/** What of a run waits in an account. */
export interface WaitingOfRun extends AccountKey {
  readonly count: number;
}

/** How many changes of a run aren't sent yet, by account. */
export function waitingOfRun(db: Database, runId: number): WaitingOfRun[] {
  const rows: unknown = db
    .prepare(
      `SELECT realm, account_id AS accountId, count(*) AS count FROM operations
       WHERE run_id = ? AND status = 'queued' AND solo_reason IS NULL
       GROUP BY realm, account_id ORDER BY realm, account_id`,
    )
    .all(runId);
  return rows as WaitingOfRun[];
}

/** A person lets what waits of a run in these accounts be sent without the team. Call it inside a transaction. */
export function letGo(db: Database, runId: number, accounts: readonly AccountKey[], reason: string): void {
  const mark = db.prepare(
    `UPDATE operations SET solo_reason = ?
     WHERE run_id = ? AND realm = ? AND account_id = ? AND status = 'queued'`,
  );
  for (const { realm, accountId } of accounts) mark.run(reason, runId, realm, accountId);
}
