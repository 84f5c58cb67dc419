import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';

/** What the ledger's conclusions have to be drawn from again. */
export interface LedgerChanges {
  readonly accounts: readonly { readonly realm: string; readonly accountId: string }[];
  readonly users: readonly MemberPersonRef[];
}

const noted = (columns: string): string =>
  `INSERT INTO ledger_changes (realm, account_id, user_id) SELECT ${columns}
   WHERE NOT EXISTS (
     SELECT 1 FROM ledger_changes WHERE (realm, account_id, user_id) = (${columns}));`;
const account = (row: string): string => noted(`${row}.realm, ${row}.account_id, ''`);
const user = (row: string): string => noted(`${row}.realm, '', ${row}.user_id`);

/** One trigger for each change that can change a conclusion; a refresh that finds everything as it was fires none. */
const triggers: Readonly<Record<string, string>> = {
  accepted_added: `INSERT ON main.invitations WHEN new.state = 'accepted' BEGIN ${account('new')} END`,
  accepted_changed: `UPDATE OF realm, account_id, email_address, state, created_at, first_seen_at ON main.invitations
    WHEN 'accepted' IN (old.state, new.state)
      AND (old.email_address, old.state, old.created_at, old.first_seen_at, old.realm, old.account_id)
        IS NOT (new.email_address, new.state, new.created_at, new.first_seen_at, new.realm, new.account_id)
    BEGIN ${account('old')} ${account('new')} END`,
  accepted_removed: `DELETE ON main.invitations WHEN old.state = 'accepted' BEGIN ${account('old')} END`,
  member_added: `INSERT ON main.members BEGIN ${account('new')} END`,
  member_changed: `UPDATE OF realm, account_id, user_id, masked_email ON main.members
    WHEN (old.masked_email, old.user_id, old.realm, old.account_id)
      IS NOT (new.masked_email, new.user_id, new.realm, new.account_id)
    BEGIN ${account('old')} ${account('new')} END`,
  member_removed: `DELETE ON main.members BEGIN ${account('old')} END`,
  member_joined: `INSERT ON main.member_history WHEN new.event = 'joined' BEGIN ${account('new')} END`,
  member_history_changed: `UPDATE ON main.member_history BEGIN ${account('old')} ${account('new')} END`,
  member_history_removed: `DELETE ON main.member_history BEGIN ${account('old')} END`,
  decided_by_colleague: `INSERT ON main.team_facts WHEN new.kind = 'confirmation' AND new.user_id IS NOT NULL
    BEGIN ${user('new')} END`,
  colleague_changed: `UPDATE ON main.team_facts WHEN old.kind = 'confirmation' AND old.user_id IS NOT NULL
    BEGIN ${user('old')} ${user('new')} END`,
  decided: `INSERT ON main.identity_decisions BEGIN ${user('new')} END`,
  decision_changed: `UPDATE ON main.identity_decisions BEGIN ${user('old')} ${user('new')} END`,
  decision_removed: `DELETE ON main.identity_decisions BEGIN ${user('old')} END`,
};

/**
 * Notes from now on what changes, by whatever code, in a temporary table: SQLite rolls a note back with the change that it is
 * about.
 */
export function noteLedgerChanges(db: Database): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS ledger_changes (
      realm TEXT NOT NULL, account_id TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (realm, account_id, user_id)
    ) STRICT, WITHOUT ROWID;
    ${Object.entries(triggers)
      .map(([name, trigger]) => `CREATE TEMP TRIGGER IF NOT EXISTS ledger_${name} AFTER ${trigger};`)
      .join('\n')}`);
}

/** What was noted since the last call, which is then forgotten. Not within a transaction: it could still be rolled back. */
export function takeLedgerChanges(db: Database): LedgerChanges {
  const rows = db
    .prepare(
      `SELECT realm, account_id AS accountId, user_id AS userId FROM ledger_changes ORDER BY realm, account_id`,
    )
    .all() as unknown as (LedgerChanges['accounts'][number] & MemberPersonRef)[];
  if (rows.length > 0) db.exec('DELETE FROM ledger_changes');
  return {
    accounts: rows.filter(({ accountId }) => accountId !== ''),
    users: rows.filter(({ userId }) => userId !== ''),
  };
}
