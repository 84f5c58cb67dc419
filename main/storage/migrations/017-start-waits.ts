import type { Migration } from './migration';

/** A large run starts after a moment in which a person can call it back. */
export const startWaits: Migration = {
  version: 17,
  sql: `
    -- When it starts, ms since 1970; null once nothing of it waits for that. Nothing of the run is sent before.
    ALTER TABLE runs ADD COLUMN starts_at INTEGER;
  `,
};
