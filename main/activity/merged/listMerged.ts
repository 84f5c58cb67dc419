import type { ActivityEntry, ActivitySource } from '../../../shared/domain/activity';
import type { Database } from '../../storage/database';
import { entriesNumbered } from '../entries';
import type { Conditions } from '../filter';
import { colleaguesEntries } from './colleaguesEntries';

/** This app's record and colleagues', each narrowed in its own way. */
export interface Merged {
  readonly sources: readonly ActivitySource[];
  readonly own: Conditions;
  readonly colleagues: Conditions;
}

/** A page of both records together, the latest first, and the total. */
export function listMerged(
  db: Database,
  merged: Merged,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly entries: ActivityEntry[]; readonly total: number } {
  const places = placesAfter(db, merged, null, { limit, offset });
  const last = places.at(-1);
  const found = offset + places.length;
  const isEnd = places.length < limit && (last !== undefined || offset === 0);
  // Counting continues where finding the page ended, as in this app's own record.
  const total = isEnd ? found : (last === undefined ? 0 : found) + countAfter(db, merged, last ?? null);
  return { entries: entriesAt(db, places), total };
}

/** Slices of both records together, the latest first. */
export function* mergedSlices(db: Database, merged: Merged, size: number): Generator<ActivityEntry[]> {
  let last: Place | null = null;
  for (;;) {
    const places: Place[] = placesAfter(db, merged, last, { limit: size, offset: 0 });
    last = places.at(-1) ?? null;
    if (last === null) return;
    yield entriesAt(db, places);
  }
}

/** An entry in the order of the list: by time, then this app's first, then by number. */
interface Place {
  readonly at: number;
  readonly source: ActivitySource;
  readonly number: number;
}

const numbers: Readonly<Record<ActivitySource, string>> = { own: 'activity_id', colleagues: 'number' };
const tables: Readonly<Record<ActivitySource, string>> = {
  own: 'FROM activity',
  colleagues: 'FROM team_facts',
};

/** What follows a place in one of the records. */
function after(source: ActivitySource, last: Place | null): Conditions {
  if (last === null) return { where: [], values: {} };
  const values = { lastAt: last.at, lastNumber: last.number };
  if (source === last.source) {
    return { where: [`(at, ${numbers[source]}) < (:lastAt, :lastNumber)`], values };
  }
  return { where: [source === 'own' ? 'at < :lastAt' : 'at <= :lastAt'], values };
}

function conditionsFor(merged: Merged, source: ActivitySource, last: Place | null): Conditions {
  const [given, further] = [merged[source], after(source, last)];
  return { where: [...given.where, ...further.where], values: { ...given.values, ...further.values } };
}

const all = ({ where }: Conditions): string => (where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`);

function placesAfter(
  db: Database,
  merged: Merged,
  last: Place | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Place[] {
  const parts = merged.sources.map((source) => ({ source, conditions: conditionsFor(merged, source, last) }));
  const sql = parts.map(
    ({ source, conditions }) =>
      `SELECT at, '${source}' AS source, ${numbers[source]} AS number ${tables[source]} ${all(conditions)}`,
  );
  const statement = db.prepare(
    `${sql.join(' UNION ALL ')} ORDER BY at DESC, source DESC, number DESC LIMIT :limit OFFSET :offset`,
  );
  statement.setAllowUnknownNamedParameters(true);
  const values = Object.assign(
    {},
    ...parts.map(({ conditions }) => conditions.values),
  ) as Conditions['values'];
  const rows: unknown = statement.all({ ...values, limit, offset });
  return rows as Place[];
}

function countAfter(db: Database, merged: Merged, last: Place | null): number {
  return merged.sources.reduce((total, source) => {
    const conditions = conditionsFor(merged, source, last);
    const statement = db.prepare(`SELECT count(*) AS count ${tables[source]} ${all(conditions)}`);
    statement.setAllowUnknownNamedParameters(true);
    return total + (statement.get(conditions.values) as { readonly count: number }).count;
  }, 0);
}

function entriesAt(db: Database, places: readonly Place[]): ActivityEntry[] {
  const numbersOf = (source: ActivitySource): number[] =>
    places.filter((place) => place.source === source).map(({ number }) => number);
  const byKey = new Map<string, ActivityEntry>();
  const keep = (source: ActivitySource, entries: readonly ActivityEntry[]): void => {
    for (const entry of entries) byKey.set(`${source} ${String(entry.activityId)}`, entry);
  };
  keep('own', entriesNumbered(db, numbersOf('own')));
  keep('colleagues', colleaguesEntries(db, numbersOf('colleagues')));
  return places.flatMap(({ source, number }) => byKey.get(`${source} ${String(number)}`) ?? []);
}
