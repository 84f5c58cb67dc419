import { setImmediate as nextTurn } from 'node:timers/promises';
import { rowLocalFindings } from '../../shared/domain/batch/rules/checkRow';
import {
  factCodes,
  rowFinding,
  type BatchRow,
  type BatchRowInput,
  type RowFinding,
  type RowSource,
} from '../../shared/domain/batch/batch';
import type { ShownInvitation } from '../../shared/domain/invitation/invitation';
import type { ShownStatus } from '../../shared/domain/outbox/operation';
import type { Database } from '../storage/database';
import { prepared, withoutNames, type Statement } from '../storage/prepared';
import { shownStatusColumn } from '../storage/skipped';
import { invitationColumn, latestOperation } from './rowStates';

/** A row to write; `source` if it was imported. */
export interface NewRow extends BatchRowInput {
  readonly source?: RowSource | null;
}

/** A `StoredRow` each, of one batch (`:batchId`). */
const storedRows = `
  SELECT rows.*, ${shownStatusColumn} AS status, ${invitationColumn} AS invitation FROM (
    SELECT row_id, position, connection_id, account_id, account_text, email_address, user_name, role, note, instances, findings,
      source_file, source_row, source_sha256, ${latestOperation} AS latest
    FROM batch_rows WHERE batch_id = :batchId) AS rows
  LEFT JOIN operations ON operations.operation_id = latest`;

/** All rows of a batch in order, as stored. */
export function readRows(db: Database, batchId: string): BatchRow[] {
  return rowsOf(withoutNames(db, storedRows), { batchId }).sort(byPosition);
}

const rowsOf = (query: Statement, values: Record<string, string | number>): BatchRow[] =>
  (query.all(values) as unknown as StoredRow[]).map(rowOf);

/** Like `readRows`, in slices, so that a long batch doesn't block anything. */
export async function readRowsInPieces(db: Database, batchId: string): Promise<BatchRow[]> {
  const query = withoutNames(db, `${storedRows} WHERE row_id > :after ORDER BY row_id LIMIT :limit`);
  const rows: BatchRow[] = [];
  for (let isLast = false; !isLast;) {
    const after = rows.at(-1)?.rowId ?? '';
    const piece = rowsOf(query, { batchId, after, limit: rowsAPiece });
    rows.push(...piece);
    isLast = piece.length < rowsAPiece;
    if (!isLast) await nextTurn();
  }
  return rows.sort(byPosition);
}

/** How many rows are read or written at once without blocking other work. */
export const rowsAPiece = 1000;

const byPosition = (one: BatchRow, other: BatchRow): number =>
  one.position - other.position || (one.rowId < other.rowId ? -1 : 1);

/**
 * Writes rows in full, new or not; until the next check their findings are those that need no facts. Call it inside a
 * transaction.
 */
export function writeRows(db: Database, batchId: string, rows: readonly NewRow[], revision: number): void {
  const statement = prepared(db, writeRow);
  for (const row of rows) {
    const findings = rowLocalFindings(row);
    // By position, not by name: names take a third longer.
    statement.run(
      batchId,
      row.rowId,
      row.position,
      row.account?.connectionId ?? null,
      row.account?.accountId ?? null,
      storable(row.accountText),
      storable(row.emailAddress),
      storable(row.userName),
      storable(row.role),
      storable(row.note),
      storable(row.instances),
      JSON.stringify(findings),
      worstOf(findings),
      revision,
      row.source?.fileName ?? null,
      row.source?.rowNumber ?? null,
      row.source?.sha256 ?? null,
    );
  }
  bringBack(db, batchId, rows);
}

/** SQLite's text ends at a NUL, so it is stored as the replacement character, and what follows it isn't lost. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** The fields that facts depend on are unchanged: writing a note doesn't mark later findings as seen. */
const isSamePerson =
  '(account_id IS excluded.account_id AND email_address = excluded.email_address AND role = excluded.role AND instances = excluded.instances)';

const writeRow = `
  INSERT INTO batch_rows (batch_id, row_id, position, connection_id, account_id, realm, account_text, email_address,
    user_name, role, note, instances, findings, level, revision, source_file, source_row, source_sha256, drafted)
  VALUES (?1, ?2, ?3, ?4, ?5, (SELECT realm FROM ways_in WHERE connection_id = ?4 AND account_id = ?5), ?6,
    ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?14)
  ON CONFLICT (batch_id, row_id) DO UPDATE SET
    position = excluded.position, connection_id = excluded.connection_id,
    realm = coalesce(excluded.realm, iif(account_id = excluded.account_id, realm, NULL)),
    account_id = excluded.account_id, account_text = excluded.account_text,
    email_address = excluded.email_address, user_name = excluded.user_name, role = excluded.role, note = excluded.note,
    instances = excluded.instances,
    findings = excluded.findings, level = excluded.level, revision = excluded.revision, found_codes = '[]',
    drafted = iif(${isSamePerson}, drafted, excluded.revision), seen_codes = iif(${isSamePerson}, seen_codes, '[]')`;

/** Removes rows; what no cell contains is stored in case they come back. Call it inside a transaction. */
export function removeRows(db: Database, batchId: string, rowIds: readonly string[]): void {
  if (rowIds.length === 0) return;
  const these = { batchId, rowIds: JSON.stringify(rowIds) };
  db.prepare(
    `INSERT OR REPLACE INTO removed_batch_rows (batch_id, row_id, source_file, source_row, source_sha256, operation_id)
     SELECT batch_id, row_id, source_file, source_row, source_sha256, operation_id FROM batch_rows
     WHERE ${named} AND (source_file IS NOT NULL OR operation_id IS NOT NULL)`,
  ).run(these);
  db.prepare(`DELETE FROM batch_rows WHERE ${named}`).run(these);
}

/** Restores what was stored of rows that came back. */
function bringBack(db: Database, batchId: string, rows: readonly NewRow[]): void {
  const { hasRemoved } = db
    .prepare('SELECT EXISTS (SELECT 1 FROM removed_batch_rows WHERE batch_id = ?) AS hasRemoved')
    .get(batchId) as { hasRemoved: 0 | 1 };
  if (hasRemoved === 0) return;
  const these = { batchId, rowIds: JSON.stringify(rows.map(({ rowId }) => rowId)) };
  db.prepare(
    `UPDATE batch_rows SET source_file = removed.source_file, source_row = removed.source_row,
       source_sha256 = removed.source_sha256, operation_id = removed.operation_id
     FROM (SELECT * FROM removed_batch_rows WHERE ${named}) AS removed
     WHERE batch_rows.batch_id = removed.batch_id AND batch_rows.row_id = removed.row_id`,
  ).run(these);
  db.prepare(`DELETE FROM removed_batch_rows WHERE ${named}`).run(these);
}

const named = 'batch_id = :batchId AND row_id IN (SELECT value FROM json_each(:rowIds))';

/**
 * A row's findings from a check; not for a row that was written since. Findings of a row's first check count as seen, since they
 * are shown in the grid as one types. Call it inside a transaction.
 */
export function writeFindings(
  db: Database,
  { batchId, rowId }: { readonly batchId: string; readonly rowId: string },
  findings: readonly RowFinding[],
  revision: number,
): void {
  prepared(
    db,
    `UPDATE batch_rows SET findings = ?1, level = ?2, found_codes = ?3, seen_codes = iif(
       drafted > (SELECT seen_revision FROM batches WHERE batch_id = ?4), ?3, seen_codes)
     WHERE batch_id = ?4 AND row_id = ?5 AND revision <= ?6`,
  ).run(JSON.stringify(findings), worstOf(findings), factCodesOf(findings), batchId, rowId, revision);
}

const factCodesOf = (findings: readonly RowFinding[]): string =>
  JSON.stringify(findings.flatMap(({ code }) => (factCodes.has(code) ? code : [])));

/** The rows written after a revision of their batch. */
export function changedSince(db: Database, batchId: string, revision: number): Set<string> {
  const rows = db
    .prepare('SELECT row_id AS rowId FROM batch_rows WHERE batch_id = ? AND revision > ?')
    .all(batchId, revision) as { rowId: string }[];
  return new Set(rows.map(({ rowId }) => rowId));
}

const worstOf = (findings: readonly RowFinding[]): RowFinding['level'] | null =>
  findings.some(({ level }) => level === 'error') ? 'error' : findings.length > 0 ? 'warning' : null;

const storedFindings = rowFinding.array();

function rowOf([
  rowId,
  position,
  connectionId,
  accountId,
  accountText,
  emailAddress,
  userName,
  role,
  note,
  instances,
  findings,
  fileName,
  rowNumber,
  sha256,
  operationId,
  status,
  invitation,
]: StoredRow): BatchRow {
  return {
    ...{
      rowId,
      position,
      accountText,
      emailAddress,
      userName,
      role,
      note,
      instances,
      operationId,
      status,
      invitation,
    },
    account: connectionId === null || accountId === null ? null : { connectionId, accountId },
    source:
      fileName === null || rowNumber === null || sha256 === null ? null : { fileName, rowNumber, sha256 },
    findings: findings === '[]' ? [] : storedFindings.parse(JSON.parse(findings)),
  };
}

type StoredRow = readonly [
  rowId: string,
  position: number,
  connectionId: string | null,
  accountId: string | null,
  accountText: string,
  emailAddress: string,
  userName: string,
  role: string,
  note: string,
  instances: string,
  findings: string,
  fileName: string | null,
  rowNumber: number | null,
  sha256: string | null,
  operationId: number | null,
  status: ShownStatus | null,
  invitation: ShownInvitation | null,
];
