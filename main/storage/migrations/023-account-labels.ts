import type { Migration } from './migration';

/** What people note about accounts for themselves: the client's group, tags and a note. They outlive connections and refreshes. */
export const accountLabels: Migration = {
  version: 23,
  sql: `
    CREATE TABLE account_groups (
      group_id   TEXT PRIMARY KEY,         -- UUIDv7
      name       TEXT NOT NULL,
      name_key   TEXT NOT NULL,            -- the same for names that differ in case, width or composition only
      position   INTEGER NOT NULL,         -- in the person's order
      deleted_at INTEGER                   -- null: not deleted; deleted ones can be restored for a while
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX account_groups_by_name ON account_groups (name_key) WHERE deleted_at IS NULL;

    -- At most one for each account; no row says the same as one without a group and a note.
    CREATE TABLE account_labels (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      group_id   TEXT REFERENCES account_groups (group_id) ON DELETE SET NULL,
      note       TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (realm, account_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_labels_by_group ON account_labels (group_id);

    CREATE TABLE account_tags (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      tag_key    TEXT NOT NULL,            -- as name_key
      tag        TEXT NOT NULL,
      PRIMARY KEY (realm, account_id, tag_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_tags_by_key ON account_tags (tag_key);
  `,
};
