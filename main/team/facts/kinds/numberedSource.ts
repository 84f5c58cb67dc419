import type { Database } from '../../../storage/database';
import type { SharedAccountRef } from '../../../../shared/domain/team/sharableAccount';

/** A table whose rows are numbered in the order in which they were written, and never change: positions are these numbers. */
export interface NumberedSource {
  /** `FROM` and the table, spelled out where it is read. */
  readonly from: string;
  /** The column of the number. */
  readonly number: string;
}

/** The rows of an account after a position, with `number` and these columns, and the position behind them. */
export function rowsAfter(
  db: Database,
  { from, number }: NumberedSource,
  columns: string,
  page: { readonly source: SharedAccountRef; readonly after: string; readonly limit: number },
): { readonly rows: readonly unknown[]; readonly upTo: string } {
  const { source, after, limit } = page;
  const rows = db
    .prepare(
      `SELECT ${number} AS number, ${columns} ${from}
       WHERE realm = ? AND account_id = ? AND ${number} > ? ORDER BY ${number} LIMIT ?`,
    )
    .all(source.realm, source.accountId, Number(after), limit) as unknown as readonly {
    readonly number: number;
  }[];
  const last = rows.at(-1);
  return { rows, upTo: last === undefined ? after : String(last.number) };
}

/** How many rows of an account follow a position. */
export function countAfter(
  db: Database,
  { from, number }: NumberedSource,
  { realm, accountId }: SharedAccountRef,
  after: string,
): number {
  const { count } = db
    .prepare(`SELECT count(*) AS count ${from} WHERE realm = ? AND account_id = ? AND ${number} > ?`)
    .get(realm, accountId, Number(after)) as { readonly count: number };
  return count;
}
