import type { Migration } from './migration';

/** Who was removed from every account at once, and by which runs. */
export const leavers: Migration = {
  version: 22,
  sql: `
    CREATE TABLE leavers (
      leaver_id  TEXT PRIMARY KEY,         -- UUIDv7
      started_at INTEGER NOT NULL,
      names      TEXT NOT NULL,            -- JSON: as they were known then
      subject    TEXT NOT NULL             -- JSON: addresses, and user IDs with their realms
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER leavers_are_kept BEFORE DELETE ON leavers
      BEGIN SELECT RAISE(ABORT, 'removals of leavers are append-only'); END;
    CREATE TRIGGER leavers_keep_their_words BEFORE UPDATE ON leavers
      BEGIN SELECT RAISE(ABORT, 'removals of leavers are append-only'); END;

    CREATE TABLE leaver_runs (
      leaver_id TEXT NOT NULL REFERENCES leavers (leaver_id),
      run_id    INTEGER PRIMARY KEY REFERENCES runs (run_id)
    ) STRICT;
    CREATE INDEX leaver_runs_by_leaver ON leaver_runs (leaver_id);
  `,
};
