import type { Migration } from './migration';

/** Drafted lists of people to invite. */
export const batches: Migration = {
  version: 6,
  sql: `
    CREATE TABLE batches (
      batch_id   TEXT PRIMARY KEY,
      name       TEXT NOT NULL,
      notify     INTEGER CHECK (notify IN (0, 1)), -- null until a person chose
      archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
      revision   INTEGER NOT NULL DEFAULT 0,       -- grows with each change of its rows
      checked_at INTEGER,                          -- null: not since the last change of its rows
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      removed_at INTEGER                           -- taken from the list; it can come back, whole
    ) STRICT;

    -- Cells hold what was typed, however wrong.
    CREATE TABLE batch_rows (
      batch_id      TEXT NOT NULL REFERENCES batches (batch_id),
      row_id        TEXT NOT NULL,
      position      REAL NOT NULL,
      connection_id TEXT,                          -- the account as it was chosen, or null
      account_id    TEXT,
      realm         TEXT,                          -- null where the way in was not known when the row was written
      account_text  TEXT NOT NULL,
      email_address TEXT NOT NULL,
      user_name     TEXT NOT NULL,
      role          TEXT NOT NULL,
      note          TEXT NOT NULL,
      findings      TEXT NOT NULL DEFAULT '[]',    -- JSON
      level         TEXT CHECK (level IN ('error', 'warning')), -- the worst of the findings
      revision      INTEGER NOT NULL,              -- the batch's when the row was last written
      source_file   TEXT,
      source_row    INTEGER,
      source_sha256 TEXT,
      operation_id  INTEGER REFERENCES operations (operation_id), -- the first that sent it; later ones replace that one
      PRIMARY KEY (batch_id, row_id),
      CHECK ((connection_id IS NULL) = (account_id IS NULL))
    ) STRICT, WITHOUT ROWID;
    -- What no cell holds of rows that were taken out: it comes back with them when that is undone.
    CREATE TABLE removed_batch_rows (
      batch_id      TEXT NOT NULL REFERENCES batches (batch_id),
      row_id        TEXT NOT NULL,
      source_file   TEXT,
      source_row    INTEGER,
      source_sha256 TEXT,
      operation_id  INTEGER REFERENCES operations (operation_id),
      PRIMARY KEY (batch_id, row_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_rows_by_standing ON batch_rows (batch_id, level, operation_id);
    CREATE INDEX batch_rows_by_account ON batch_rows (batch_id, realm, account_id);
    CREATE UNIQUE INDEX batch_rows_by_operation ON batch_rows (operation_id) WHERE operation_id IS NOT NULL;

    -- Which column of a file was which of ours, by its headers, when such a file was imported last.
    CREATE TABLE import_mappings (
      headers TEXT PRIMARY KEY, -- JSON
      mapping TEXT NOT NULL,    -- JSON
      used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
