import {
  factCodes,
  rowFinding,
  type BatchConflict,
  type RowFindingCode,
} from '../../../shared/domain/batch/batch';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { lockedRows } from '../lockedRows';

/** A row that a person keeps despite its findings. */
export interface SettledRow {
  readonly rowId: string;
  /** What the person was shown; later findings are open again. */
  readonly codes: readonly RowFindingCode[];
}

/** The rows whose facts have changed since they were drafted, in order, until a person settles them. */
export function openConflicts(db: Database, batchId: string): BatchConflict[] {
  const rows = db
    .prepare(
      `SELECT row_id, findings, found_codes, seen_codes FROM batch_rows
       WHERE batch_id = :batchId AND found_codes <> '[]' AND found_codes <> seen_codes
         AND row_id NOT IN (${lockedRows})
       ORDER BY position, row_id`,
    )
    .all({ batchId }) as unknown as StoredConflict[];
  return rows.flatMap(({ row_id: rowId, findings, found_codes: found, seen_codes: seen }) => {
    const known = new Set(codesIn(seen));
    // Rows checked by an earlier version may contain codes that are no longer facts.
    const open = new Set(codesIn(found).filter((code) => factCodes.has(code) && !known.has(code)));
    if (open.size === 0) return [];
    return [
      { rowId, findings: storedFindings.parse(JSON.parse(findings)).filter(({ code }) => open.has(code)) },
    ];
  });
}

/** Marks the findings of these rows as seen. A row that no longer exists is skipped. */
export function keepRows(db: Database, batchId: string, rowsToKeep: readonly SettledRow[]): void {
  const read = db.prepare('SELECT seen_codes FROM batch_rows WHERE batch_id = ? AND row_id = ?');
  const write = db.prepare('UPDATE batch_rows SET seen_codes = ? WHERE batch_id = ? AND row_id = ?');
  transaction(db, () => {
    for (const { rowId, codes } of rowsToKeep) {
      const row = read.get(batchId, rowId) as Pick<StoredConflict, 'seen_codes'> | undefined;
      if (row === undefined) continue;
      write.run(JSON.stringify([...new Set([...codesIn(row.seen_codes), ...codes])]), batchId, rowId);
    }
  });
}

const storedFindings = rowFinding.array();

const codesIn = (stored: string): RowFindingCode[] => JSON.parse(stored) as RowFindingCode[];

interface StoredConflict {
  readonly row_id: string;
  readonly findings: string;
  readonly found_codes: string;
  readonly seen_codes: string;
}
