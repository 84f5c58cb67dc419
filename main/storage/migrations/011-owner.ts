import type { Migration } from './migration';

/** Which computer uses the database, so that another one notices that it was used elsewhere. */
export const owner: Migration = {
  version: 11,
  sql: `
    CREATE TABLE owner (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      machine TEXT NOT NULL,                              -- a hash of the system's own number
      computer TEXT NOT NULL,                             -- what people call it
      opened_at INTEGER NOT NULL,
      closed_at INTEGER                                   -- null while it is open, and after a crash
    ) STRICT;
  `,
};
