import type { Migration } from './migration';

/** Who is in the team, which plans for instances changed in which order, and which erasures the team has to learn of. */
export const teamKnowledge: Migration = {
  version: 33,
  sql: `
    -- As the store listed them last.
    CREATE TABLE team_members (
      login          TEXT PRIMARY KEY,
      display_name   TEXT NOT NULL,
      may_administer INTEGER NOT NULL CHECK (may_administer IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    -- The last change of each plan of planned_instances, numbered in the order in which they were made. Rows stay when a plan ends.
    CREATE TABLE planned_revisions (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      address    TEXT NOT NULL,
      number     INTEGER NOT NULL UNIQUE,
      ended_at   INTEGER,                  -- null while there is a plan; otherwise right after the plan that ended
      PRIMARY KEY (realm, account_id, address)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX planned_revisions_by_account ON planned_revisions (realm, account_id, number);
    INSERT INTO planned_revisions (realm, account_id, address, number)
      SELECT realm, account_id, address, row_number() OVER (ORDER BY planned_at, realm, account_id, address) FROM planned_instances;

    -- Requested erasures while in a team: colleagues are asked to erase the same person, who isn't named.
    CREATE TABLE team_erasures (
      number     INTEGER PRIMARY KEY REFERENCES erasures (number),
      fact_id    TEXT NOT NULL UNIQUE,     -- of the erasure
      refs       TEXT NOT NULL,            -- JSON: IDs of facts and claims in the store that are about the person
      in_store   INTEGER NOT NULL CHECK (in_store IN (0, 1)), -- 1: the store is to erase the person too
      done_at    INTEGER                   -- when the store did
    ) STRICT;

    -- Each account's ticks, in the order in which they are pushed.
    CREATE INDEX instance_ticks_by_account ON instance_ticks (realm, account_id);
  `,
};
