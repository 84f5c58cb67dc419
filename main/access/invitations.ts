import type { Invitation } from '../../shared/domain/invitation';
import type { ChannelOutput, CheckedInput } from '../../shared/ipc';
import type { Database } from '../storage/database';
import { containing } from './like';
import { requireAccount } from './ways';

type Query = CheckedInput<'invitations.list'>;

/** What each sort key means in SQL. The direction is put behind; unknown times come last either way. */
const sortColumns: Record<Query['sort'], string> = {
  expiresAt: 'invitations.expires_at',
  createdAt: 'invitations.created_at',
  userName: 'invitations.user_name COLLATE NOCASE',
  emailAddress: 'invitations.email_address COLLATE NOCASE',
  role: 'invitations.role COLLATE NOCASE',
};

/** See Access.listInvitations. `search` is looked for in e-mail, name, inviter and invitation id. */
export function listInvitations(db: Database, query: Query): ChannelOutput<'invitations.list'> {
  const { where, values } = conditionsOf(db, query);
  const from = `FROM invitations JOIN accounts USING (realm, account_id) WHERE ${where}`;
  const { total } = db.prepare(`SELECT count(*) AS total ${from}`).get(values) as { total: number };
  const invitations = db
    .prepare(
      `SELECT invitations.realm, invitations.account_id AS accountId, accounts.name AS accountName,
         invitations.invitation_id AS invitationId, invitations.email_address AS emailAddress,
         invitations.user_name AS userName, invitations.role, invitations.state,
         invitations.created_by AS createdBy, invitations.created_at AS createdAt,
         invitations.expires_at AS expiresAt
       ${from}
       ORDER BY ${sortColumns[query.sort]} ${query.descending ? 'DESC' : 'ASC'} NULLS LAST,
         invitations.invitation_id, invitations.account_id, invitations.realm
       LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as Invitation[];
  return { invitations, total };
}

/** Conditions are fixed text; all that a person entered is bound as a value. */
function conditionsOf(db: Database, query: Query): { where: string; values: Record<string, string> } {
  const conditions: string[] = [];
  const values: Record<string, string> = {};
  if (query.accounts === undefined) {
    conditions.push('(realm, account_id) IN (SELECT realm, account_id FROM ways_in)');
  } else {
    const accounts = query.accounts.map((account) => requireAccount(db, account));
    conditions.push(
      `(realm, account_id) IN (SELECT value ->> 'realm', value ->> 'accountId' FROM json_each(:accounts))`,
    );
    values['accounts'] = JSON.stringify(accounts);
  }
  if (query.states !== undefined) {
    conditions.push('invitations.state IN (SELECT value FROM json_each(:states))');
    values['states'] = JSON.stringify(query.states);
  }
  if (query.search !== undefined && query.search.trim() !== '') {
    const columns = ['email_address', 'user_name', 'created_by', 'invitation_id'];
    const found = columns.map((column) => `invitations.${column} LIKE :search ESCAPE '\\'`);
    conditions.push(`(${found.join(' OR ')})`);
    values['search'] = containing(query.search);
  }
  return { where: conditions.join(' AND '), values };
}
