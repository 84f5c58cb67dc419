import type { Migration } from './migration';

/**
 * The team whose store decides who may change a shared account, what this folder said there, and what colleagues did. The ledger
 * of keychain entries takes one more kind; SQLite can't widen a CHECK, so its table is made again (no other refers to it).
 */
export const team: Migration = {
  version: 30,
  sql: `
    CREATE TABLE new_keychain_entries (
      connection_id TEXT NOT NULL,  -- of a signing key: the installation's ID; of a team's password: the team's
      kind          TEXT NOT NULL CHECK (kind IN ('refresh-token', 'client-secret', 'signing-key', 'team-password')),
      wanted        INTEGER NOT NULL CHECK (wanted IN (0, 1)), -- 0: to be deleted
      PRIMARY KEY (connection_id, kind)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_keychain_entries (connection_id, kind, wanted)
      SELECT connection_id, kind, wanted FROM keychain_entries;
    DROP TABLE keychain_entries;
    ALTER TABLE new_keychain_entries RENAME TO keychain_entries;

    -- The team this folder belongs to: no row, or one.
    CREATE TABLE teams (
      number          INTEGER PRIMARY KEY CHECK (number = 1),
      team_id         TEXT NOT NULL,           -- UUID by which the store names itself
      name            TEXT NOT NULL,           -- as the store says
      host            TEXT NOT NULL,
      port            INTEGER NOT NULL,
      database        TEXT NOT NULL,
      login           TEXT NOT NULL,
      encryption      TEXT NOT NULL CHECK (encryption IN ('verified', 'loopback')),
      ca_file         TEXT,                    -- PEM; null: the system's own authorities
      installation_id TEXT NOT NULL,           -- UUIDv7 of this folder; a copy of the folder has the same
      joined_at       INTEGER NOT NULL
    ) STRICT;

    -- The accounts whose changes follow the team's rules.
    CREATE TABLE team_accounts (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      shared_at  INTEGER NOT NULL,
      PRIMARY KEY (realm, account_id)
    ) STRICT, WITHOUT ROWID;

    -- Each start of the app that came to the store, the latest last.
    CREATE TABLE team_starts (
      number     INTEGER PRIMARY KEY,
      start_id   TEXT NOT NULL UNIQUE,         -- UUIDv7
      started_at INTEGER NOT NULL
    ) STRICT;

    -- The claim under which each change was sent, written with the step to 'sending'.
    CREATE TABLE team_claims (
      claim_id     TEXT PRIMARY KEY,           -- UUIDv7, the same in the store
      operation_id INTEGER NOT NULL REFERENCES operations (operation_id),
      start_id     TEXT NOT NULL,
      address      TEXT,                       -- normalized; null for a member
      user_id      TEXT,
      generation   INTEGER NOT NULL,
      confirmed    INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)), -- 1: the store let it be sent; before, no call was made
      given_back   INTEGER NOT NULL DEFAULT 0 CHECK (given_back IN (0, 1)), -- 1: certainly not sent
      reported         TEXT CHECK (reported IN ('inDoubt', 'done', 'failed', 'released')) -- the last the store confirmed
    ) STRICT;
    CREATE INDEX team_claims_by_operation ON team_claims (operation_id);
    CREATE INDEX team_claims_by_address ON team_claims (address);
    CREATE INDEX team_claims_unreported ON team_claims (claim_id) 
      WHERE reported IS NULL OR reported = 'inDoubt';

    -- What was done under claims in shared accounts, by anybody, in the order in which this folder learned of it.
    CREATE TABLE team_changes (
      number        INTEGER PRIMARY KEY,
      claim_id      TEXT NOT NULL UNIQUE,
      realm         TEXT NOT NULL,
      account_id    TEXT NOT NULL,
      kind          TEXT NOT NULL CHECK (kind IN ('create', 'setRole', 'removeMember')),
      address       TEXT,                      -- normalized; null for a member
      user_id       TEXT,
      generation    INTEGER NOT NULL,
      role          TEXT,
      invitation_id TEXT,
      colleague     TEXT NOT NULL,             -- the login
      settled_at    INTEGER NOT NULL           -- ms since 1970, by the store's clock
    ) STRICT;
    CREATE INDEX team_changes_by_address ON team_changes (realm, account_id, address);

    -- How much of team_changes was known when the change was agreed to.
    ALTER TABLE operations ADD COLUMN known_changes INTEGER NOT NULL DEFAULT 0;
  `,
};
