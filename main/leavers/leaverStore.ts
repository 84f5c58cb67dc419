import { z } from 'zod';
import { leaverSubject, type Leaver, type LeaverSubject } from '../../shared/domain/leaver/leaver';
import type { Database } from '../storage/database';

/** A removal before its first run. */
export interface NewLeaver {
  /** UUIDv7. */
  readonly leaverId: string;
  readonly names: readonly string[];
  readonly subject: LeaverSubject;
  /** ms since 1970. */
  readonly startedAt: number;
}

/** Adds a run to a removal, which begins with its first one. Call it in the transaction that records the run. */
export function addRun(
  db: Database,
  { leaverId, names, subject, startedAt }: NewLeaver,
  runId: number,
): void {
  db.prepare(
    `INSERT INTO leavers (leaver_id, started_at, names, subject) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(leaverId, startedAt, JSON.stringify(names), JSON.stringify(subject));
  db.prepare('INSERT INTO leaver_runs (leaver_id, run_id) VALUES (?, ?)').run(leaverId, runId);
}

/** Undefined if there is no such removal. */
export const readLeaver = (db: Database, leaverId: string): Leaver | undefined =>
  rowsOf(db, 'WHERE leaver_id = ?', [leaverId]).map(leaverOf)[0];

/** The newest first. */
export const listLeavers = (db: Database): Leaver[] => rowsOf(db, '', []).map(leaverOf);

interface LeaverRow {
  readonly leaverId: string;
  readonly startedAt: number;
  readonly names: string;
  readonly subject: string;
  readonly runIds: string;
}

function rowsOf(db: Database, where: string, values: readonly string[]): LeaverRow[] {
  const rows: unknown = db
    .prepare(
      `SELECT leaver_id AS leaverId, started_at AS startedAt, names, subject,
         (SELECT json_group_array(run_id ORDER BY run_id) FROM leaver_runs
          WHERE leaver_runs.leaver_id = leavers.leaver_id) AS runIds
       FROM leavers ${where} ORDER BY leaver_id DESC`,
    )
    .all(...values);
  return rows as LeaverRow[];
}

const leaverOf = ({ leaverId, startedAt, names, subject, runIds }: LeaverRow): Leaver => ({
  ...{ leaverId, startedAt },
  names: z.array(z.string()).parse(JSON.parse(names)),
  subject: leaverSubject.parse(JSON.parse(subject)),
  runIds: z.array(z.number()).parse(JSON.parse(runIds)),
});
