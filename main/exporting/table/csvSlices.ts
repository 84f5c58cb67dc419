import { byteOrderMark, csvLines, spreadsheetTime, type Cell } from '../../files/csv';
import type { Column, Value } from './column';

const rowsPerSlice = 500;

/** A CSV file in pieces, so that a long one is never in memory as a whole. */
export function* csvSlices<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Generator<string> {
  yield byteOrderMark + csvLines([columns.map(({ header }) => header)]);
  for (let first = 0; first < rows.length; first += rowsPerSlice) {
    const slice = rows.slice(first, first + rowsPerSlice);
    yield csvLines(slice.map((row) => columns.map(({ value }) => csvCell(value(row)))));
  }
}

/** Lines above the headings would mislead CSV readers, so each row has the file's description. @param now ms since 1970 */
export const columnsAbout = (about: string, now: number): readonly Column<unknown>[] => [
  { header: 'Exported (UTC)', value: () => new Date(now), width: 18 },
  { header: 'Shown', value: () => about, width: 30 },
];

const csvCell = (value: Value): Cell => (value instanceof Date ? spreadsheetTime(value.getTime()) : value);
