import type { Migration } from './migration';

/** Calls that are recorded piece by piece before they become a run, and how many times each account's facts have changed. */
export const staging: Migration = {
  version: 13,
  sql: `
    -- Grows with every reading that changed something, and with every change that is asked of Amazon.
    ALTER TABLE accounts ADD COLUMN facts_stamp INTEGER NOT NULL DEFAULT 0;

    -- Nothing is sent from these two tables.
    CREATE TABLE stagings (
      staging_id INTEGER PRIMARY KEY,
      run_id     INTEGER REFERENCES runs (run_id), -- null: not live. What is live moves into the journal, the rest is removed
      batch_id   TEXT,                             -- the batch whose rows it sends
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE staged_calls (
      call_id    INTEGER PRIMARY KEY,              -- in the order in which they are to be sent
      staging_id INTEGER NOT NULL REFERENCES stagings (staging_id),
      call       TEXT NOT NULL                     -- JSON: the way, the operation, its body as text, and its operations
    ) STRICT;
    CREATE INDEX staged_calls_by_staging ON staged_calls (staging_id, call_id);
  `,
};
