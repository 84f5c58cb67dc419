import type { Table, TableAnswer } from './request';

/** How many rows cross between processes at once. Receiving and validating them blocks main for a few ms. */
const rowsAtOnce = 1000;

/** A table as the messages it is sent in: its rows piece by piece, then everything else. */
export function* piecesOf({ rows, rowNumbers, ...rest }: Table): Generator<TableAnswer> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const to = from + rowsAtOnce;
    yield { type: 'rows', rows: rows.slice(from, to), rowNumbers: rowNumbers.slice(from, to) };
  }
  yield { type: 'read', table: { ...rest, rows: [], rowNumbers: [] } };
}

/** Reassembles a table from its pieces. */
export function createTableCollector(): {
  /** @returns whether the answer was a piece, and more follow */
  readonly take: (answer: TableAnswer) => boolean;
  /** @param table everything except the rows */
  readonly whole: (table: Table) => Table;
} {
  const rows: string[][] = [];
  const rowNumbers: number[] = [];
  return {
    take(answer) {
      if (answer.type !== 'rows') return false;
      for (const row of answer.rows) rows.push(row);
      for (const rowNumber of answer.rowNumbers) rowNumbers.push(rowNumber);
      return true;
    },
    whole: (table) => ({ ...table, rows, rowNumbers }),
  };
}
