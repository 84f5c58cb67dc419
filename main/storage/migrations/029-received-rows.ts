import { keepFacts } from './keepFacts';
import type { Migration } from './migration';

/**
 * The rows of received batch files, one each, as rows of batches are: so that a long file is written and read in slices, and a
 * person in one is found by their address. What an answer says about a row is in its row; until now it had a table of its own.
 */
export const receivedRows: Migration = {
  version: 29,
  sql: `
    -- Written before their file, which makes them count: without one they are what an interrupted reading left.
    CREATE TABLE received_rows (
      file_id       TEXT NOT NULL,               -- UUIDv7, see received_files
      position      INTEGER NOT NULL,            -- in the file, from 0
      row_id        TEXT NOT NULL,
      account_id    TEXT NOT NULL,
      account_name  TEXT NOT NULL,
      email_address TEXT NOT NULL,
      user_name     TEXT NOT NULL,
      role          TEXT NOT NULL,
      instances     TEXT NOT NULL,
      note          TEXT NOT NULL,
      warnings      TEXT NOT NULL,               -- JSON: the codes of what the drafter's check found
      comment       TEXT NOT NULL,               -- an answer's author about this row; empty: nothing
      PRIMARY KEY (file_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX received_rows_by_person ON received_rows (email_address COLLATE NOCASE);
    CREATE TRIGGER received_rows_keep_entries BEFORE DELETE ON received_rows
      WHEN EXISTS (SELECT 1 FROM received_files WHERE received_files.file_id = OLD.file_id)
      BEGIN SELECT RAISE(ABORT, 'rows of received files are append-only'); END;
    CREATE TRIGGER received_rows_keep_words BEFORE UPDATE ON received_rows WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'rows of received files are append-only'); END;
    ${keepFacts('received_rows', 'file_id, position, row_id, account_id, role, warnings')}

    INSERT INTO received_rows
      SELECT files.file_id, each.key, coalesce(each.value ->> 'rowId', ''), coalesce(each.value ->> 'accountId', ''),
        coalesce(each.value ->> 'accountName', ''), coalesce(each.value ->> 'emailAddress', ''),
        coalesce(each.value ->> 'userName', ''), coalesce(each.value ->> 'role', ''), coalesce(each.value ->> 'instances', ''),
        coalesce(each.value ->> 'note', ''), coalesce(each.value -> 'warnings', '[]'),
        coalesce((SELECT note FROM row_comments WHERE row_comments.file_id = files.file_id
          AND row_comments.row_id = each.value ->> 'rowId'), '')
      FROM received_files AS files,
        json_each(body, iif(kind = 'draft', '$.body.rows', '$.body.draft.body.rows')) AS each;
    DROP TABLE row_comments;

    DROP TRIGGER received_files_keep_words;
    UPDATE received_files SET body = json_replace(body, '$.body.rows', json('[]'), '$.body.draft.body.rows', json('[]'),
      '$.body.rowComments', json('[]'));
    CREATE TRIGGER received_files_keep_words BEFORE UPDATE ON received_files WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'received files are append-only'); END;
  `,
};
