import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRowCheck } from '../../../shared/domain/batch/rules/checkRow';
import type { BatchRow, RowFinding } from '../../../shared/domain/batch/batch';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { PlannedRow } from '../../../shared/domain/batch/rules/instanceRules';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import { relaxedTransaction } from '../../storage/transaction';
import { commentFindings } from '../approving/rowComments';
import { collectFacts } from './facts';
import { forEachInSlices } from '../forEachInSlices';
import { revisionOf } from '../reading';
import { isLocked } from '../lockedRows';
import { readRowsInPieces, rowsAPiece, writeFindings } from '../rows';

/** The result of a check. */
export interface Checked {
  /** The batch's revision when it began. */
  readonly revision: number;
  /** As they were when it began, in order. */
  readonly rows: readonly BatchRow[];
  /** Their current findings by row ID; rows without findings are omitted. */
  readonly findings: ReadonlyMap<string, readonly RowFinding[]>;
  /** What rows that weren't sent plan about instances, by row ID; rows without anything planned, now or before, are omitted. */
  readonly planned: ReadonlyMap<string, PlannedRow>;
}

/**
 * Checks all rows against the stored data and stores the findings. It works in slices, so that a long batch doesn't block
 * anything; rows written in the meantime keep the findings of that write.
 * @throws CodedError NOT_FOUND
 */
export async function checkBatch(
  db: Database,
  batchId: string,
  { house, now }: { readonly house: HouseRules; readonly now: () => number },
): Promise<Checked> {
  const revision = revisionOf(db, batchId);
  const rows = await readRowsInPieces(db, batchId);
  const check = createRowCheck(await collectFacts(db, rows, { house, at: now() }));
  const comments = await inTurns(commentFindings(db, batchId));
  const findings = new Map<string, readonly RowFinding[]>();
  const planned = new Map<string, PlannedRow>();
  const different: (readonly [rowId: string, found: readonly RowFinding[]])[] = [];
  const [sent, open] = [rows.filter(isLocked), rows.filter((row) => !isLocked(row))];
  await forEachInSlices([...sent, ...open], (row) => {
    const { findings: own, planned: plan } = check({ ...row, sent: isLocked(row) });
    if (plan !== null) planned.set(row.rowId, plan);
    const comment = isLocked(row) ? undefined : comments.get(row.rowId);
    const found = comment === undefined ? own : [...own, comment];
    if (found.length > 0) findings.set(row.rowId, found);
    if (!isEqual(found, row.findings)) different.push([row.rowId, found]);
  });
  for (let from = 0; from < different.length; from += rowsAPiece) {
    await nextTurn();
    relaxedTransaction(db, () => {
      for (const [rowId, found] of different.slice(from, from + rowsAPiece)) {
        writeFindings(db, { batchId, rowId }, found, revision);
      }
    });
  }
  db.prepare(
    `UPDATE batches SET seen_revision = max(seen_revision, ?1),
       checked_at = iif(revision = ?1 AND removed_at IS NULL, ?2, checked_at)
     WHERE batch_id = ?3`,
  ).run(revision, now(), batchId);
  return { revision, rows, findings, planned };
}

/** Whether a row has the same findings. */
export const isEqual = (one: readonly RowFinding[], other: readonly RowFinding[]): boolean =>
  one.length === other.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(other));
