import type { Database } from '../../../storage/database';
import type { SharedAccountRef } from '../../../../shared/domain/team/sharableAccount';
import { accountPositions } from '../exchangeState';
import type { FactKind } from './sharedKind';

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

/** How many rows of shared accounts follow the positions of a kind. */
export function countAfter(db: Database, { from, number }: NumberedSource, kind: FactKind): number {
  const { count } = db
    .prepare(
      `SELECT coalesce(sum((SELECT count(*) ${from}
         WHERE realm = shared.realm AND account_id = shared.account_id AND ${number} > CAST(shared.up_to AS INTEGER))), 0) AS count
       FROM ${accountPositions(kind)} AS shared`,
    )
    .get() as { readonly count: number };
  return count;
}
