import type { Database } from './database';
import { versionOf } from './migrate';

export interface DatabaseFigures {
  readonly version: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The size of a database, without any of its content. */
export function figuresOf(db: Database): DatabaseFigures {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all() as { readonly name: string }[];
  return {
    version: versionOf(db),
    rows: Object.fromEntries(tables.map(({ name }) => [name, rowsIn(db, name)])),
  };
}

function rowsIn(db: Database, table: string): number {
  // The name comes from the schema, which only our migrations write.
  const { rows } = db.prepare(`SELECT count(*) AS rows FROM "${table}"`).get() as { readonly rows: number };
  return rows;
}
