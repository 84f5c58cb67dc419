import { keepFacts } from './keepFacts';
import type { Migration } from './migration';

/**
 * Signed batch files: this installation's keys and those of colleagues, what was received and when, the rule about approvals, and
 * under which approval each run of a batch went. The ledger of keychain entries takes one more kind; SQLite can't widen a CHECK,
 * so its table is made again (no other refers to it).
 */
export const approvals: Migration = {
  version: 28,
  sql: `
    CREATE TABLE new_keychain_entries (
      connection_id TEXT NOT NULL,  -- of a signing key: the installation's ID
      kind          TEXT NOT NULL CHECK (kind IN ('refresh-token', 'client-secret', 'signing-key')),
      wanted        INTEGER NOT NULL CHECK (wanted IN (0, 1)), -- 0: to be deleted
      PRIMARY KEY (connection_id, kind)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_keychain_entries (connection_id, kind, wanted)
      SELECT connection_id, kind, wanted FROM keychain_entries;
    DROP TABLE keychain_entries;
    ALTER TABLE new_keychain_entries RENAME TO keychain_entries;

    -- Each key this data folder had, the latest last. A folder that was copied or moved gets a new one.
    CREATE TABLE installations (
      number          INTEGER PRIMARY KEY,
      installation_id TEXT NOT NULL UNIQUE,    -- UUIDv7; the keychain entry's name carries it
      created_at      INTEGER NOT NULL,
      place           TEXT NOT NULL,           -- a hash of computer and folder
      public_key      TEXT NOT NULL UNIQUE     -- Ed25519, base64url
    ) STRICT;
    CREATE TRIGGER installations_keep_entries BEFORE DELETE ON installations
      BEGIN SELECT RAISE(ABORT, 'installations are append-only'); END;
    CREATE TRIGGER installations_keep_facts BEFORE UPDATE ON installations
      BEGIN SELECT RAISE(ABORT, 'installations are append-only'); END;

    -- What happened to a colleague's key, in this order: the latest of confirmed and distrusted counts.
    CREATE TABLE colleague_keys (
      entry      INTEGER PRIMARY KEY,
      entry_id   TEXT NOT NULL UNIQUE,         -- UUIDv7
      at         INTEGER NOT NULL,
      public_key TEXT NOT NULL,
      event      TEXT NOT NULL CHECK (event IN ('seen', 'confirmed', 'named', 'distrusted')),
      name       TEXT NOT NULL                 -- seen: as the file said; confirmed, named: as somebody here wrote it
    ) STRICT;
    CREATE INDEX colleague_keys_by_key ON colleague_keys (public_key);
    CREATE TRIGGER colleague_keys_keep_entries BEFORE DELETE ON colleague_keys
      BEGIN SELECT RAISE(ABORT, 'what happened to keys is append-only'); END;
    CREATE TRIGGER colleague_keys_keep_words BEFORE UPDATE ON colleague_keys WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'what happened to keys is append-only'); END;
    ${keepFacts('colleague_keys', 'entry, entry_id, at, public_key, event', ['        (OLD.entry,'])}

    -- Files as they arrived. Times inside a file prove nothing: received_at is this computer's.
    CREATE TABLE received_files (
      number      INTEGER PRIMARY KEY,
      file_id     TEXT NOT NULL UNIQUE,        -- UUIDv7
      received_at INTEGER NOT NULL,
      kind        TEXT NOT NULL CHECK (kind IN ('draft', 'answer')),
      batch_id    TEXT NOT NULL,
      signer_key  TEXT NOT NULL,
      trust       TEXT NOT NULL CHECK (trust IN ('own', 'confirmed', 'unconfirmed')), -- of the signer's key on arrival
      signature   TEXT NOT NULL UNIQUE,
      body        TEXT NOT NULL                -- JSON: the whole file
    ) STRICT;
    CREATE INDEX received_files_by_batch ON received_files (batch_id);
    CREATE TRIGGER received_files_keep_entries BEFORE DELETE ON received_files
      BEGIN SELECT RAISE(ABORT, 'received files are append-only'); END;
    CREATE TRIGGER received_files_keep_words BEFORE UPDATE ON received_files WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'received files are append-only'); END;
    ${keepFacts('received_files', 'number, file_id, received_at, kind, batch_id, signer_key, trust, signature', ['        NEW.signer_key,', '        OLD.batch_id,'])}

    -- What an answer says about single rows.
    CREATE TABLE row_comments (
      number     INTEGER PRIMARY KEY,
      comment_id TEXT NOT NULL UNIQUE,         -- UUIDv7
      file_id    TEXT NOT NULL REFERENCES received_files (file_id),
      batch_id   TEXT NOT NULL,
      row_id     TEXT NOT NULL,
      removed    INTEGER NOT NULL CHECK (removed IN (0, 1)), -- 1: the approver removed the row
      note       TEXT NOT NULL                 -- empty: removed without a word
    ) STRICT;
    CREATE INDEX row_comments_by_batch ON row_comments (batch_id);
    CREATE TRIGGER row_comments_keep_entries BEFORE DELETE ON row_comments
      BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
    CREATE TRIGGER row_comments_keep_words BEFORE UPDATE ON row_comments WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
    ${keepFacts('row_comments', 'number, comment_id, file_id, batch_id, row_id, removed', ['        IS NOT'])}

    -- The rule about approvals; the latest counts.
    CREATE TABLE approval_rules (
      number  INTEGER PRIMARY KEY,
      rule_id TEXT NOT NULL UNIQUE,            -- UUIDv7
      at      INTEGER NOT NULL,
      rule    TEXT NOT NULL,                   -- JSON
      loosens INTEGER NOT NULL CHECK (loosens IN (0, 1)),
      set_by  TEXT NOT NULL                    -- the name in Settings; empty: none was entered
    ) STRICT;
    CREATE TRIGGER approval_rules_keep_entries BEFORE DELETE ON approval_rules
      BEGIN SELECT RAISE(ABORT, 'the rules are append-only'); END;
    CREATE TRIGGER approval_rules_keep_words BEFORE UPDATE ON approval_rules WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'the rules are append-only'); END;
    ${keepFacts('approval_rules', 'number, rule_id, at, rule, loosens', ['        (OLD.number,'])}

    -- Under which rule and approval a run of a batch went; written with the run, so that an approval is good for one.
    CREATE TABLE batch_sends (
      number      INTEGER PRIMARY KEY,
      send_id     TEXT NOT NULL UNIQUE,        -- UUIDv7
      run_id      INTEGER NOT NULL UNIQUE REFERENCES runs (run_id),
      batch_id    TEXT NOT NULL,
      sent_at     INTEGER NOT NULL,
      rule        TEXT NOT NULL,               -- JSON, as it was then
      loosened_at INTEGER,                     -- when the rule was last loosened until then; null: never
      loosened_by TEXT NOT NULL,
      approval_id TEXT UNIQUE,                 -- null: sent without one
      approved_at INTEGER,
      drafter     TEXT NOT NULL,               -- names as they were known here; empty without an approval
      approver    TEXT NOT NULL,
      sender      TEXT NOT NULL,
      unchecked   TEXT NOT NULL                -- JSON: IDs of accounts that the approver couldn't read
    ) STRICT;
    CREATE INDEX batch_sends_by_batch ON batch_sends (batch_id);
    CREATE TRIGGER batch_sends_keep_entries BEFORE DELETE ON batch_sends
      BEGIN SELECT RAISE(ABORT, 'sends are append-only'); END;
    CREATE TRIGGER batch_sends_keep_words BEFORE UPDATE ON batch_sends WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'sends are append-only'); END;
    ${keepFacts('batch_sends', 'number, send_id, run_id, batch_id, sent_at, rule, loosened_at, approval_id, approved_at, unchecked', ['        NEW.loosened_at,', '        OLD.batch_id,'])}
  `,
};
