import { keepFacts } from './keepFacts';
import type { Migration } from './migration';

/**
 * Whose data was erased, and the only path on which append-only tables accept an update: while a row is in `erasing`, which
 * refers to nothing, so that no transaction can be committed before it is gone. On that path only what names a person may change.
 * The record takes entries about erasing; SQLite can't widen a CHECK, so its table is made again (no other refers to it).
 */
export const erasures: Migration = {
  version: 24,
  sql: `
    CREATE TABLE erasures (
      number     INTEGER PRIMARY KEY CHECK (number > 0), -- of the pseudonym: "Erased person 3"
      erasure_id TEXT NOT NULL UNIQUE,                   -- UUIDv7
      at         INTEGER NOT NULL,
      reason     TEXT NOT NULL CHECK (reason IN ('request', 'age')),
      counts     TEXT NOT NULL                           -- JSON: how many rows were about the person, by kind
    ) STRICT;
    CREATE TRIGGER erasures_keep_entries BEFORE DELETE ON erasures
      BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;
    CREATE TRIGGER erasures_keep_facts BEFORE UPDATE ON erasures
      BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;

    -- Empty outside of a transaction that erases: no erasure has the number 0.
    CREATE TABLE erasing (
      gate INTEGER PRIMARY KEY CHECK (gate = 0) REFERENCES erasures (number) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    CREATE TABLE new_activity (
      activity_id       INTEGER PRIMARY KEY,
      at                INTEGER NOT NULL,
      action            TEXT NOT NULL
        CHECK (action IN ('create', 'revoke', 'resend', 'redeem', 'setRole', 'removeMember', 'erase')),
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
      operation_id      INTEGER CHECK (operation_id IS NOT NULL OR action IN ('redeem', 'erase')),
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

    DROP TRIGGER requests_keep_their_words;
    CREATE TRIGGER requests_keep_their_words
      BEFORE UPDATE OF connection_id, realm, account_id, operation, body, body_sha256, share_confirmed ON requests
      WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'a request is written once'); END;
    ${keepFacts('requests', 'request_id, connection_id, realm, account_id, operation, share_confirmed, created_at, sent_at, answered_at, http_status, amazon_request_id, run_id, baseline_id, ended_at, amazons_time')}
    ${keepFacts('operations', 'operation_id, request_id, kind, status, connection_id, realm, account_id, role, notify, created_at, settled_at, run_id, after_operation, read_back, replaces, attempt, role_before, record_id')}

    DROP TRIGGER operation_origins_keep_their_words;
    CREATE TRIGGER operation_origins_keep_their_words BEFORE UPDATE ON operation_origins
      WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'the journal keeps where its operations come from'); END;
    ${keepFacts('operation_origins', 'operation_id, batch_id, row_id, row_number, source_row')}

    DROP TRIGGER member_history_keeps_facts;
    CREATE TRIGGER member_history_keeps_facts BEFORE UPDATE ON member_history
      WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'the history of members is append-only'); END;
    ${keepFacts('member_history', 'entry, entry_id, at, event, realm, account_id, scope, role, before')}

    DROP TRIGGER identity_decisions_keep_facts;
    CREATE TRIGGER identity_decisions_keep_facts BEFORE UPDATE ON identity_decisions
      WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'the decisions about identities are append-only'); END;
    ${keepFacts('identity_decisions', 'decision, decision_id, at, kind, realm')}

    DROP TRIGGER leavers_keep_their_words;
    CREATE TRIGGER leavers_keep_their_words BEFORE UPDATE ON leavers WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'removals of leavers are append-only'); END;
    ${keepFacts('leavers', 'leaver_id, started_at')}

    -- What a search for one address compares, so that it doesn't read each member.
    CREATE INDEX members_by_ends ON members (substr(lower(masked_email), 1, 1), substr(lower(masked_email), -1));

    -- Not append-only, but what happened, and when, stays here too.
    ${keepFacts('invitations', 'realm, account_id, role, state, created_at, expires_at, first_seen_at, last_seen_at, state_changed_at, evidence')}
    ${keepFacts('members', 'realm, account_id, scope, direct_seen_at, inherited_seen_at, unscoped_seen_at, role, role_as_of, first_seen_at, last_seen_at, since_at, gone_at, removed_at')}
  `,
};
