import type { Migration } from './migration';

/** Changes that weren't sent because Amazon's list showed that they aren't needed, and the error code of a recorded change. */
export const skipped: Migration = {
  version: 10,
  sql: `
    ALTER TABLE activity ADD COLUMN code TEXT;     -- of the error, where there was one; null in older entries
    CREATE INDEX operations_skipped ON operations (run_id)
      WHERE status = 'failed' AND error ->> 'code' = 'ALREADY_INVITED';
  `,
};
