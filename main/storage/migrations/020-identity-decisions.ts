import type { Migration } from './migration';

/** What people decided about who is behind a user ID. */
export const identityDecisions: Migration = {
  version: 20,
  sql: `
    -- In the order in which they were made; a confirmation holds in every account of the realm that lists the user ID.
    CREATE TABLE identity_decisions (
      decision      INTEGER PRIMARY KEY,
      decision_id   TEXT NOT NULL UNIQUE,  -- UUIDv7
      at            INTEGER NOT NULL,
      kind          TEXT NOT NULL CHECK (kind IN ('same', 'notSame', 'undo')), -- undo: of the latest one about that address
      realm         TEXT NOT NULL,
      user_id       TEXT NOT NULL,
      email_address TEXT NOT NULL          -- whole, in lower case
    ) STRICT;
    CREATE INDEX identity_decisions_by_user ON identity_decisions (realm, user_id);
    CREATE INDEX identity_decisions_by_person ON identity_decisions (email_address);
    CREATE TRIGGER identity_decisions_keep_entries BEFORE DELETE ON identity_decisions
      BEGIN SELECT RAISE(ABORT, 'the decisions about identities are append-only'); END;
    CREATE TRIGGER identity_decisions_keep_facts BEFORE UPDATE ON identity_decisions
      BEGIN SELECT RAISE(ABORT, 'the decisions about identities are append-only'); END;
  `,
};
