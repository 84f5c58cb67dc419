import type { Migration } from './migration';

/**
 * Runs, what Amazon's list contained before a change was sent, and what is known about an operation in doubt. From here on the
 * database itself refuses an operation an illegal step (see `outbox/steps.ts`), a second retry of the same operation, and a
 * request that changes after it was written.
 */
export const runsAndDoubts: Migration = {
  version: 3,
  sql: `
    -- What one command asked for.
    CREATE TABLE runs (
      run_id        INTEGER PRIMARY KEY,
      kind          TEXT NOT NULL CHECK (kind IN ('create', 'revoke', 'resend', 'changeRole')),
      when_not_seen TEXT NOT NULL CHECK (when_not_seen IN ('ask', 'sendAgain')),
      paused        INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
      stopped       INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)), -- nothing of it goes out again by itself
      created_at    INTEGER NOT NULL
    ) STRICT;

    -- An account's pending list as it was before our first call: what was there is not ours.
    CREATE TABLE baselines (
      baseline_id INTEGER PRIMARY KEY,
      realm       TEXT NOT NULL,
      account_id  TEXT NOT NULL,
      read_at     INTEGER NOT NULL,
      complete    INTEGER NOT NULL CHECK (complete IN (0, 1)), -- 0: entries without an id were in it
      pending     TEXT NOT NULL                                -- JSON: invitation id -> end of its two weeks or null
    ) STRICT;

    ALTER TABLE requests ADD COLUMN run_id INTEGER REFERENCES runs (run_id);
    ALTER TABLE requests ADD COLUMN baseline_id INTEGER REFERENCES baselines (baseline_id);
    -- When the call ended, in whatever way; null while it waits or is on its way.
    ALTER TABLE requests ADD COLUMN ended_at INTEGER;

    ALTER TABLE operations ADD COLUMN run_id INTEGER REFERENCES runs (run_id);
    ALTER TABLE operations ADD COLUMN finding TEXT;         -- JSON: what Amazon's list told while it was in doubt
    ALTER TABLE operations ADD COLUMN after_operation INTEGER REFERENCES operations (operation_id);
    ALTER TABLE operations ADD COLUMN read_back TEXT CHECK (read_back IN ('asAsked', 'otherRole', 'notListed', 'oldOneListed'));
    ALTER TABLE operations ADD COLUMN replaces INTEGER REFERENCES operations (operation_id);
    ALTER TABLE operations ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;

    -- What was asked for before there were runs: each call was one.
    INSERT INTO runs (run_id, kind, when_not_seen, created_at)
      SELECT request_id, (SELECT kind FROM operations WHERE operations.request_id = requests.request_id LIMIT 1), 'ask', created_at
      FROM requests;
    UPDATE requests SET run_id = request_id;
    UPDATE operations SET run_id = request_id;
    UPDATE requests SET ended_at = coalesce(answered_at, sent_at, created_at)
      WHERE NOT EXISTS (SELECT 1 FROM operations
        WHERE operations.request_id = requests.request_id AND status IN ('queued', 'sending'));

    -- All that choosing the next call needs: what stands behind a body is slow to read.
    CREATE INDEX requests_open ON requests (realm, account_id, connection_id, request_id, sent_at, run_id)
      WHERE ended_at IS NULL;
    CREATE INDEX operations_by_run ON operations (run_id, realm, account_id, connection_id, status);
    CREATE INDEX operations_by_predecessor ON operations (after_operation) WHERE after_operation IS NOT NULL;
    CREATE UNIQUE INDEX operations_sent_again_once ON operations (replaces) WHERE replaces IS NOT NULL;
    CREATE INDEX operations_unsettled ON operations (realm, account_id, status)
      WHERE status IN ('queued', 'sending', 'inDoubt');

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
    CREATE TRIGGER requests_keep_their_words
      BEFORE UPDATE OF connection_id, realm, account_id, operation, body, body_sha256 ON requests
      BEGIN SELECT RAISE(ABORT, 'a request is written once'); END;
    CREATE TRIGGER requests_are_kept BEFORE DELETE ON requests
      BEGIN SELECT RAISE(ABORT, 'the journal keeps its requests'); END;
  `,
};
