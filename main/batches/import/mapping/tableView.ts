import type { ImportLeftOut, ImportOptions } from '../../../../shared/domain/batch/batchImport';
import { cleanHeader } from '../../../../shared/text/headerText';
import { headerRowOf, namesColumns } from '../../columns/headerRow';
import { forEachInSlices } from '../../forEachInSlices';
import type { Table } from '../../tables/request';
import { columnLetters } from '../../tables/troubles';
import { isTotals } from './totals';

/** A row of the table below its headers. */
export interface SourceRow {
  readonly cells: readonly string[];
  readonly rowNumber: number;
}

/** A column as a person sees it. */
interface ViewColumn {
  /** Its header, or its position and content: "Column C (“ann@…”)". Never empty. */
  readonly name: string;
  readonly isEmpty: boolean;
}

/** A table split into headers and rows. */
export interface TableView {
  /** The file's number of the row that names the columns; null if there is none. */
  readonly headerRow: number | null;
  /** Empty if there is no header row. */
  readonly headers: readonly string[];
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly SourceRow[];
  /** What isn't a row to add. */
  readonly leftOut: readonly ImportLeftOut[];
}

/**
 * Lets other work run in between.
 * @param options the header row that a person selected; otherwise it is detected
 */
export async function viewOf(
  table: Table,
  { headerRow: selected }: Pick<ImportOptions, 'headerRow'>,
): Promise<TableView> {
  const all = table.rows.map((cells, index) => ({ cells, rowNumber: table.rowNumbers[index] ?? index + 1 }));
  const found = table.isPeopleList ? null : headerRowOf(table.rows);
  const at =
    selected === undefined ? (found ?? -1) : all.findIndex(({ rowNumber }) => rowNumber === selected);
  const headers = all[at]?.cells ?? [];
  const rows: SourceRow[] = [];
  const totals: number[] = [];
  const repeated: number[] = [];
  const filled = new FilledColumns();
  await forEachInSlices(all.slice(at + 1), (row) => {
    if (isTotals(row.cells)) totals.push(row.rowNumber);
    else if (headers.length > 0 && namesColumns(row.cells, headers)) repeated.push(row.rowNumber);
    else {
      rows.push(row);
      filled.look(row.cells);
    }
  });
  const columns = columnsOf(headers, rows, filled);
  const empty = columns.filter(({ isEmpty }) => isEmpty).map(({ name }) => name);
  return {
    headerRow: all[at]?.rowNumber ?? null,
    ...{ headers, columns, rows },
    leftOut: [
      ...leftOutRows(
        'aboveHeader',
        all.slice(0, Math.max(0, at)).map(({ rowNumber }) => rowNumber),
      ),
      ...leftOutRows('totals', totals),
      ...leftOutRows('repeatedHeaders', repeated),
      ...leftOutNames('emptyColumns', empty),
    ],
  };
}

/** Which columns contain anything; those that do aren't examined again. */
class FilledColumns {
  readonly #empty = new Set<number>();
  #width = 0;

  look(cells: readonly string[]): void {
    for (; this.#width < cells.length; this.#width += 1) this.#empty.add(this.#width);
    for (const index of this.#empty) if ((cells[index] ?? '').trim() !== '') this.#empty.delete(index);
  }

  get width(): number {
    return this.#width;
  }

  has(index: number): boolean {
    return index < this.#width && !this.#empty.has(index);
  }
}

/** How many rows are searched for a column's first value. */
const lookedAt = 200;
const shownValue = 24;

function columnsOf(
  headers: readonly string[],
  rows: readonly SourceRow[],
  filled: FilledColumns,
): ViewColumn[] {
  const names = headers.map((header) => cleanHeader(header));
  return Array.from({ length: Math.max(headers.length, filled.width) }, (_, index) => {
    const name = names[index] ?? '';
    const letters = columnLetters(index);
    const isEmpty = !filled.has(index);
    if (name === '') return { name: unnamed(rows, index), isEmpty };
    const isTwice = names.some((other, place) => place !== index && other === name);
    return { name: isTwice ? `${name} (column ${letters})` : name, isEmpty };
  });
}

function unnamed(rows: readonly SourceRow[], index: number): string {
  const first = rows
    .slice(0, lookedAt)
    .map(({ cells }) => cells[index]?.trim().replace(/\s+/g, ' ') ?? '')
    .find((value) => value !== '');
  const name = `Column ${columnLetters(index)}`;
  if (first === undefined) return name;
  return `${name} (“${first.length > shownValue ? `${first.slice(0, shownValue - 1)}…` : first}”)`;
}

/** The entry for rows that were left out; empty if there are none. */
export const leftOutRows = (
  reason: ImportLeftOut['reason'],
  rowNumbers: readonly number[],
  count = rowNumbers.length,
): ImportLeftOut[] =>
  count === 0 ? [] : [{ reason, count, rowNumbers: rowNumbers.slice(0, maxRowNumbers), names: [] }];

/** The same for columns, by name. */
export const leftOutNames = (reason: ImportLeftOut['reason'], names: readonly string[]): ImportLeftOut[] =>
  names.length === 0
    ? []
    : [{ reason, count: names.length, rowNumbers: [], names: names.slice(0, maxNames) }];

/** How many rows of one kind are listed, and how many columns. */
export const maxRowNumbers = 100;
const maxNames = 20;
