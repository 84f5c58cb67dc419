import { keepFacts } from './keepFacts';
import type { Migration } from './migration';

/**
 * Which instances people are to be added to, and who was: planned here, ticked off by an admin, never sent to Amazon. The record
 * takes entries about that; SQLite can't widen a CHECK, so its table is made again (no other refers to it).
 */
export const accessToInstances: Migration = {
  version: 26,
  sql: `
    -- Whether the stored list was requested as an admin of the account: admins reach all its instances.
    ALTER TABLE instance_lists ADD COLUMN as_admin INTEGER NOT NULL DEFAULT 0;

    -- As written: names or IDs with ";" between them, or "all"; empty if nothing is planned.
    ALTER TABLE batch_rows ADD COLUMN instances TEXT NOT NULL DEFAULT '';

    -- The latest plan for a person in an account.
    CREATE TABLE planned_instances (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      address    TEXT NOT NULL,     -- whole, in lower case
      wanted     TEXT NOT NULL,     -- JSON: "all", or a list of instances with ID (null: only its name is known) and name
      planned_at INTEGER NOT NULL,
      planned_by TEXT NOT NULL,     -- the identity of the connection as it was then; empty: not signed in
      PRIMARY KEY (realm, account_id, address)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX planned_instances_by_person ON planned_instances (address);

    -- In the order in which they were made: the latest about an instance of a person counts.
    CREATE TABLE instance_ticks (
      tick          INTEGER PRIMARY KEY,
      tick_id       TEXT NOT NULL UNIQUE, -- UUIDv7
      at            INTEGER NOT NULL,
      kind          TEXT NOT NULL CHECK (kind IN ('added', 'takenBack')),
      realm         TEXT NOT NULL,
      account_id    TEXT NOT NULL,
      address       TEXT NOT NULL,        -- whole, in lower case
      instance_id   TEXT NOT NULL,        -- empty: only its name is known
      instance_name TEXT NOT NULL,
      ticked_by     TEXT NOT NULL,        -- who added the person, as the record names people
      source_file   TEXT                  -- the task list it was read from; null: ticked here
    ) STRICT;
    CREATE INDEX instance_ticks_by_person ON instance_ticks (realm, account_id, address);
    CREATE INDEX instance_ticks_by_address ON instance_ticks (address);
    CREATE TRIGGER instance_ticks_keep_entries BEFORE DELETE ON instance_ticks
      BEGIN SELECT RAISE(ABORT, 'what was ticked off is append-only'); END;
    CREATE TRIGGER instance_ticks_keep_words BEFORE UPDATE ON instance_ticks WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'what was ticked off is append-only'); END;
    ${keepFacts('instance_ticks', 'tick, tick_id, at, kind, realm, account_id, instance_id, instance_name', ['        (NEW.tick,', '        (OLD.tick,'])}

    -- Invitations accepted before there was a work list: nobody knows whether somebody added these people since.
    CREATE TABLE untracked_acceptances (
      realm         TEXT NOT NULL,
      account_id    TEXT NOT NULL,
      invitation_id TEXT NOT NULL,
      PRIMARY KEY (realm, account_id, invitation_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO untracked_acceptances (realm, account_id, invitation_id)
      SELECT realm, account_id, invitation_id FROM invitations WHERE state = 'accepted';

    -- Accounts with sponsored-ads instances alone in which a person agreed to change members nevertheless.
    CREATE TABLE sponsored_ads_agreements (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      agreed_at  INTEGER NOT NULL,
      PRIMARY KEY (realm, account_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE new_activity (
      activity_id       INTEGER PRIMARY KEY,
      at                INTEGER NOT NULL,
      action            TEXT NOT NULL CHECK (action IN ('create', 'revoke', 'resend', 'redeem', 'setRole', 'removeMember',
        'erase', 'addToInstances', 'takeBackInstances', 'changeRule')),
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
        ('redeem', 'erase', 'addToInstances', 'takeBackInstances', 'changeRule')),
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
    ${keepFacts('activity', 'activity_id, at, action, result, realm, account_id, account_name, role, operation_id, amazon_request_id, code, record_id', ['        (NEW.activity_id,', '         NEW.operation_id,', '        (OLD.activity_id,', '         OLD.operation_id,'])}
  `,
};
