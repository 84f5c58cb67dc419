import writeXlsxFile, { type Cell, type Sheet, type SheetData } from 'write-excel-file/node';
import { writableText } from '../../files/workbookText';
import type { Column, Value } from './column';

/** As write-excel-file takes it. */
type WorkbookSheet = Sheet<Buffer>;

interface SheetContents<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** One line each above the rows: the filter, and when it was exported. */
  readonly about?: readonly string[];
}

/**
 * A sheet of an Excel workbook. Every text is stored as text, whatever it looks like, so it can't become a formula.
 */
export function sheetOf<Row>({ name, columns, rows, about = [] }: SheetContents<Row>): WorkbookSheet {
  const lines: SheetData = about.map((line, index) => [text(line, index === 0)]);
  return {
    sheet: name,
    data: [
      ...(lines.length === 0 ? [] : [...lines, []]),
      columns.map(({ header }) => text(header, true)),
      ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: lines.length === 0 ? 1 : lines.length + 2,
    dateFormat: 'yyyy-mm-dd hh:mm',
  };
}

/** An Excel workbook with these sheets. */
export const workbook = (sheets: readonly WorkbookSheet[]): Promise<Buffer> =>
  writeXlsxFile([...sheets]).toBuffer();

function cell(value: Value): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return text(value);
  return typeof value === 'number' ? { value, type: Number } : { value, type: Date };
}

const text = (value: string, bold = false): Cell => ({
  value: writableText(value),
  type: String,
  ...(bold ? { fontWeight: 'bold' } : {}),
});
