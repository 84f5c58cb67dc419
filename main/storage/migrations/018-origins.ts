import type { Migration } from './migration';

/** From which row of which batch each operation comes, and what finds a person in the journal, the record and the batches. */
export const origins: Migration = {
  version: 18,
  sql: `
    -- As it was when the operation was written down: rows and batches change, the record doesn't.
    CREATE TABLE operation_origins (
      operation_id INTEGER PRIMARY KEY REFERENCES operations (operation_id),
      batch_id     TEXT NOT NULL,
      batch_name   TEXT NOT NULL,
      row_id       TEXT NOT NULL,
      row_number   INTEGER,                -- its place in the batch, from 1; null: sent before this was kept
      note         TEXT NOT NULL,
      source_file  TEXT,                   -- the file it was imported from, and the row in it
      source_row   INTEGER
    ) STRICT;
    CREATE INDEX operation_origins_by_row ON operation_origins (batch_id, row_id);

    -- A row names the operation that sent it last from the batch: those before it and after it were for the same row.
    CREATE TABLE sent_rows AS
      SELECT operation_id, batch_id, row_id, note, source_file, source_row FROM batch_rows WHERE operation_id IS NOT NULL
      UNION ALL
      SELECT operation_id, batch_id, row_id, '', source_file, source_row FROM removed_batch_rows WHERE operation_id IS NOT NULL;
    INSERT OR IGNORE INTO operation_origins (operation_id, batch_id, batch_name, row_id, note, source_file, source_row)
      WITH RECURSIVE
        earlier (operation_id, named) AS (
          SELECT operation_id, operation_id FROM sent_rows
          UNION
          SELECT operations.replaces, named FROM earlier JOIN operations USING (operation_id) WHERE operations.replaces IS NOT NULL),
        chain (operation_id, named) AS (
          SELECT operation_id, named FROM earlier
          UNION
          SELECT later.operation_id, named FROM chain JOIN operations AS later ON later.replaces = chain.operation_id)
      SELECT chain.operation_id, batch_id, name, row_id, note, source_file, source_row
      FROM chain JOIN sent_rows ON sent_rows.operation_id = named JOIN batches USING (batch_id);
    DROP TABLE sent_rows;

    -- What was done to the invitation that a row made is about the same row; in a change of role, the new invitation too.
    CREATE TEMP TABLE made AS
      SELECT realm, account_id, invitation_id, max(operation_id) AS operation_id
      FROM operations JOIN operation_origins USING (operation_id)
      WHERE kind = 'create' AND invitation_id IS NOT NULL GROUP BY 1, 2, 3;
    CREATE INDEX temp.made_by_invitation ON made (invitation_id);
    INSERT OR IGNORE INTO operation_origins
      SELECT later.operation_id, batch_id, batch_name, row_id, row_number, note, source_file, source_row
      FROM operations AS later JOIN made USING (realm, account_id, invitation_id)
        JOIN operation_origins AS origin ON origin.operation_id = made.operation_id
      WHERE later.kind <> 'create';
    DROP TABLE temp.made;
    INSERT OR IGNORE INTO operation_origins
      SELECT later.operation_id, batch_id, batch_name, row_id, row_number, note, source_file, source_row
      FROM operations AS later JOIN operation_origins AS origin ON origin.operation_id = later.after_operation;

    CREATE TRIGGER operation_origins_are_kept BEFORE DELETE ON operation_origins
      BEGIN SELECT RAISE(ABORT, 'the journal keeps where its operations come from'); END;
    CREATE TRIGGER operation_origins_keep_their_words BEFORE UPDATE ON operation_origins
      BEGIN SELECT RAISE(ABORT, 'the journal keeps where its operations come from'); END;

    CREATE INDEX operations_by_person ON operations (email_address COLLATE NOCASE);
    CREATE INDEX activity_by_person ON activity (email_address COLLATE NOCASE);
    CREATE INDEX batch_rows_by_person ON batch_rows (email_address COLLATE NOCASE);
  `,
};
