import type { ImportOptions, ImportPreview } from '../../../shared/domain/batch/batchImport';
import type { Table } from '../tables/request';
import type { TableReading } from './tableDrafts';

/** How many of a file's rows are shown, and how much of a cell, in characters. */
const sampleRows = 20;
const sampleCell = 200;

/** What a person sees of a table before its rows are added. */
export function importPreview(
  importId: string,
  table: Table,
  { view, mapping, questions, nameOf, draft }: TableReading,
  options: Partial<ImportOptions>,
  furtherBatches: ImportPreview['furtherBatches'],
): ImportPreview {
  const { added, present, lastPosition, ...summary } = draft;
  const sample = view.rows.slice(0, sampleRows);
  const { fileName, format, encoding, delimiter, isPeopleList, sheets, sheet, hiddenRows, hiddenColumns } =
    table;
  // Selecting an encoding answers the doubt, even if it is the guessed one.
  const encodingDoubt = options.encoding === undefined ? table.encodingDoubt : null;
  return {
    importId,
    ...{ fileName, format, encoding, encodingDoubt, delimiter, isPeopleList, sheets, sheet },
    ...{ hiddenRows, hiddenColumns },
    headerRow: view.headerRow,
    topRows: table.rows.slice(0, sampleRows).map((cells, index) => ({
      rowNumber: table.rowNumbers[index] ?? index + 1,
      cells: cells.map(cut),
    })),
    headers: view.headers.map(cut),
    columns: view.columns.map(({ name, isEmpty }) => ({ name: cut(name), isEmpty })),
    ...{ mapping, questions },
    sample: sample.map(({ cells }) => cells.map(cut)),
    sampleNames: sample.map(({ cells }) => cut(nameOf(cells))),
    rows: view.rows.length,
    added: added.length,
    furtherBatches,
    ...summary,
  };
}

const cut = (cell: string): string => (cell.length > sampleCell ? `${cell.slice(0, sampleCell)}…` : cell);
