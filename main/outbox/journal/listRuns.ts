import { addedUp, noCounts } from '../../../shared/domain/outbox/runCounts';
import type { Run, RunKind, WhenNotSeen } from '../../../shared/domain/outbox/run';
import type { OperationStatus } from '../../../shared/domain/outbox/operation';
import type { Database } from '../../storage/database';
import { isSkipped, isStopped } from '../../storage/skipped';
import { accountRefKey } from '../../../shared/util/accountKey';

/** How many closed runs are returned. */
const latestClosed = 20;

/** Runs that are open or need a decision, and the latest of the others; newest first. */
export function listRuns(db: Database): Omit<Run, 'pace'>[] {
  const runs = db
    .prepare(
      `SELECT run_id AS runId, kind, when_not_seen AS whenNotSeen, paused, starts_at AS startsAt, created_at AS createdAt FROM runs
       WHERE run_id IN (SELECT run_id FROM requests WHERE ended_at IS NULL)
         OR run_id IN (SELECT run_id FROM operations WHERE status = 'inDoubt')
         OR run_id IN (SELECT run_id FROM runs ORDER BY run_id DESC LIMIT ?)
       ORDER BY run_id DESC`,
    )
    .all(latestClosed) as unknown as RunRow[];
  const accounts = accountsOf(db, runs);
  return runs.map(({ paused, ...run }) => {
    const own = accounts.get(run.runId) ?? [];
    return { ...run, paused: paused === 1, counts: addedUp(own.map(({ counts }) => counts)), accounts: own };
  });
}

function accountsOf(db: Database, runs: readonly RunRow[]): Map<number, Run['accounts']> {
  const rows = db
    .prepare(
      `WITH counted AS (
         SELECT run_id, realm, account_id, connection_id, status, count(*) AS count FROM operations
         WHERE run_id IN (SELECT value FROM json_each(:runIds))
         GROUP BY run_id, realm, account_id, connection_id, status
       ), replaced AS (
         SELECT run_id, realm, account_id, connection_id, status, count(*) AS count FROM operations
         WHERE operation_id IN (SELECT replaces FROM operations WHERE replaces IS NOT NULL)
         GROUP BY run_id, realm, account_id, connection_id, status
       )
       SELECT run_id AS runId, connection_id AS connectionId, account_id AS accountId, accounts.name AS accountName,
         status, counted.count - coalesce(replaced.count, 0) AS count
       FROM counted JOIN accounts USING (realm, account_id)
         LEFT JOIN replaced USING (run_id, realm, account_id, connection_id, status)
       WHERE counted.count > coalesce(replaced.count, 0)
       ORDER BY accounts.name COLLATE NOCASE`,
    )
    .all({ runIds: JSON.stringify(runs.map(({ runId }) => runId)) }) as unknown as CountRow[];
  const places = new Map<number, Map<string, Run['accounts'][number]>>();
  for (const { runId, status, count, ...account } of rows) {
    const own = places.get(runId) ?? new Map<string, Run['accounts'][number]>();
    places.set(runId, own);
    const key = accountRefKey(account);
    const before = own.get(key)?.counts ?? noCounts;
    own.set(key, { ...account, counts: { ...before, [status]: count } });
  }
  for (const { runId, connectionId, accountId, skipped, stopped } of notFailed(db, places)) {
    const own = places.get(runId);
    const key = accountRefKey({ connectionId, accountId });
    const account = own?.get(key);
    if (account === undefined) continue;
    const failed = account.counts.failed - skipped - stopped;
    own?.set(key, { ...account, counts: { ...account.counts, failed, skipped, stopped } });
  }
  return new Map([...places].map(([runId, own]) => [runId, [...own.values()]]));
}

/**
 * Operations stored as failed that weren't retried and are shown differently. Uses the index of the runs: `+` keeps SQLite from
 * scanning everything that ever failed.
 */
function notFailed(
  db: Database,
  places: ReadonlyMap<number, Map<string, Run['accounts'][number]>>,
): ApartRow[] {
  const withFailed = [...places].flatMap(([runId, own]) =>
    [...own.values()].some(({ counts }) => counts.failed > 0) ? runId : [],
  );
  if (withFailed.length === 0) return [];
  const rows = db
    .prepare(
      `SELECT run_id AS runId, connection_id AS connectionId, account_id AS accountId,
         sum(${isSkipped}) AS skipped, sum(${isStopped}) AS stopped
       FROM operations
       WHERE +status = 'failed' AND run_id IN (SELECT value FROM json_each(:runIds))
         AND operation_id NOT IN (SELECT replaces FROM operations AS later WHERE later.replaces IS NOT NULL)
       GROUP BY 1, 2, 3`,
    )
    .all({ runIds: JSON.stringify(withFailed) });
  return rows as ApartRow[];
}

interface ApartRow {
  readonly runId: number;
  readonly connectionId: string;
  readonly accountId: string;
  readonly skipped: number;
  readonly stopped: number;
}

interface RunRow {
  readonly runId: number;
  readonly kind: RunKind;
  readonly whenNotSeen: WhenNotSeen;
  readonly paused: 0 | 1;
  readonly startsAt: number | null;
  readonly createdAt: number;
}

interface CountRow {
  readonly runId: number;
  readonly connectionId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly status: OperationStatus;
  readonly count: number;
}
