import type { Migration } from './migration';

/** Facts about a call that help to determine later which invitation in Amazon's list it created. */
export const evidenceOfCalls: Migration = {
  version: 15,
  sql: `
    -- The earliest that Amazon's own clock showed when the call left, ms since 1970; null where that is not known.
    ALTER TABLE requests ADD COLUMN amazons_time INTEGER;
    -- JSON: ids of invitations that the answer confirmed without saying whose they are; null where there are none.
    ALTER TABLE requests ADD COLUMN unclaimed_ids TEXT;
  `,
};
