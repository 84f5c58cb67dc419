import type { Migration } from './migration';

/** The people of the organization as its directory exported them: the newest file only. */
export const directory: Migration = {
  version: 21,
  sql: `
    -- The file that was imported last; at most one row.
    CREATE TABLE directory_file (
      only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
      file_name   TEXT NOT NULL,           -- without its folder
      source      TEXT NOT NULL,           -- the directory that exported it
      imported_at INTEGER NOT NULL,
      people      INTEGER NOT NULL,        -- how many rows were taken
      inactive    INTEGER NOT NULL,        -- how many of them can't sign in anymore
      left_out    TEXT NOT NULL            -- JSON: how many rows weren't taken, by reason
    ) STRICT;

    -- Everything of the file that is stored; a person with two addresses has two rows.
    CREATE TABLE directory_people (
      address TEXT PRIMARY KEY,            -- whole, in lower case
      name    TEXT NOT NULL,
      active  INTEGER CHECK (active IN (0, 1)) -- null: the file doesn't say
    ) STRICT, WITHOUT ROWID;
  `,
};
