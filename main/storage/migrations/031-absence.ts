import { keepFacts } from './keepFacts';
import type { Migration } from './migration';

/**
 * A team whose store, or whose colleague, is away: claims that were settled for somebody, the team's rules as last heard, and what was sent
 * without the team. The record takes entries about it; SQLite can't widen a CHECK, so its table is made again (no other refers to it).
 */
export const absence: Migration = {
  version: 31,
  sql: `
    -- When the store last answered; null: never.
    ALTER TABLE teams ADD COLUMN heard_at INTEGER;

    -- Why a person let it be sent while the team's store was away; null: nobody did.
    ALTER TABLE operations ADD COLUMN solo_reason TEXT;

    -- 1: it was sent without the store, which hears of it afterward.
    ALTER TABLE team_claims ADD COLUMN solo INTEGER NOT NULL DEFAULT 0 CHECK (solo IN (0, 1));

    -- Claims that somebody else than who claimed settled in the store: here for a colleague, or by a colleague for this folder.
    CREATE TABLE team_settlements (
      number        INTEGER PRIMARY KEY,
      settlement_id TEXT NOT NULL UNIQUE,      -- UUIDv7
      claim_id      TEXT NOT NULL UNIQUE,
      operation_id  INTEGER NOT NULL REFERENCES operations (operation_id), -- which the claim barred, or was made for
      is_own        INTEGER NOT NULL CHECK (is_own IN (0, 1)), -- 1: the claim is this folder's, and a colleague settled it
      colleague     TEXT NOT NULL,             -- the other person's name
      state         TEXT NOT NULL CHECK (state IN ('done', 'failed')),
      invitation_id TEXT,
      at            INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX team_settlements_by_operation ON team_settlements (operation_id);
    CREATE TRIGGER team_settlements_keep_entries BEFORE DELETE ON team_settlements
      BEGIN SELECT RAISE(ABORT, 'what was settled is append-only'); END;
    CREATE TRIGGER team_settlements_keep_words BEFORE UPDATE ON team_settlements WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'what was settled is append-only'); END;
    ${keepFacts('team_settlements', 'number, settlement_id, claim_id, operation_id, is_own, state, at')}

    -- The team's rules as last heard: no row, or one. They go when the team is left.
    CREATE TABLE team_rules (
      number  INTEGER PRIMARY KEY CHECK (number = 1),
      version INTEGER NOT NULL,
      rule    TEXT NOT NULL,                   -- JSON
      author  TEXT NOT NULL,                   -- the name of who set it
      set_at  INTEGER NOT NULL                 -- ms since 1970, by the store's clock
    ) STRICT;

    -- What a person asked to share or no longer to share, from before the store is asked until it is done here, too.
    CREATE TABLE team_intents (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      wanted     TEXT NOT NULL CHECK (wanted IN ('share', 'unshare')),
      PRIMARY KEY (realm, account_id)
    ) STRICT, WITHOUT ROWID;

    -- People invited twice because one invitation was sent without the team, as the store says.
    CREATE TABLE team_doubles (
      solo_id    TEXT NOT NULL,                -- the claim of what was sent without the team
      other_id   TEXT NOT NULL,                -- the claim of the other invitation
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      address    TEXT NOT NULL,                -- normalized
      sides      TEXT NOT NULL,                -- JSON: both invitations, with who and when
      dismissal  TEXT,                         -- JSON: why both stay, who said so and when; null: nobody did
      PRIMARY KEY (solo_id, other_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE new_activity (
      activity_id       INTEGER PRIMARY KEY,
      at                INTEGER NOT NULL,
      action            TEXT NOT NULL CHECK (action IN ('create', 'revoke', 'resend', 'redeem', 'setRole', 'removeMember',
        'erase', 'addToInstances', 'takeBackInstances', 'changeRule', 'settleForTeam', 'sendSolo', 'dismissDouble')),
      result            TEXT NOT NULL CHECK (result IN ('done', 'failed', 'inDoubt')),
      connection_label  TEXT NOT NULL,
      actor             TEXT NOT NULL,       -- the signed-in identity as it was then
      realm             TEXT NOT NULL,
      account_id        TEXT NOT NULL,
      account_name      TEXT NOT NULL,
      email_address     TEXT NOT NULL,
      user_name         TEXT NOT NULL,
      role              TEXT NOT NULL,
      invitation_id     TEXT,
      operation_id      INTEGER CHECK (operation_id IS NOT NULL OR action IN
        ('redeem', 'erase', 'addToInstances', 'takeBackInstances', 'changeRule', 'sendSolo', 'dismissDouble')),
      amazon_request_id TEXT,
      detail            TEXT,                -- Amazon's own code and words where it refused
      code              TEXT,
      user_id           TEXT,                -- the member's; null for invitations
      record_id         TEXT                 -- UUIDv7; null in entries from before there were any
    ) STRICT;
    INSERT INTO new_activity (activity_id, at, action, result, connection_label, actor, realm, account_id, account_name,
        email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail, code, user_id, record_id)
      SELECT activity_id, at, action, result, connection_label, actor, realm, account_id, account_name,
        email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail, code, user_id, record_id
      FROM activity;
    DROP TABLE activity;
    ALTER TABLE new_activity RENAME TO activity;
    CREATE INDEX activity_by_time ON activity (at);
    CREATE INDEX activity_by_invitation ON activity (invitation_id) WHERE invitation_id IS NOT NULL;
    CREATE INDEX activity_by_person ON activity (email_address COLLATE NOCASE);
    CREATE INDEX activity_by_member ON activity (realm, user_id) WHERE user_id IS NOT NULL;
    CREATE UNIQUE INDEX activity_by_record_id ON activity (record_id) WHERE record_id IS NOT NULL;
    CREATE TRIGGER activity_keeps_entries BEFORE DELETE ON activity
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
    CREATE TRIGGER activity_keeps_words BEFORE UPDATE ON activity WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
    ${keepFacts('activity', 'activity_id, at, action, result, realm, account_id, account_name, role, operation_id, amazon_request_id, code, record_id')}
  `,
};
