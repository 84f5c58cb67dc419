import { columnMapping, type ColumnMapping } from '../../../../shared/domain/batch/batchImport';
import type { Database } from '../../../storage/database';
import { plainHeader } from '../../../../shared/text/headerText';

/** Nobody uses more sets of headers than this; the least recently used one is dropped. */
const maxRemembered = 100;

/** How columns were mapped when a file with the same headers was last imported; null if there was none. */
export function recallMapping(db: Database, headers: readonly string[]): ColumnMapping | null {
  const row = db.prepare('SELECT mapping FROM import_mappings WHERE headers = ?').get(keyOf(headers)) as
    { mapping: string } | undefined;
  if (row === undefined) return null;
  const mapping = columnMapping.safeParse(JSON.parse(row.mapping));
  return mapping.success ? mapping.data : null;
}

/** @param at ms since 1970 */
export function rememberMapping(
  db: Database,
  headers: readonly string[],
  mapping: ColumnMapping,
  at: number,
): void {
  db.prepare(
    `INSERT INTO import_mappings (headers, mapping, used_at) VALUES (?, ?, ?)
     ON CONFLICT (headers) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
  ).run(keyOf(headers), JSON.stringify(mapping), at);
  db.prepare(
    `DELETE FROM import_mappings WHERE headers NOT IN (
       SELECT headers FROM import_mappings ORDER BY used_at DESC, headers LIMIT ?)`,
  ).run(maxRemembered);
}

const keyOf = (headers: readonly string[]): string => JSON.stringify(headers.map(plainHeader));
