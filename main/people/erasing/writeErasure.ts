import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import type { PlannedErasure } from './planErasure';
import type { PlannedChange } from './plannedChanges';

/** Why somebody's data is erased: a person asked for it, or it is older than Settings allow. */
export type ErasureReason = 'request' | 'age';

/**
 * Carries out what was planned. Call it in a transaction in which nothing was written since the plan was made: the database refuses
 * to commit before the gate is closed, and every change besides that of personal data.
 * @param at ms since 1970
 * @returns the erasure's ID
 */
export function writeErasure(
  db: Database,
  { changes, number, counts }: PlannedErasure,
  { reason, at }: { readonly reason: ErasureReason; readonly at: number },
): string {
  const erasureId = newRecordId(at);
  // A member and its history change their user ID one after the other.
  db.exec('PRAGMA defer_foreign_keys = ON; INSERT INTO erasing (gate) VALUES (0)');
  for (const change of changes) writeChange(db, change);
  db.exec('DELETE FROM erasing');
  db.prepare('INSERT INTO erasures (number, erasure_id, at, reason, counts) VALUES (?, ?, ?, ?, ?)').run(
    number,
    erasureId,
    at,
    reason,
    JSON.stringify(counts),
  );
  return erasureId;
}

function writeChange(db: Database, { table, key, values }: PlannedChange): void {
  const where = Object.keys(key).map((column) => `${column} = ?`);
  if (values === null) {
    db.prepare(`DELETE FROM ${table} WHERE ${where.join(' AND ')}`).run(...Object.values(key));
    return;
  }
  const set = Object.keys(values).map((column) => `${column} = ?`);
  // Two remembered files can have the same headers afterwards; the later one stays.
  db.prepare(`UPDATE OR REPLACE ${table} SET ${set.join(', ')} WHERE ${where.join(' AND ')}`).run(
    ...Object.values(values),
    ...Object.values(key),
  );
}
