import type { Migration } from './migration';

/** Who has access to an account as Amazon lists them, what happened to them, and when which list was read. */
export const members: Migration = {
  version: 16,
  sql: `
    CREATE TABLE members (
      realm             TEXT NOT NULL,
      account_id        TEXT NOT NULL,
      user_id           TEXT NOT NULL,
      masked_email      TEXT NOT NULL,     -- as Amazon lists it; empty where it lists none
      scope             TEXT NOT NULL CHECK (scope IN ('direct', 'inherited', 'both', 'unknown')), -- of one who left: as it was
      direct_seen_at    INTEGER,           -- last named by the list of direct access; null while it names the member no more
      inherited_seen_at INTEGER,           -- the same for access through a manager account
      unscoped_seen_at  INTEGER,           -- the same for a list that says nothing of the scope
      role              TEXT,              -- the direct role; null: unknown
      role_as_of        INTEGER,           -- when Amazon was last asked for it; null: never
      first_seen_at     INTEGER NOT NULL,
      last_seen_at      INTEGER NOT NULL,
      since_at          INTEGER NOT NULL,  -- when the access that lasts, or lasted last, was first seen
      gone_at           INTEGER,           -- when a complete list no longer named the member
      PRIMARY KEY (realm, account_id, user_id),
      FOREIGN KEY (realm, account_id) REFERENCES accounts (realm, account_id),
      CHECK ((gone_at IS NULL) = (coalesce(direct_seen_at, inherited_seen_at, unscoped_seen_at) IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX members_by_user ON members (realm, user_id);

    -- What a reading showed, in the order in which it was written. Scope and role are those after it.
    CREATE TABLE member_history (
      entry       INTEGER PRIMARY KEY,
      entry_id    TEXT NOT NULL UNIQUE,    -- UUIDv7
      at          INTEGER NOT NULL,        -- when the reading that showed it began
      event       TEXT NOT NULL CHECK (event IN ('firstSeen', 'joined', 'left', 'scopeChanged', 'roleSeen', 'roleChanged')),
      realm       TEXT NOT NULL,
      account_id  TEXT NOT NULL,
      user_id     TEXT NOT NULL,
      scope       TEXT NOT NULL CHECK (scope IN ('direct', 'inherited', 'both', 'unknown')),
      role        TEXT,
      before      TEXT,                    -- the scope or role that it replaced
      FOREIGN KEY (realm, account_id, user_id) REFERENCES members (realm, account_id, user_id)
    ) STRICT;
    CREATE INDEX member_history_by_member ON member_history (realm, account_id, user_id);
    CREATE TRIGGER member_history_keeps_entries BEFORE DELETE ON member_history
      BEGIN SELECT RAISE(ABORT, 'the history of members is append-only'); END;
    CREATE TRIGGER member_history_keeps_facts BEFORE UPDATE ON member_history
      BEGIN SELECT RAISE(ABORT, 'the history of members is append-only'); END;

    -- When each list of an account was read, and how the latest reading ended.
    CREATE TABLE member_lists (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      list       TEXT NOT NULL CHECK (list IN ('direct', 'inherited', 'unscoped')),
      as_of      INTEGER,                  -- when the latest complete reading began; null before the first
      tried_at   INTEGER NOT NULL,         -- when the latest reading began, however it ended
      outcome    TEXT NOT NULL CHECK (outcome IN ('complete', 'partial', 'unavailable', 'failed')),
      error      TEXT,                     -- JSON of an error body; null where it was complete
      PRIMARY KEY (realm, account_id, list),
      FOREIGN KEY (realm, account_id) REFERENCES accounts (realm, account_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
