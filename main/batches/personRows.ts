import { rowStateOf } from '../../shared/domain/batch/rowState';
import type { ShownInvitation } from '../../shared/domain/invitation/invitation';
import type { ShownStatus } from '../../shared/domain/outbox/operation';
import type { FoundBatch, FoundPerson, PersonRow } from '../../shared/domain/person/knownPerson';
import { matchesSearch } from '../../shared/text/searchText';
import type { Database } from '../storage/database';
import { likePattern } from '../storage/likePattern';
import { shownStatusColumn } from '../storage/skipped';
import { invitationColumn, latestOperation } from './rowStates';

/** How many rows of one person are listed. */
const maxRows = 50;

/** The rows of listed batches in which an address stands, those of the batch changed last first. */
export function personRows(
  db: Database,
  emailAddress: string,
): { readonly rows: PersonRow[]; readonly totalRows: number } {
  const these = `FROM batch_rows JOIN batches USING (batch_id)
    WHERE email_address = ? COLLATE NOCASE AND removed_at IS NULL`;
  const { totalRows } = db.prepare(`SELECT count(*) AS totalRows ${these}`).get(emailAddress) as {
    readonly totalRows: number;
  };
  const rows = db
    .prepare(
      `SELECT found.*, ${shownStatusColumn} AS status, ${invitationColumn} AS invitation FROM (
         SELECT batch_id AS batchId, name AS batchName, row_id AS rowId, account_text AS accountText,
           batch_rows.role AS role, note, source_file AS sourceFile, source_row AS sourceRow, level, changed_at,
           position, ${latestOperation} AS latest
         ${these} ORDER BY changed_at DESC, batch_id, position LIMIT ?) AS found
       LEFT JOIN operations ON operations.operation_id = latest
       ORDER BY changed_at DESC, batchId, position`,
    )
    .all(emailAddress, maxRows) as unknown as StoredRow[];
  return { rows: rows.map(rowOf), totalRows };
}

interface StoredRow extends Omit<PersonRow, 'state'> {
  readonly level: 'error' | 'warning' | null;
  readonly status: ShownStatus | null;
  readonly invitation: ShownInvitation | null;
}

const rowOf = ({
  batchId,
  batchName,
  rowId,
  accountText,
  role,
  note,
  sourceFile,
  sourceRow,
  ...row
}: StoredRow) => ({
  ...{ batchId, batchName, rowId, accountText, role, note, sourceFile, sourceRow },
  state: rowStateOf({ hasError: row.level === 'error', status: row.status, invitation: row.invitation }),
});

/** How many batches are looked through, the last changed first. */
const maxBatches = 1000;

/** The listed batches in whose names all words of a search stand, the last changed first. */
export function findBatches(db: Database, search: string, limit: number): FoundBatch[] {
  return listed(db)
    .filter(({ name }) => matchesSearch(name, search))
    .slice(0, limit);
}

/** People who stand in rows and in whose name or address all words of a search stand. It yields after each batch. */
export function* draftedPeople(db: Database, search: string): Generator<FoundPerson | null, void, void> {
  const words = search.trim().split(/\s+/);
  const like = words.map((_, index) => `people LIKE ?${String(index + 2)} ESCAPE '\\'`).join(' AND ');
  const people = db.prepare(
    `SELECT email_address AS emailAddress, user_name AS userName FROM (
       SELECT email_address, user_name, user_name || char(10) || email_address AS people FROM batch_rows WHERE batch_id = ?1)
     WHERE email_address <> '' AND ${like} LIMIT 50`,
  );
  for (const { batchId } of listed(db)) {
    yield* people.all(batchId, ...words.map(likePattern)) as unknown as FoundPerson[];
    yield null;
  }
}

function listed(db: Database): FoundBatch[] {
  const rows: unknown = db
    .prepare(
      'SELECT batch_id AS batchId, name FROM batches WHERE removed_at IS NULL ORDER BY changed_at DESC LIMIT ?',
    )
    .all(maxBatches);
  return rows as FoundBatch[];
}
