import type { Migration } from './migration';

/** What was not sent because Amazon's list showed that it is not needed, and by what code a change in the record ended. */
export const skipped: Migration = {
  version: 10,
  sql: `
    ALTER TABLE activity ADD COLUMN code TEXT;     -- of the error, where there was one; null in older entries
    CREATE INDEX operations_skipped ON operations (run_id)
      WHERE status = 'failed' AND error ->> 'code' = 'ALREADY_INVITED';
  `,
};
