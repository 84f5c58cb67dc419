import type { Invitation } from '../../../shared/domain/invitation/invitation';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { instanceAccessState, withInstanceAccess } from '../instances/accessState';
import { conditionsOf } from './invitationFilter';
import { orderOf } from './invitationOrder';
import { lastSeenColumn } from '../refresh/unchangedListing';
import type { InvitationKey } from '../searching/listTexts';
import { createSearchedList } from '../searching/searchedList';

type Query = CheckedInput<'invitations.list'>;

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
  const { sortKey, order } = orderOf(query);
  const rows = withInstanceAccess(db)
    .prepare(
      `WITH
         found AS MATERIALIZED (
           SELECT realm, account_id, invitation_id, ${sortKey} AS sort_key FROM invitations WHERE ${where}),
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

/**
 * The same for a list that is searched key by key, whose texts are in memory where that pays. Both are read in one turn, so that rows
 * and total are of the same moment.
 */
export function createInvitationSearch(
  db: Database,
  now: () => number,
): (query: Query) => ChannelOutput<'invitations.list'> {
  const searched = createSearchedList(db);
  return (query) => {
    const found = searched.find(query);
    if (found !== null) return { invitations: invitationsOf(db, found.keys), total: found.total };
    const page = listInvitations(db, query, now());
    searched.prepare(query, page.total);
    return page;
  };
}

/** Invitations that are there, in the order of their keys. */
const invitationsOf = (db: Database, keys: readonly InvitationKey[]): Invitation[] =>
  prepared(
    withInstanceAccess(db),
    `SELECT ${invitationColumns}
     FROM (SELECT key AS place, value ->> 0 AS realm, value ->> 1 AS account_id, value ->> 2 AS invitation_id
         FROM json_each(?))
       CROSS JOIN invitations USING (realm, account_id, invitation_id)
       JOIN accounts USING (realm, account_id)
     ORDER BY place`,
  ).all(JSON.stringify(keys)) as Invitation[];

type PageRow = Invitation & { readonly total: number; readonly place: number | null };
