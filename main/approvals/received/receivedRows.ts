import { fileRow, rowComment } from '../../../shared/domain/approval/batchFile';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import type { Stepwise } from '../../storage/stepwise';
import { relaxedTransaction } from '../../storage/transaction';
import { rowsAtOnce, type FilePiece } from '../file/filePieces';

/**
 * Writes the rows of a file that doesn't exist yet: they count once it does.
 * @param pieces the comments of a piece may be about rows of others
 */
export function* writeRows(db: Database, fileId: string, pieces: readonly FilePiece[]): Stepwise<void> {
  const comments = new Map(
    pieces.flatMap(({ rowComments }) => rowComments.map(({ rowId, text }) => [rowId, text] as const)),
  );
  let position = 0;
  for (const { rows } of pieces) {
    relaxedTransaction(db, () => {
      const insert = prepared(db, insertRow);
      for (const row of rows) {
        const { rowId, accountId, accountName, emailAddress, userName, role, instances, note } = row;
        insert.run(
          ...([fileId, position, rowId, accountId, accountName, emailAddress, userName, role] as const),
          ...([instances, note, JSON.stringify(row.warnings), comments.get(rowId) ?? ''] as const),
        );
        position += 1;
      }
    });
    yield;
  }
}

const insertRow = `INSERT INTO received_rows (file_id, position, row_id, account_id, account_name, email_address, user_name, role,
  instances, note, warnings, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Removes what was written of files that never came to be: reading them was interrupted. In slices. */
export function* removeUnfinished(db: Database): Stepwise<void> {
  const unfinished = prepared(db, unfinishedFiles).all() as unknown as { readonly fileId: string }[];
  const remove = prepared(
    db,
    'DELETE FROM received_rows WHERE file_id = ? AND position >= ? AND position < ?',
  );
  for (const { fileId } of unfinished) {
    for (let from = 0, isLast = false; !isLast; from += rowsAtOnce) {
      isLast = relaxedTransaction(db, () => remove.run(fileId, from, from + rowsAtOnce).changes === 0);
      yield;
    }
  }
}

/** Jumps from file to file: reading all rows would take long. */
const unfinishedFiles = `
  WITH RECURSIVE files (file_id) AS (
    SELECT min(file_id) FROM received_rows
    UNION ALL
    SELECT (SELECT min(file_id) FROM received_rows WHERE received_rows.file_id > files.file_id) FROM files
    WHERE files.file_id IS NOT NULL)
  SELECT file_id AS fileId FROM files
  WHERE file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM received_files WHERE received_files.file_id = files.file_id)`;

interface StoredRow {
  readonly position: number;
  readonly rowId: string;
  readonly warnings: string;
  readonly comment: string;
}

/** The rows of a file in order; null if one no longer has its form. */
export function* readRows(db: Database, fileId: string): Stepwise<FilePiece[] | null> {
  const query = prepared(
    db,
    `SELECT position, row_id AS rowId, account_id AS accountId, account_name AS accountName, email_address AS emailAddress,
       user_name AS userName, role, instances, note, warnings, comment
     FROM received_rows WHERE file_id = ? AND position > ? ORDER BY position LIMIT ?`,
  );
  const pieces: FilePiece[] = [];
  for (let after = -1; ;) {
    const stored = query.all(fileId, after, rowsAtOnce) as unknown as StoredRow[];
    const last = stored.at(-1);
    if (last === undefined) return pieces;
    after = last.position;
    const piece: FilePiece = { rows: [], rowComments: [] };
    for (const { position: _, warnings, comment, ...row } of stored) {
      const parsed = fileRow.safeParse({ ...row, warnings: JSON.parse(warnings) as unknown }).data;
      if (parsed === undefined) return null;
      piece.rows.push(parsed);
      if (comment === '') continue;
      const parsedComment = rowComment.safeParse({ rowId: row.rowId, text: comment }).data;
      if (parsedComment === undefined) return null;
      piece.rowComments.push(parsedComment);
    }
    pieces.push(piece);
    yield;
  }
}

/** How many rows are looked through at once for those that have a comment. */
const lookedThroughAtOnce = 2000;

/** What is said about single rows of a file, by row ID. */
export function* commentsIn(db: Database, fileId: string): Stepwise<Map<string, string>> {
  const query = prepared(
    db,
    `SELECT row_id AS rowId, comment FROM received_rows
     WHERE file_id = ? AND position >= ? AND position < ? AND comment <> ''`,
  );
  const { rows } = prepared(db, 'SELECT count(*) AS rows FROM received_rows WHERE file_id = ?').get(
    fileId,
  ) as { readonly rows: number };
  const comments = new Map<string, string>();
  for (let from = 0; from < rows; from += lookedThroughAtOnce) {
    const found = query.all(fileId, from, from + lookedThroughAtOnce) as unknown as {
      readonly rowId: string;
      readonly comment: string;
    }[];
    for (const { rowId, comment } of found) comments.set(rowId, comment);
    yield;
  }
  return comments;
}
