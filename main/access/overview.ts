import type { ChannelOutput, CheckedInput } from '../../shared/ipc';
import { folded } from '../../shared/folded';
import type { Database } from '../storage/database';
import { conditionsOf, domainOf, type InvitationFilter } from './invitationFilter';

const dayMs = 86_400_000;
const days = 14;

/** See Access.overview. @param now ms since 1970 */
export function overviewOf(db: Database, now: number): ChannelOutput<'invitations.overview'> {
  const count = (filter: InvitationFilter): number => countInvitations(db, filter, now);
  const ofTable = (from: string): number =>
    (db.prepare(`SELECT count(*) AS count FROM ${from}`).get() as { count: number }).count;
  return {
    pending: count({ states: ['pending'] }),
    overdue: count({ states: ['pending'], expiresTo: now + 1 }),
    lapsingSoon: count({ states: ['pending'], expiresWithinDays: 3 }),
    lapsed: count({ states: ['lapsed'], stateChangedWithinDays: 30, latestOnly: true }),
    accepted: count({ states: ['accepted'], stateChangedWithinDays: 7 }),
    inDoubt: ofTable(`operations WHERE status = 'inDoubt'`),
    accountsWithTrouble: ofTable('ways_in WHERE trouble IS NOT NULL'),
    lapsingByDay: lapsingByDay(db, now),
  };
}

/** How many invitations fit. @param now ms since 1970 */
export function countInvitations(db: Database, filter: InvitationFilter, now: number): number {
  const { where, values } = conditionsOf(db, filter, now);
  const row = db.prepare(`SELECT count(*) AS count FROM invitations WHERE ${where}`).get(values) as {
    count: number;
  };
  return row.count;
}

function lapsingByDay(db: Database, now: number): { from: number; count: number }[] {
  const rows = db
    .prepare(
      `SELECT CAST((expires_at - :now) / :dayMs AS INTEGER) AS day, count(*) AS count FROM invitations
       WHERE state = 'pending' AND expires_at > :now AND expires_at < :now + :days * :dayMs
         AND (realm, account_id) IN (SELECT realm, account_id FROM ways_in)
       GROUP BY day`,
    )
    .all({ now, dayMs, days }) as unknown as { day: number; count: number }[];
  const counts = new Map(rows.map(({ day, count }) => [day, count]));
  return Array.from({ length: days }, (_, day) => ({
    from: now + day * dayMs,
    count: counts.get(day) ?? 0,
  }));
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
  const words = folded(search);
  return { values: rows.filter(({ value }) => folded(value).includes(words)).slice(0, limit) };
}
