import { soonDays } from '../../../shared/domain/invitation/soon';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import { toSearchText } from '../../../shared/text/searchText';
import type { Database } from '../../storage/database';
import { conditionsOf, domainOf, type InvitationFilter } from './invitationFilter';

/** See Access.overview. @param now ms since 1970 */
export function overviewOf(
  db: Database,
  now: number,
  dayBounds: readonly number[] = [],
): ChannelOutput<'invitations.overview'> {
  const count = (filter: InvitationFilter): number => countInvitations(db, filter, now);
  const ofTable = (from: string): number =>
    (db.prepare(`SELECT count(*) AS count FROM ${from}`).get() as { count: number }).count;
  return {
    pending: count({ states: ['pending'] }),
    overdue: count({ states: ['pending'], expiresTo: now + 1 }),
    lapsingSoon: count({ states: ['pending'], expiresWithinDays: soonDays }),
    lapsed: count({ states: ['lapsed'], stateChangedWithinDays: 30, latestOnly: true }),
    accepted: count({ states: ['accepted'], stateChangedWithinDays: 7 }),
    inDoubt: ofTable(`operations WHERE status = 'inDoubt'`),
    accountsWithTrouble: ofTable(
      '(SELECT DISTINCT realm, account_id FROM ways_in WHERE trouble IS NOT NULL)',
    ),
    lapsingByDay: dayBounds.slice(1).map((to, index) => {
      const from = dayBounds[index] ?? to;
      return { from, to, count: count({ states: ['pending'], expiresFrom: from, expiresTo: to }) };
    }),
  };
}

/** How many invitations match. @param now ms since 1970 */
export function countInvitations(db: Database, filter: InvitationFilter, now: number): number {
  const { where, values } = conditionsOf(db, filter, now);
  const row = db.prepare(`SELECT count(*) AS count FROM invitations WHERE ${where}`).get(values) as {
    count: number;
  };
  return row.count;
}

const fields: Record<CheckedInput<'invitations.values'>['field'], string> = {
  role: 'lower(role)',
  domain: domainOf,
  createdBy: 'created_by',
};

/** See Access.valuesOf. */
export function valuesOf(
  db: Database,
  { field, search = '', limit }: CheckedInput<'invitations.values'>,
): ChannelOutput<'invitations.values'> {
  const rows = db
    .prepare(
      `SELECT ${fields[field]} AS value, count(*) AS count FROM invitations
       WHERE (realm, account_id) IN (SELECT realm, account_id FROM ways_in)
       GROUP BY 1 HAVING value <> '' ORDER BY count DESC, value`,
    )
    .all() as unknown as { value: string; count: number }[];
  const searchText = toSearchText(search);
  return { values: rows.filter(({ value }) => toSearchText(value).includes(searchText)).slice(0, limit) };
}
