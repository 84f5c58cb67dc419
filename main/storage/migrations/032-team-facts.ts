import { keepFacts } from './keepFacts';
import type { Migration } from './migration';

/** What colleagues learned and did in shared accounts, how far this folder's own history was pushed, and how far theirs was read. */
export const teamFacts: Migration = {
  version: 32,
  sql: `
    -- Never merged with what this folder learned itself.
    CREATE TABLE team_facts (
      number          INTEGER PRIMARY KEY,
      fact_id         TEXT NOT NULL,         -- UUID, the same in the store
      kind            TEXT NOT NULL,
      realm           TEXT NOT NULL,         -- empty, as the account, for what is about the whole team
      account_id      TEXT NOT NULL,
      person          TEXT,                  -- a normalized address
      user_id         TEXT,
      at              INTEGER NOT NULL,      -- by the colleague's clock
      what            TEXT NOT NULL,         -- an action, a state, an event: see its kind
      outcome         TEXT,
      body            TEXT NOT NULL,         -- JSON, checked against its kind's schema
      search_text     TEXT NOT NULL,         -- normalized, a line for each part
      installation_id TEXT NOT NULL,
      author          TEXT NOT NULL,         -- the login
      author_name     TEXT NOT NULL,         -- as the team named them then
      recorded_at     INTEGER NOT NULL,      -- when the store got it, by its clock
      learned_at      INTEGER NOT NULL,      -- by this computer's clock
      UNIQUE (fact_id, realm, account_id)
    ) STRICT;
    CREATE INDEX team_facts_by_time ON team_facts (kind, at);
    CREATE INDEX team_facts_by_person ON team_facts (person, kind) WHERE person IS NOT NULL;
    CREATE INDEX team_facts_by_user ON team_facts (realm, user_id, kind) WHERE user_id IS NOT NULL;
    CREATE TRIGGER team_facts_keep_entries BEFORE DELETE ON team_facts
      BEGIN SELECT RAISE(ABORT, 'facts of colleagues are append-only'); END;
    CREATE TRIGGER team_facts_keep_words BEFORE UPDATE ON team_facts WHEN NOT EXISTS (SELECT 1 FROM erasing)
      BEGIN SELECT RAISE(ABORT, 'facts of colleagues are append-only'); END;
    ${keepFacts('team_facts', 'number, fact_id, kind, realm, account_id, at, what, outcome, installation_id, author, recorded_at, learned_at')}

    -- How far each kind's source in an account was pushed. Without a row: nothing of it.
    CREATE TABLE team_pushed (
      realm      TEXT NOT NULL,
      account_id TEXT NOT NULL,
      kind       TEXT NOT NULL,
      up_to      TEXT NOT NULL,              -- a position, in its kind's own form
      PRIMARY KEY (realm, account_id, kind)
    ) STRICT, WITHOUT ROWID;

    -- How far the store was read: no row, or one.
    CREATE TABLE team_pulled (
      number          INTEGER PRIMARY KEY CHECK (number = 1),
      recorded        TEXT NOT NULL,         -- microseconds since 1970, by the store's clock
      fact_id         TEXT NOT NULL,
      visible         TEXT NOT NULL,         -- a digest of the accounts that could be seen: with others, it is read again
      unreadable      INTEGER NOT NULL,      -- facts that this program couldn't read
      program_version TEXT NOT NULL,         -- which it was: a newer one tries again
      finished_at     INTEGER                -- when the end was reached last
    ) STRICT;

    -- Which changes of state weren't pushed yet. Counted only in a team, so that nobody else pays for it.
    ALTER TABLE invitations ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX invitations_by_revision ON invitations (realm, account_id, revision) WHERE revision > 0;
    ${revised('added', 'INSERT', 'EXISTS (SELECT 1 FROM teams)')}
    ${revised(
      'changed',
      'UPDATE OF state, evidence',
      `(NEW.state IS NOT OLD.state OR (NEW.state <> 'pending' AND NEW.evidence IS NOT OLD.evidence))
        AND EXISTS (SELECT 1 FROM teams)`,
    )}

    -- Each account's entries, in the order in which they are pushed.
    CREATE INDEX activity_by_account ON activity (realm, account_id);
    CREATE INDEX member_history_by_account ON member_history (realm, account_id);
  `,
};

function revised(name: string, event: string, condition: string): string {
  return `CREATE TRIGGER invitations_${name}_for_team AFTER ${event} ON invitations
      WHEN ${condition}
      BEGIN
        UPDATE invitations SET revision = 1 + (SELECT coalesce(max(revision), 0) FROM invitations
            WHERE realm = NEW.realm AND account_id = NEW.account_id AND revision > 0)
          WHERE realm = NEW.realm AND account_id = NEW.account_id AND invitation_id = NEW.invitation_id;
      END;`;
}
