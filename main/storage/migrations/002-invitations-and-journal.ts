import type { Migration } from './migration';

/** What we know about invitations, the journal of every change requested from Amazon, and the record of what happened. */
export const invitationsAndJournal: Migration = {
  version: 2,
  sql: `
    CREATE TABLE invitations (
      realm            TEXT NOT NULL,
      account_id       TEXT NOT NULL,
      invitation_id    TEXT NOT NULL,
      email_address    TEXT NOT NULL,
      user_name        TEXT NOT NULL,
      role             TEXT NOT NULL,
      state            TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'revoked', 'lapsed', 'gone')),
      created_by       TEXT NOT NULL,
      created_at       INTEGER,
      expires_at       INTEGER,
      first_seen_at    INTEGER NOT NULL,
      last_seen_at     INTEGER,              -- start of the last reading that named it; null before the first
      state_changed_at INTEGER NOT NULL,
      PRIMARY KEY (realm, account_id, invitation_id),
      FOREIGN KEY (realm, account_id) REFERENCES accounts (realm, account_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX invitations_by_state_and_expiry ON invitations (state, expires_at);
    CREATE INDEX invitations_by_account_state_and_expiry ON invitations (realm, account_id, state, expires_at);

    -- One call to a changing operation, written before it is sent. The body's bytes are never rendered again.
    CREATE TABLE requests (
      request_id        INTEGER PRIMARY KEY,
      connection_id     TEXT NOT NULL,
      realm             TEXT NOT NULL,
      account_id        TEXT NOT NULL,
      operation         TEXT NOT NULL CHECK (operation IN ('CreateUserInvitations', 'UpdateUserInvitations')),
      body              BLOB NOT NULL,
      body_sha256       TEXT NOT NULL,
      created_at        INTEGER NOT NULL,
      sent_at           INTEGER,
      answered_at       INTEGER,
      http_status       INTEGER,
      amazon_request_id TEXT
    ) STRICT;

    CREATE TABLE operations (
      operation_id      INTEGER PRIMARY KEY,
      request_id        INTEGER NOT NULL REFERENCES requests (request_id),
      kind              TEXT NOT NULL CHECK (kind IN ('create', 'revoke', 'resend')),
      status            TEXT NOT NULL CHECK (status IN ('queued', 'sending', 'done', 'failed', 'inDoubt')),
      connection_id     TEXT NOT NULL,
      realm             TEXT NOT NULL,
      account_id        TEXT NOT NULL,
      email_address     TEXT NOT NULL,
      user_name         TEXT NOT NULL,
      role              TEXT NOT NULL,
      invitation_id     TEXT,
      notify            INTEGER NOT NULL CHECK (notify IN (0, 1)),
      error             TEXT,                -- JSON of an error body
      created_at        INTEGER NOT NULL,
      settled_at        INTEGER
    ) STRICT;
    CREATE INDEX operations_by_request ON operations (request_id);
    CREATE INDEX operations_by_status ON operations (status);
    CREATE INDEX operations_by_account ON operations (realm, account_id);

    CREATE TABLE activity (
      activity_id       INTEGER PRIMARY KEY,
      at                INTEGER NOT NULL,
      action            TEXT NOT NULL CHECK (action IN ('create', 'revoke', 'resend')),
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
      operation_id      INTEGER NOT NULL,
      amazon_request_id TEXT,
      detail            TEXT                 -- Amazon's own code and words where it refused
    ) STRICT;
    CREATE INDEX activity_by_time ON activity (at);
    CREATE TRIGGER activity_keeps_entries BEFORE DELETE ON activity
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
    CREATE TRIGGER activity_keeps_words BEFORE UPDATE ON activity
      BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
  `,
};
