import type { Migration } from './migration';

/** How we know an invitation's state, and why an account couldn't be read. */
export const evidenceAndTrouble: Migration = {
  version: 4,
  sql: `
    ALTER TABLE invitations ADD COLUMN evidence TEXT
      CHECK (evidence IN ('listed', 'ours', 'amazon', 'user', 'maskedUser', 'expiry', 'absence'));
    ALTER TABLE ways_in ADD COLUMN trouble TEXT;      -- JSON of an error body: why its latest reading failed
    ALTER TABLE ways_in ADD COLUMN trouble_at INTEGER;
    CREATE INDEX operations_by_invitation ON operations (invitation_id) WHERE invitation_id IS NOT NULL;
    CREATE INDEX activity_by_invitation ON activity (invitation_id) WHERE invitation_id IS NOT NULL;
    CREATE INDEX invitations_by_person ON invitations (realm, account_id, email_address COLLATE NOCASE);
    CREATE INDEX invitations_by_state_change ON invitations (state, state_changed_at);
  `,
};
