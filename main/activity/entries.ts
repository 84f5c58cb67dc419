import type { ActivityEntry } from '../../shared/domain/activity';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { Database } from '../storage/database';
import { approvalNames } from '../../shared/domain/approval/approvalNames';
import { originColumn, originOf } from '../storage/origin';
import type { Conditions } from './filter';

/** A page of this app's record, the newest first, and the total. */
export function ownEntries(
  db: Database,
  conditions: Conditions,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): ChannelOutput<'activity.list'> {
  const { where, values } = conditions;
  const entries = (
    db
      .prepare(`${selectEntries} ${all(where)} ORDER BY activity_id DESC LIMIT :limit OFFSET :offset`)
      .all({ ...values, limit, offset }) as EntryRow[]
  ).map(entryOf);
  return { entries, total: totalOf(db, conditions, { entries, limit, offset }) };
}

/** The number of the newest entry, 0 if there is none. */
export function newestEntry(db: Database): number {
  const { newest } = db.prepare('SELECT max(activity_id) AS newest FROM activity').get() as {
    readonly newest: number | null;
  };
  return newest ?? 0;
}

/** The matching entries numbered from `first` to `last`, newest first. */
export function entriesBetween(
  db: Database,
  { where, values }: Conditions,
  { first, last }: { readonly first: number; readonly last: number },
): ActivityEntry[] {
  const range = all(['activity_id BETWEEN :first AND :last', ...where]);
  const rows = db
    .prepare(`${selectEntries} ${range} ORDER BY activity_id DESC`)
    .all({ ...values, first, last }) as EntryRow[];
  return rows.map(entryOf);
}

/** What was recorded of operations of these runs, the oldest first. */
export function entriesOfRuns(db: Database, runIds: readonly number[]): ActivityEntry[] {
  const rows = db
    .prepare(
      `${selectEntries} WHERE operation_id IN (
         SELECT operation_id FROM operations WHERE run_id IN (SELECT value FROM json_each(?)))
       ORDER BY activity_id`,
    )
    .all(JSON.stringify(runIds)) as EntryRow[];
  return rows.map(entryOf);
}

interface Page {
  readonly entries: readonly ActivityEntry[];
  readonly limit: number;
  readonly offset: number;
}

/**
 * How many entries match. Counting continues where finding the page ended: main runs this synchronously on every keystroke in the
 * filter, so the table is scanned at most once.
 */
function totalOf(db: Database, { where, values }: Conditions, { entries, limit, offset }: Page): number {
  const found = offset + entries.length;
  const last = entries.at(-1);
  if (entries.length < limit && (last !== undefined || offset === 0)) return found;
  // SQLite knows the size of a whole table; a page beyond the last one has found nothing to continue from.
  if (where.length === 0 || last === undefined) return count(db, { where, values });
  const older = [...where, 'activity_id < :last'];
  return found + count(db, { where: older, values: { ...values, last: last.activityId } });
}

function count(db: Database, { where, values }: Conditions): number {
  const { total } = db.prepare(`SELECT count(*) AS total FROM activity ${all(where)}`).get(values) as {
    readonly total: number;
  };
  return total;
}

const all = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

/** By their numbers, in any order. */
export function entriesNumbered(db: Database, numbers: readonly number[]): ActivityEntry[] {
  const rows = db
    .prepare(`${selectEntries} WHERE activity_id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(numbers)) as EntryRow[];
  return rows.map(entryOf);
}

const selectEntries = `SELECT activity_id AS activityId, at, action, result, connection_label AS connectionLabel, actor,
  realm, account_id AS accountId, account_name AS accountName, email_address AS emailAddress, user_name AS userName,
  role, invitation_id AS invitationId, user_id AS userId, operation_id AS operationId, amazon_request_id AS requestId, detail,
  code, (SELECT run_id FROM operations WHERE operations.operation_id = activity.operation_id) AS runId,
  ${originColumn('activity.operation_id')} AS origin,
  (SELECT json_object('drafter', drafter, 'approver', approver, 'sender', sender) FROM operations
     JOIN batch_sends USING (run_id) WHERE operations.operation_id = activity.operation_id AND approval_id IS NOT NULL) AS approval
  FROM activity`;

type EntryRow = Omit<ActivityEntry, 'origin' | 'approval' | 'colleague'> & {
  readonly origin: string | null;
  readonly approval: string | null;
};

const entryOf = (row: EntryRow): ActivityEntry => ({
  ...row,
  origin: originOf(row.origin),
  colleague: null,
  approval: row.approval === null ? null : approvalNames.parse(JSON.parse(row.approval)),
});
