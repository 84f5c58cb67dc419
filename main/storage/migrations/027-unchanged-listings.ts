import type { Migration } from './migration';

/**
 * Which accounts' pending lists are still as they were stored: a refresh that finds the same list notes so in one row, instead of
 * marking each invitation. Any other change of the account's invitations ends that, also one made here.
 */
export const unchangedListings: Migration = {
  version: 27,
  sql: `
    CREATE TABLE unchanged_listings (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      digest     BLOB,                -- SHA-256 of the list; null once a stored invitation has changed since
      seen_at    INTEGER NOT NULL,    -- start of the reading that stored it: invitations with this last_seen_at were in it
      as_of      INTEGER NOT NULL,    -- start of the latest reading that found the same list: they were seen then too
      PRIMARY KEY (realm, account_id),
      FOREIGN KEY (realm, account_id) REFERENCES accounts (realm, account_id)
    ) STRICT, WITHOUT ROWID;
    ${[
      ['inserted', 'INSERT', 'NEW'],
      ['deleted', 'DELETE', 'OLD'],
      [
        'changed',
        'UPDATE OF account_id, invitation_id, email_address, user_name, role, state, created_by, created_at, expires_at, state_changed_at, evidence',
        'OLD',
      ],
    ]
      .map(
        ([name, event, row]) => `
    CREATE TRIGGER unchanged_listings_end_when_${name} AFTER ${event} ON invitations
      BEGIN
        UPDATE unchanged_listings SET digest = NULL
          WHERE realm = ${row}.realm AND account_id = ${row}.account_id AND digest IS NOT NULL;
      END;`,
      )
      .join('')}
  `,
};
