import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import type { Stepwise } from '../../storage/stepwise';
import { personalColumns, type PersonalTable } from './personalColumns';

/** A value as SQLite stores it. */
export type StoredValue = string | number | bigint | Uint8Array | null;

/** A row: its key, and its personal columns. */
export interface ScannedRow {
  readonly table: string;
  /** By the columns of the primary key. */
  readonly key: Readonly<Record<string, StoredValue>>;
  /** The columns of the inventory, and `realm` and `operation_id` where the table has them. */
  readonly values: Readonly<Record<string, StoredValue>>;
}

const rowsAtOnce = 100;

/** Reads every row of every table that may hold personal data, a few in each step. */
export function* scanTables(db: Database, look: (row: ScannedRow) => void): Stepwise<void> {
  for (const [table, facts] of Object.entries(personalColumns)) {
    const { readAfter, keyOf } = readerOf(db, table, facts);
    let last: readonly StoredValue[] | null = null;
    for (;;) {
      const rows: Record<string, StoredValue>[] = readAfter(last);
      for (const values of rows) look({ table, key: keyOf(values), values });
      yield;
      const end = rows.at(-1);
      if (end === undefined) break;
      last = Object.values(keyOf(end));
    }
  }
}

/** The same row as it is now; undefined if there is none with its key anymore. */
export function rowAsOfNow(db: Database, { table, key, values }: ScannedRow): ScannedRow | undefined {
  const where = Object.keys(key).map((column) => `${column} = ?`);
  const now = prepared(
    db,
    `SELECT ${Object.keys(values).join(', ')} FROM ${table} WHERE ${where.join(' AND ')}`,
  ).get(...Object.values(key)) as ScannedRow['values'] | undefined;
  return now === undefined ? undefined : { table, key, values: now };
}

/** The text of a column; null where there is none. */
export function textOf(value: StoredValue | undefined): string | null {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : null;
}

interface Reader {
  /** The next rows in the order of their keys. @param last the key after which to begin; null: at the first */
  readonly readAfter: (last: readonly StoredValue[] | null) => Record<string, StoredValue>[];
  readonly keyOf: (values: Readonly<Record<string, StoredValue>>) => Record<string, StoredValue>;
}

function readerOf(db: Database, table: string, facts: PersonalTable): Reader {
  const columns = db.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY pk').all(table) as {
    readonly name: string;
    readonly pk: number;
  }[];
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const others = [...Object.keys(facts.columns), ...['realm', 'operation_id'].filter(has)];
  const selected = [...new Set([...key, ...others])].join(', ');
  const limit = String(facts.rowsAtOnce ?? rowsAtOnce);
  const order = key.join(', ');
  const first = db.prepare(`SELECT ${selected} FROM ${table} ORDER BY ${order} LIMIT ${limit}`);
  const next = db.prepare(
    `SELECT ${selected} FROM ${table} WHERE (${order}) > (${key.map(() => '?').join(', ')})
     ORDER BY ${order} LIMIT ${limit}`,
  );
  return {
    readAfter: (last) => (last === null ? first.all() : next.all(...last)) as Record<string, StoredValue>[],
    keyOf: (values) => Object.fromEntries(key.map((name) => [name, values[name] ?? null])),
  };
}
