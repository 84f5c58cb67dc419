import type { Invitation } from '../../shared/domain/invitation';
import type { ChannelOutput, CheckedInput } from '../../shared/ipc';
import type { Database } from '../storage/database';
import { containing } from '../storage/like';
import { requireAccount } from './ways';

type Query = CheckedInput<'invitations.list'>;

/** What each sort key means in SQL. Unknown times come last either way. */
const sortColumns: Record<
  Query['sort'],
  { readonly column: string; readonly collation: 'BINARY' | 'NOCASE' }
> = {
  expiresAt: { column: 'expires_at', collation: 'BINARY' },
  createdAt: { column: 'created_at', collation: 'BINARY' },
  userName: { column: 'user_name', collation: 'NOCASE' },
  emailAddress: { column: 'email_address', collation: 'NOCASE' },
  role: { column: 'role', collation: 'NOCASE' },
};

/**
 * See Access.listInvitations. `search` is looked for in e-mail, name, inviter and invitation id. Main waits for this
 * with every key typed in the filter, so the table is gone through once: for the keys of all that fit, which are
 * counted and sorted, and only those of the page are filled in.
 */
export function listInvitations(db: Database, query: Query): ChannelOutput<'invitations.list'> {
  const { where, values } = conditionsOf(db, query);
  const { column, collation } = sortColumns[query.sort];
  const order = `sort_key COLLATE ${collation} ${query.descending ? 'DESC' : 'ASC'} NULLS LAST, invitation_id, account_id, realm`;
  const rows = db
    .prepare(
      `WITH
         found AS MATERIALIZED (
           SELECT realm, account_id, invitation_id, ${column} AS sort_key FROM invitations WHERE ${where}),
         page AS (SELECT * FROM found ORDER BY ${order} LIMIT :limit OFFSET :offset),
         filled AS (
           SELECT realm, account_id AS accountId, accounts.name AS accountName, invitation_id AS invitationId,
             email_address AS emailAddress, user_name AS userName, role, state, created_by AS createdBy,
             created_at AS createdAt, expires_at AS expiresAt,
             row_number() OVER (ORDER BY ${order}) AS place
           FROM page JOIN invitations USING (realm, account_id, invitation_id)
             JOIN accounts USING (realm, account_id))
       SELECT * FROM (SELECT count(*) AS total FROM found) LEFT JOIN filled ORDER BY place`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as PageRow[];
  return {
    // The total is told even when the page is empty, in a row of its own.
    invitations: rows.flatMap(({ total, place, ...invitation }) => (place === null ? [] : [invitation])),
    total: rows[0]?.total ?? 0,
  };
}

type PageRow = Invitation & { readonly total: number; readonly place: number | null };

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
    conditions.push('state IN (SELECT value FROM json_each(:states))');
    values['states'] = JSON.stringify(query.states);
  }
  if (query.search !== undefined && query.search.trim() !== '') {
    const columns = ['email_address', 'user_name', 'created_by', 'invitation_id'];
    const found = columns.map((column) => `${column} LIKE :search ESCAPE '\\'`);
    conditions.push(`(${found.join(' OR ')})`);
    values['search'] = containing(query.search);
  }
  return { where: conditions.join(' AND '), values };
}
