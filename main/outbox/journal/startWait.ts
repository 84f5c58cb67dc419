import type { Database } from '../../storage/database';

/** The runs that wait for their start. */
export const startingRuns = (db: Database): number[] =>
  (
    db.prepare('SELECT run_id AS runId FROM runs WHERE starts_at IS NOT NULL ORDER BY run_id').all() as {
      runId: number;
    }[]
  ).map(({ runId }) => runId);

/** From now on the run goes out, unless it was paused or stopped while it waited. */
export function endStartWait(db: Database, runId: number): void {
  db.prepare('UPDATE runs SET starts_at = NULL WHERE run_id = ?').run(runId);
}

/** The program ended while these runs waited: they are paused, so that nothing goes out that nobody watches. */
export function pauseStarting(db: Database): void {
  db.prepare('UPDATE runs SET paused = 1, starts_at = NULL WHERE starts_at IS NOT NULL').run();
}
