import type { Migration } from './migration';

/** Connections, the accounts they reach, and what each connection may do there. */
export const connectionsAndAccounts: Migration = {
  version: 1,
  sql: `
    CREATE TABLE connections (
      connection_id     TEXT PRIMARY KEY,
      kind              TEXT NOT NULL CHECK (kind IN ('amazon', 'sandbox')),
      label             TEXT NOT NULL,
      region            TEXT NOT NULL CHECK (region IN ('na', 'eu', 'fe')),
      client_id         TEXT NOT NULL,
      has_client_secret INTEGER NOT NULL CHECK (has_client_secret IN (0, 1)),
      return_port       INTEGER NOT NULL,
      endpoints         TEXT,              -- JSON of custom endpoints
      sandbox_identity  TEXT,              -- the person the sandbox's authorize page proposes
      realm             TEXT NOT NULL,
      state             TEXT NOT NULL CHECK (state IN ('signedOut', 'signedIn', 'signInAgain')),
      renewable         INTEGER NOT NULL DEFAULT 0 CHECK (renewable IN (0, 1)), -- a refresh token is in the OS keychain
      identity          TEXT,              -- JSON {userId, name?, email?}
      created_at        INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE accounts (
      realm               TEXT NOT NULL,
      account_id          TEXT NOT NULL,
      name                TEXT NOT NULL,
      marketplace_id      TEXT NOT NULL,
      favourite           INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
      last_opened_at      INTEGER,
      invitations_as_of   INTEGER,         -- last complete reading of the pending list
      first_seen_at       INTEGER NOT NULL,
      PRIMARY KEY (realm, account_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ways_in (
      connection_id TEXT NOT NULL REFERENCES connections (connection_id) ON DELETE CASCADE,
      realm         TEXT NOT NULL,
      account_id    TEXT NOT NULL,
      can_invite    INTEGER CHECK (can_invite IN (0, 1)), -- null until Amazon was asked
      as_of         INTEGER NOT NULL,
      reachable     INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)),
      PRIMARY KEY (connection_id, account_id),
      FOREIGN KEY (realm, account_id) REFERENCES accounts (realm, account_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ways_in_by_account ON ways_in (realm, account_id);
  `,
};
