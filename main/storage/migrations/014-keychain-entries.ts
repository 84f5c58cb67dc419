import type { Migration } from './migration';

/** The names of this data folder's possible keychain entries; never a secret. */
export const keychainEntries: Migration = {
  version: 14,
  sql: `
    -- An entry outlives its connection until the keychain has certainly deleted it.
    CREATE TABLE keychain_entries (
      connection_id TEXT NOT NULL,
      kind          TEXT NOT NULL CHECK (kind IN ('refresh-token', 'client-secret')),
      wanted        INTEGER NOT NULL CHECK (wanted IN (0, 1)), -- 0: to be deleted
      PRIMARY KEY (connection_id, kind)
    ) STRICT, WITHOUT ROWID;

    -- A sign-out, or the removal of a client secret, may have left something behind while the keychain was locked.
    INSERT INTO keychain_entries (connection_id, kind, wanted)
      SELECT connection_id, 'refresh-token', state <> 'signedOut' FROM connections
      UNION ALL
      SELECT connection_id, 'client-secret', has_client_secret FROM connections WHERE kind = 'amazon';
  `,
};
