import type { Migration } from './migration';

/**
 * The text that invitations are searched in, ignoring case and accents; `search_text` is our own function (see searchText.ts).
 */
export const searchText: Migration = {
  version: 8,
  sql: `
    ALTER TABLE invitations ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
    UPDATE invitations SET search_text = search_text(user_name, email_address, created_by, invitation_id);
    CREATE INDEX invitations_by_account_with_search_text
      ON invitations (realm, account_id, state, expires_at, search_text);
    -- Where two indexes have all that a query needs, SQLite takes the one made last: without a search the narrow one.
    DROP INDEX invitations_by_account_state_and_expiry;
    CREATE INDEX invitations_by_account_state_and_expiry ON invitations (realm, account_id, state, expires_at);
  `,
};
