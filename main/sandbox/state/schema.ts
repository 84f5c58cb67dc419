import { rmSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { insertSample } from './seed';
import { planSample, type SampleOptions } from './sample';

/** Increase it with every change to `tables` or the people: older sandbox files then start again from the seed. */
const schemaVersion = 4;

/**
 * Opens the sandbox's state. A missing or empty file, or one of another schema version, is filled with sample data first;
 * otherwise everything is as it was left and `sample` is ignored. WAL with synchronous=FULL, so that a sent answer survives a
 * kill.
 * @param now ms since 1970; sample dates are relative to it
 */
export function openState(file: string, sample: SampleOptions, now: number): Database {
  const db = openFile(file);
  const version = versionOf(db);
  if (version === schemaVersion) return db;
  if (version === 0) return fill(db, sample, now);
  db.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  return fill(openFile(file), sample, now);
}

/** @throws Error for people: what happened and what to do */
function openFile(file: string): Database {
  let db: Database | undefined;
  try {
    db = new DatabaseSync(file);
    db.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
    );
    return db;
  } catch (error) {
    db?.close();
    throw new Error(
      `The sandbox can't open its data (${file}). If the file is damaged, delete it: the sandbox starts again with sample data.`,
      { cause: error },
    );
  }
}

function versionOf(db: Database): number {
  return (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Tables, sample and version in one transaction: a kill in the middle leaves an empty file, never half a sample. */
function fill(db: Database, sample: SampleOptions, now: number): Database {
  transaction(db, () => {
    db.exec(tables);
    insertSample(db, planSample(sample, now));
    db.exec(`PRAGMA user_version = ${schemaVersion}`);
  });
  return db;
}

/** Times are ms since 1970. Codes and tokens are stored only as SHA-256, as a careful server would. */
const tables = `
  CREATE TABLE people (
    user_id     TEXT PRIMARY KEY,         -- Login with Amazon's
    ads_user_id TEXT NOT NULL UNIQUE,     -- the user operations'
    identity    TEXT NOT NULL UNIQUE,     -- the short name a sign-in may propose (login_hint)
    name        TEXT NOT NULL,
    email       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    about       TEXT NOT NULL,
    signs_in    INTEGER NOT NULL CHECK (signs_in IN (0, 1))
  ) STRICT;

  CREATE TABLE accounts (
    position            INTEGER PRIMARY KEY, -- the order in which they are listed
    account_id          TEXT NOT NULL UNIQUE,
    name                TEXT NOT NULL,
    marketplace_id      TEXT NOT NULL,
    from_instant_access INTEGER NOT NULL CHECK (from_instant_access IN (0, 1))
  ) STRICT;

  CREATE TABLE members (
    account_id TEXT NOT NULL REFERENCES accounts (account_id),
    user_id    TEXT NOT NULL REFERENCES people (user_id),
    role       TEXT NOT NULL CHECK (role IN ('admin', 'viewer')),
    PRIMARY KEY (user_id, account_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX members_by_account ON members (account_id);

  -- Manager accounts: whoever is in one has access to all accounts it manages.
  CREATE TABLE managers (
    manager_id TEXT PRIMARY KEY,
    name       TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE managed_accounts (
    account_id TEXT NOT NULL REFERENCES accounts (account_id),
    manager_id TEXT NOT NULL REFERENCES managers (manager_id),
    PRIMARY KEY (account_id, manager_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE manager_members (
    user_id    TEXT NOT NULL REFERENCES people (user_id),
    manager_id TEXT NOT NULL REFERENCES managers (manager_id),
    PRIMARY KEY (user_id, manager_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE instances (
    position    INTEGER PRIMARY KEY,      -- the order in which they are listed
    account_id  TEXT NOT NULL REFERENCES accounts (account_id),
    instance_id TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    types       TEXT NOT NULL,            -- a JSON array
    status      TEXT NOT NULL,
    UNIQUE (account_id, name)
  ) STRICT;

  -- Whom an admin added to an instance. Admins reach every instance of their account without it.
  CREATE TABLE instance_members (
    instance_id TEXT NOT NULL REFERENCES instances (instance_id),
    user_id     TEXT NOT NULL REFERENCES people (user_id),
    PRIMARY KEY (user_id, instance_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX instance_members_by_instance ON instance_members (instance_id);

  CREATE TABLE invitations (
    position      INTEGER PRIMARY KEY,    -- the order in which they are listed
    invitation_id TEXT NOT NULL UNIQUE,
    account_id    TEXT NOT NULL REFERENCES accounts (account_id),
    email         TEXT NOT NULL COLLATE NOCASE,
    user_name     TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('admin', 'viewer')),
    state         TEXT NOT NULL CHECK (state IN ('PENDING', 'REVOKED', 'REDEEMED')),
    created_by    TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX invitations_by_account ON invitations (account_id, state);
  CREATE INDEX invitations_by_person ON invitations (account_id, email);

  -- The emails Amazon would have sent.
  CREATE TABLE sent_emails (
    sent_at       INTEGER NOT NULL,
    invitation_id TEXT NOT NULL REFERENCES invitations (invitation_id),
    email         TEXT NOT NULL
  ) STRICT;

  CREATE TABLE terms_tokens (
    terms_token TEXT PRIMARY KEY,
    user_id     TEXT NOT NULL REFERENCES people (user_id),
    terms_type  TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('CREATED', 'ACCEPTED', 'REDEEMED')),
    expires_at  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX terms_by_person ON terms_tokens (user_id);

  CREATE TABLE codes (
    code_hash      TEXT PRIMARY KEY,
    client_id      TEXT NOT NULL,
    user_id        TEXT NOT NULL REFERENCES people (user_id),
    scope          TEXT NOT NULL,
    redirect_uri   TEXT NOT NULL,
    code_challenge TEXT NOT NULL,
    expires_at     INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tokens (
    token_hash TEXT PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
    client_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL REFERENCES people (user_id),
    scope      TEXT NOT NULL,
    expires_at INTEGER                    -- null: until the grant is taken back
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tokens_by_expiry ON tokens (expires_at);
`;
