import type { Migration } from './migration';

/** Whether a person has confirmed being the Amazon user of a connection. */
export const identityConfirmed: Migration = {
  version: 12,
  sql: `
    ALTER TABLE connections ADD COLUMN identity_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (identity_confirmed IN (0, 1));

    -- Who is shown already was seen by whoever used the connection.
    UPDATE connections SET identity_confirmed = 1 WHERE identity IS NOT NULL;
  `,
};
