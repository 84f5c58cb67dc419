import { afterAll, describe, expect, test } from 'vitest';
import { neverPersonal, personalColumns } from '../../../../main/people/erasing/personalColumns';
import { temporaryStore } from '../../../support/fixtures/store';

const store = temporaryStore();
afterAll(() => {
  store.remove();
});

/** Every column that can hold text, as "table.column". */
const textColumns = (
  store.db
    .prepare(
      `SELECT tables.name || '.' || columns.name AS name
       FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND columns.type NOT IN ('INTEGER', 'REAL')
       ORDER BY 1`,
    )
    .all() as { readonly name: string }[]
).map(({ name }) => name);

const named = (columnsOf: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(columnsOf).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));

describe('the inventory of personal data', () => {
  const personal = named(
    Object.fromEntries(
      Object.entries(personalColumns).map(([table, { columns }]) => [table, Object.keys(columns)]),
    ),
  );
  const never = named(neverPersonal);

  test('decides about every text column of the database', () => {
    expect([...personal, ...never].sort()).toEqual(textColumns);
  });

  test('names no column twice', () => {
    expect(personal.filter((column) => never.includes(column))).toEqual([]);
  });
});
