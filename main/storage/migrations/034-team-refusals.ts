import type { Migration } from './migration';

/** A team's rules that this program can't read, and entries that the team's store refused. */
export const teamRefusals: Migration = {
  version: 34,
  sql: `
    -- 0: the program that heard of them couldn't read them, so the strictest ones stand there.
    ALTER TABLE team_rules ADD COLUMN readable INTEGER NOT NULL DEFAULT 1 CHECK (readable IN (0, 1));

    -- Facts of this folder that the store refused one by one. Another version of the program tries them again.
    CREATE TABLE team_refused_facts (
      fact_id         TEXT NOT NULL,
      realm           TEXT NOT NULL,
      account_id      TEXT NOT NULL,
      kind            TEXT NOT NULL,
      code            TEXT NOT NULL,         -- PostgreSQL's
      program_version TEXT NOT NULL,
      at              INTEGER NOT NULL,
      PRIMARY KEY (fact_id, realm, account_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
