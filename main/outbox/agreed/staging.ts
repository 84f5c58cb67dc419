import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { inTurns, type Stepwise } from '../../storage/stepwise';
import { relaxedTransaction } from '../../storage/transaction';
import { append, knownChangesNow, type NewRequest } from '../journal/append';
import { writeOrigins } from '../journal/origins';

/** How many calls are written at once, of at most 50 people each. */
const callsAtOnce = 2;

/** A call to be staged. */
export interface StagedCall extends NewRequest {
  /** Its run, if different from the staging's. */
  readonly runId?: number;
}

/**
 * Writes calls where nothing sends from, in slices, so that a long list doesn't block anything. They have no effect until
 * `goLive` turns them into a run.
 * @param batchId the batch whose rows they send; null if none
 * @returns the staging's ID
 */
export async function stage(
  db: Database,
  calls: readonly StagedCall[],
  { batchId, at }: { readonly batchId: string | null; readonly at: number },
): Promise<number> {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO stagings (batch_id, created_at) VALUES (?, ?)')
    .run(batchId, at);
  const stagingId = Number(lastInsertRowid);
  const knownChanges = knownChangesNow(db);
  await inTurns(
    writeCalls(
      db,
      stagingId,
      calls.map((call) => ({ ...call, knownChanges })),
    ),
  );
  return stagingId;
}

function* writeCalls(db: Database, stagingId: number, calls: readonly StagedCall[]): Stepwise<void> {
  for (let from = 0; from < calls.length; from += callsAtOnce) {
    const piece = calls.slice(from, from + callsAtOnce);
    relaxedTransaction(db, () => {
      const insert = prepared(db, 'INSERT INTO staged_calls (staging_id, call) VALUES (?, ?)');
      for (const call of piece) insert.run(stagingId, toText(call));
    });
    yield;
  }
}

/**
 * Makes what is staged part of a run: from then on it is committed, whatever happens to the app. Call it inside the transaction
 * that has found everything to be as agreed.
 * @param runId the run of all calls that don't name one
 */
export function goLive(db: Database, stagingId: number, runId: number): void {
  db.prepare('UPDATE stagings SET run_id = ? WHERE staging_id = ?').run(runId, stagingId);
}

/**
 * Moves some of what is live into the journal, from which it is sent, oldest first; the rows of its batch store their operations
 * in the same transaction.
 * @param at ms since 1970
 * @returns whether there may be more
 */
export function moveSome(db: Database, at: number): boolean {
  const live = nextLive(db);
  if (live === undefined) return false;
  const { stagingId, runId, batchId } = live;
  relaxedTransaction(db, () => {
    const calls = prepared(
      db,
      'SELECT call_id AS callId, call FROM staged_calls WHERE staging_id = ? ORDER BY call_id LIMIT ?',
    ).all(stagingId, callsAtOnce) as unknown as { callId: number; call: string }[];
    for (const { callId, call } of calls) {
      const request = ofText(call);
      const ids = append(db, request.runId ?? runId, [request], at);
      if (batchId !== null) linkRows(db, batchId, request, ids);
      prepared(db, 'DELETE FROM staged_calls WHERE call_id = ?').run(callId);
    }
    if (calls.length < callsAtOnce) prepared(db, 'DELETE FROM stagings WHERE staging_id = ?').run(stagingId);
  });
  return true;
}

/** Moves everything live at once. There is nothing unless the app ended, or another command comes, during a move. */
export function moveAll(db: Database, at: number): void {
  while (moveSome(db, at));
}

/** The operations of a run in order. */
export const operationIdsOf = (db: Database, runId: number): number[] =>
  (
    db
      .prepare('SELECT operation_id AS id FROM operations WHERE run_id = ? ORDER BY operation_id')
      .all(runId) as { id: number }[]
  ).map(({ id }) => id);

/** The operations that retry these, in order. */
export const replacementsOf = (db: Database, operationIds: readonly number[]): number[] =>
  (
    db
      .prepare(
        `SELECT operation_id AS id FROM operations
         WHERE replaces IN (SELECT value FROM json_each(?)) ORDER BY operation_id`,
      )
      .all(JSON.stringify(operationIds)) as { id: number }[]
  ).map(({ id }) => id);

/** Removes what is staged and not live: all of it, or one staging. */
export function removeStaged(db: Database, stagingId: number | null = null): void {
  relaxedTransaction(db, () => {
    const these = 'run_id IS NULL AND (:stagingId IS NULL OR staging_id = :stagingId)';
    db.prepare(
      `DELETE FROM staged_calls WHERE staging_id IN (SELECT staging_id FROM stagings WHERE ${these})`,
    ).run({ stagingId });
    db.prepare(`DELETE FROM stagings WHERE ${these}`).run({ stagingId });
  });
}

interface Live {
  readonly stagingId: number;
  readonly runId: number;
  readonly batchId: string | null;
}

const nextLive = (db: Database): Live | undefined =>
  prepared(
    db,
    `SELECT staging_id AS stagingId, run_id AS runId, batch_id AS batchId FROM stagings
     WHERE run_id IS NOT NULL ORDER BY run_id LIMIT 1`,
  ).get() as Live | undefined;

function linkRows(
  db: Database,
  batchId: string,
  { operations }: NewRequest,
  operationIds: readonly number[],
): void {
  const link = prepared(db, 'UPDATE batch_rows SET operation_id = ? WHERE batch_id = ? AND row_id = ?');
  for (const [index, { rowId }] of operations.entries()) {
    if (rowId !== undefined) link.run(operationIds[index] ?? null, batchId, rowId);
  }
  writeOrigins(db, batchId, operations, operationIds);
}

const toText = (call: StagedCall): string =>
  JSON.stringify({ ...call, body: Buffer.from(call.body).toString('utf8') });

function ofText(text: string): StagedCall {
  const call = JSON.parse(text) as Omit<StagedCall, 'body'> & { readonly body: string };
  return { ...call, body: Buffer.from(call.body) };
}
