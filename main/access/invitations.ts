import type { Invitation } from '../../shared/domain/invitation/invitation';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { Database } from '../storage/database';
import { instanceAccessState, withInstanceAccess } from './instances/accessState';
import { conditionsOf } from './invitationFilter';
import { lastSeenColumn } from './refresh/unchangedListing';

type Query = CheckedInput<'invitations.list'>;

/** Each sort key in SQL. Unknown times come last in either direction. */
const sortColumns: Record<
  Query['sort'],
  { readonly column: string; readonly collation: 'BINARY' | 'NOCASE' }
> = {
  expiresAt: { column: 'expires_at', collation: 'BINARY' },
  createdAt: { column: 'created_at', collation: 'BINARY' },
  // The name as in the search text, where "Ä" sorts with "A" and not after "Z".
  userName: { column: 'substr(search_text, 1, instr(search_text, char(10)) - 1)', collation: 'BINARY' },
  emailAddress: { column: 'email_address', collation: 'NOCASE' },
  accountName: {
    column: `(SELECT name FROM accounts
      WHERE accounts.realm = invitations.realm AND accounts.account_id = invitations.account_id)`,
    collation: 'NOCASE',
  },
  role: { column: 'role', collation: 'NOCASE' },
  state: { column: 'state', collation: 'BINARY' },
  createdBy: { column: 'created_by', collation: 'NOCASE' },
  stateChangedAt: { column: 'state_changed_at', collation: 'BINARY' },
};

/** An `Invitation` in SQL, over `invitations` joined with `accounts`, in a database as `withInstanceAccess` has it. */
export const invitationColumns = `realm, account_id AS accountId, accounts.name AS accountName,
  invitation_id AS invitationId, email_address AS emailAddress, user_name AS userName, role, state,
  created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt, evidence,
  ${lastSeenColumn} AS lastSeenAt, invitations.first_seen_at AS firstSeenAt, state_changed_at AS stateChangedAt,
  ${instanceAccessState} AS instanceAccess`;

/**
 * See Access.listInvitations. Main runs this synchronously on every keystroke in the filter, so it scans the table once for the
 * keys of all matches, which are counted and sorted; only the rows of the page are read in full.
 */
export function listInvitations(db: Database, query: Query, now: number): ChannelOutput<'invitations.list'> {
  const { where, values } = conditionsOf(db, query, now);
  const { column, collation } = sortColumns[query.sort];
  const order = `sort_key COLLATE ${collation} ${query.descending ? 'DESC' : 'ASC'} NULLS LAST, invitation_id, account_id, realm`;
  const rows = withInstanceAccess(db)
    .prepare(
      `WITH
         found AS MATERIALIZED (
           SELECT realm, account_id, invitation_id, ${column} AS sort_key FROM invitations WHERE ${where}),
         page AS (SELECT * FROM found ORDER BY ${order} LIMIT :limit OFFSET :offset),
         filled AS (
           SELECT ${invitationColumns},
             row_number() OVER (ORDER BY ${order}) AS place
           FROM page JOIN invitations USING (realm, account_id, invitation_id)
             JOIN accounts USING (realm, account_id))
       SELECT * FROM (SELECT count(*) AS total FROM found) LEFT JOIN filled ORDER BY place`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as PageRow[];
  return {
    // The total is returned even for an empty page, in a row of its own.
    invitations: rows.flatMap(({ total, place, ...invitation }) => (place === null ? [] : [invitation])),
    total: rows[0]?.total ?? 0,
  };
}

type PageRow = Invitation & { readonly total: number; readonly place: number | null };
