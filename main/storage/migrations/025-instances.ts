import type { Migration } from './migration';

/** Which instances of an account each connection's own sign-in can open, and when Amazon listed them. */
export const instances: Migration = {
  version: 25,
  sql: `
    CREATE TABLE instances (
      connection_id TEXT NOT NULL REFERENCES connections (connection_id) ON DELETE CASCADE,
      account_id    TEXT NOT NULL,
      instance_id   TEXT NOT NULL,
      name          TEXT NOT NULL,       -- empty if Amazon names none
      types         TEXT NOT NULL,       -- JSON list of Amazon's advertiser types
      status        TEXT,                -- as Amazon writes it; null if it doesn't say
      PRIMARY KEY (connection_id, account_id, instance_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE instance_lists (
      connection_id TEXT NOT NULL REFERENCES connections (connection_id) ON DELETE CASCADE,
      account_id    TEXT NOT NULL,
      as_of         INTEGER,             -- when the latest complete reading began; null before the first
      tried_at      INTEGER NOT NULL,    -- when the latest reading began, however it ended
      error         TEXT,                -- JSON of an error body; null if it was complete
      PRIMARY KEY (connection_id, account_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
