import type { Migration } from './migration';

/**
 * The journal and the record take changes of members: role changes and removals, which are about a user ID instead of an
 * invitation. SQLite can't widen a CHECK, so the four tables are rebuilt; what they hold is copied as it is, and indexes and
 * triggers are made again. From here on operations and entries of the record carry an ID made by this program.
 */
export const changesOfMembers: Migration = {
  version: 19,
  rebuildsTables: true,
  sql: `
    CREATE TABLE new_runs (
      run_id        INTEGER PRIMARY KEY,
      kind          TEXT NOT NULL
        CHECK (kind IN ('create', 'revoke', 'resend', 'changeRole', 'setRole', 'removeMember')),
      when_not_seen TEXT NOT NULL CHECK (when_not_seen IN ('ask', 'sendAgain')),
      paused        INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
      stopped       INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)), -- nothing of it is sent again automatically
      created_at    INTEGER NOT NULL,
      starts_at     INTEGER              -- nothing of it is sent before; null once nothing waits for that
    ) STRICT;
    INSERT INTO new_runs (run_id, kind, when_not_seen, paused, stopped, created_at, starts_at)
      SELECT run_id, kind, when_not_seen, paused, stopped, created_at, starts_at FROM runs;
    DROP TABLE runs;
    ALTER TABLE new_runs RENAME TO runs;

    CREATE TABLE new_requests (
      request_id        INTEGER PRIMARY KEY,
      connection_id     TEXT NOT NULL,
      realm             TEXT NOT NULL,
      account_id        TEXT NOT NULL,
      operation         TEXT NOT NULL CHECK (operation IN ('CreateUserInvitations', 'UpdateUserInvitations',
        'UpdateUserPermissions', 'DeleteUserPermissions')),
      body              BLOB NOT NULL,
      body_sha256       TEXT NOT NULL,
      created_at        INTEGER NOT NULL,
      sent_at           INTEGER,
      answered_at       INTEGER,
      http_status       INTEGER,
      amazon_request_id TEXT,
      run_id            INTEGER REFERENCES runs (run_id),
      baseline_id       INTEGER REFERENCES baselines (baseline_id), -- null for changes of members
      ended_at          INTEGER,                                    -- null while it waits or is on its way
      amazons_time      INTEGER,
      unclaimed_ids     TEXT,
      -- whether a person typed the number for this account, since much of its members is changed
      share_confirmed   INTEGER NOT NULL DEFAULT 0 CHECK (share_confirmed IN (0, 1))
    ) STRICT;
    INSERT INTO new_requests (request_id, connection_id, realm, account_id, operation, body, body_sha256, created_at,
        sent_at, answered_at, http_status, amazon_request_id, run_id, baseline_id, ended_at, amazons_time, unclaimed_ids)
      SELECT request_id, connection_id, realm, account_id, operation, body, body_sha256, created_at,
        sent_at, answered_at, http_status, amazon_request_id, run_id, baseline_id, ended_at, amazons_time, unclaimed_ids
      FROM requests;
    DROP TABLE requests;
    ALTER TABLE new_requests RENAME TO requests;
    CREATE INDEX requests_open ON requests (realm, account_id, connection_id, request_id, sent_at, run_id)
      WHERE ended_at IS NULL;
    CREATE INDEX requests_by_answer ON requests (realm, account_id, http_status) WHERE http_status IS NOT NULL;
    CREATE TRIGGER requests_keep_their_words
      BEFORE UPDATE OF connection_id, realm, account_id, operation, body, body_sha256, share_confirmed ON requests
      BEGIN SELECT RAISE(ABORT, 'a request is written once'); END;
    CREATE TRIGGER requests_are_kept BEFORE DELETE ON requests
      BEGIN SELECT RAISE(ABORT, 'the journal keeps its requests'); END;

    CREATE TABLE new_operations (
      operation_id    INTEGER PRIMARY KEY,
      request_id      INTEGER NOT NULL REFERENCES requests (request_id),
      kind            TEXT NOT NULL CHECK (kind IN ('create', 'revoke', 'resend', 'setRole', 'removeMember')),
      status          TEXT NOT NULL CHECK (status IN ('queued', 'sending', 'done', 'failed', 'inDoubt')),
      connection_id   TEXT NOT NULL,
      realm           TEXT NOT NULL,
      account_id      TEXT NOT NULL,
      email_address   TEXT NOT NULL,       -- of a member: as Amazon lists it, empty where it lists none
      user_name       TEXT NOT NULL,       -- of a member: empty, Amazon tells none
      role            TEXT NOT NULL,       -- of a member: the role to get, or the one to lose; empty where that isn't known
      invitation_id   TEXT,
      notify          INTEGER NOT NULL CHECK (notify IN (0, 1)),
      error           TEXT,                -- JSON of an error body
      created_at      INTEGER NOT NULL,
      settled_at      INTEGER,
      run_id          INTEGER REFERENCES runs (run_id),
      finding         TEXT,                -- JSON: what Amazon's list showed while it was in doubt
      after_operation INTEGER REFERENCES operations (operation_id),
      read_back       TEXT CHECK (read_back IN ('asAsked', 'otherRole', 'notListed', 'oldOneListed')),
      replaces        INTEGER REFERENCES operations (operation_id),
      attempt         INTEGER NOT NULL DEFAULT 1,
      user_id         TEXT,                -- the member's; null for invitations
      role_before     TEXT,                -- in a member's change of role: the role until then, as far as known
      record_id       TEXT,                -- UUIDv7; null in operations from before there were any
      CHECK ((user_id IS NULL) = (kind IN ('create', 'revoke', 'resend')))
    ) STRICT;
    INSERT INTO new_operations (operation_id, request_id, kind, status, connection_id, realm, account_id, email_address,
        user_name, role, invitation_id, notify, error, created_at, settled_at, run_id, finding, after_operation, read_back,
        replaces, attempt)
      SELECT operation_id, request_id, kind, status, connection_id, realm, account_id, email_address,
        user_name, role, invitation_id, notify, error, created_at, settled_at, run_id, finding, after_operation, read_back,
        replaces, attempt
      FROM operations;
    DROP TABLE operations;
    ALTER TABLE new_operations RENAME TO operations;
    CREATE INDEX operations_by_request ON operations (request_id);
    CREATE INDEX operations_by_status ON operations (status);
    CREATE INDEX operations_by_account ON operations (realm, account_id);
    CREATE INDEX operations_by_run ON operations (run_id, realm, account_id, connection_id, status);
    CREATE INDEX operations_by_predecessor ON operations (after_operation) WHERE after_operation IS NOT NULL;
    CREATE UNIQUE INDEX operations_sent_again_once ON operations (replaces) WHERE replaces IS NOT NULL;
    CREATE INDEX operations_unsettled ON operations (realm, account_id, status)
      WHERE status IN ('queued', 'sending', 'inDoubt');
    CREATE INDEX operations_by_invitation ON operations (invitation_id) WHERE invitation_id IS NOT NULL;
    CREATE INDEX operations_skipped ON operations (run_id)
      WHERE status = 'failed' AND error ->> 'code' IN ('ALREADY_INVITED', 'ALREADY_DONE');
    CREATE INDEX operations_by_person ON operations (email_address COLLATE NOCASE);
    CREATE INDEX operations_by_member ON operations (realm, user_id) WHERE user_id IS NOT NULL;
    CREATE UNIQUE INDEX operations_by_record_id ON operations (record_id) WHERE record_id IS NOT NULL;
    CREATE TRIGGER operations_begin_queued BEFORE INSERT ON operations WHEN NEW.status <> 'queued'
      BEGIN SELECT RAISE(ABORT, 'an operation begins queued'); END;
    CREATE TRIGGER operations_take_legal_steps BEFORE UPDATE OF status ON operations
      WHEN NOT (
        (OLD.status = 'queued' AND NEW.status IN ('sending', 'failed'))
        OR (OLD.status = 'sending' AND NEW.status IN ('queued', 'done', 'failed', 'inDoubt'))
        OR (OLD.status = 'inDoubt' AND NEW.status IN ('done', 'failed')))
      BEGIN SELECT RAISE(ABORT, 'an operation cannot take this step'); END;
    CREATE TRIGGER operations_are_kept BEFORE DELETE ON operations
      BEGIN SELECT RAISE(ABORT, 'the journal keeps its operations'); END;

    CREATE TABLE new_activity (
      activity_id       INTEGER PRIMARY KEY,
      at                INTEGER NOT NULL,
      action            TEXT NOT NULL
        CHECK (action IN ('create', 'revoke', 'resend', 'redeem', 'setRole', 'removeMember')),
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
      operation_id      INTEGER CHECK (operation_id IS NOT NULL OR action = 'redeem'),
      amazon_request_id TEXT,
      detail            TEXT,                -- Amazon's own code and words where it refused
      code              TEXT,
      user_id           TEXT,                -- the member's; null for invitations
      record_id         TEXT                 -- UUIDv7; null in entries from before there were any
    ) STRICT;
    INSERT INTO new_activity (activity_id, at, action, result, connection_label, actor, realm, account_id, account_name,
        email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail, code)
      SELECT activity_id, at, action, result, connection_label, actor, realm, account_id, account_name,
        email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail, code
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
    CREATE TRIGGER activity_keeps_words BEFORE UPDATE ON activity
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

    -- When Amazon last confirmed that direct access was removed: a list read before doesn't bring it back.
    ALTER TABLE members ADD COLUMN removed_at INTEGER;
  `,
};
