import type { Migration } from './migration';

/** Links waiting to be redeemed, and an activity record that includes redeeming, which has no operation of the outbox. */
export const redeemLinks: Migration = {
  version: 5,
  sql: `
    CREATE TABLE redeem_links (
      invitation_id TEXT PRIMARY KEY,
      region        TEXT CHECK (region IN ('na', 'eu', 'fe')),
      came_from     TEXT NOT NULL CHECK (came_from IN ('opened', 'pasted')),
      arrived_at    INTEGER NOT NULL,
      connection_id TEXT,                  -- the way in a person chose
      outcome       TEXT CHECK (outcome IN ('redeemed', 'already'))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE wider_activity (
      activity_id       INTEGER PRIMARY KEY,
      at                INTEGER NOT NULL,
      action            TEXT NOT NULL CHECK (action IN ('create', 'revoke', 'resend', 'redeem')),
      result            TEXT NOT NULL CHECK (result IN ('done', 'failed', 'inDoubt')),
      connection_label  TEXT NOT NULL,
      actor             TEXT NOT NULL,
      realm             TEXT NOT NULL,
      account_id        TEXT NOT NULL,
      account_name      TEXT NOT NULL,
      email_address     TEXT NOT NULL,
      user_name         TEXT NOT NULL,
      role              TEXT NOT NULL,
      invitation_id     TEXT,
      operation_id      INTEGER CHECK (operation_id IS NOT NULL OR action = 'redeem'),
      amazon_request_id TEXT,
      detail            TEXT
    ) STRICT;
    INSERT INTO wider_activity SELECT activity_id, at, action, result, connection_label, actor, realm, account_id, account_name,
      email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail FROM activity;
    DROP TABLE activity;
    ALTER TABLE wider_activity RENAME TO activity;
    CREATE INDEX activity_by_time ON activity (at);
    CREATE INDEX activity_by_invitation ON activity (invitation_id) WHERE invitation_id IS NOT NULL;
    CREATE TRIGGER activity_keeps_entries BEFORE DELETE ON activity
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
    CREATE TRIGGER activity_keeps_words BEFORE UPDATE ON activity
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
  `,
};
