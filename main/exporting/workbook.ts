import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Invitation } from '../../shared/domain/invitation/invitation';
import { writableText } from '../files/workbookText';
import { accountColumns, type Column, type ExportedAccount, type Value } from './columns';

/** What a workbook contains besides its rows. */
export interface Contents {
  readonly columns: readonly Column<Invitation>[];
  readonly invitations: readonly Invitation[];
  readonly accounts: readonly ExportedAccount[];
  /** One line each above the invitations: the filter, and when it was exported. */
  readonly about: readonly string[];
}

/**
 * An Excel workbook with the sheets "Invitations" and "Accounts". Every text is stored as text, whatever it looks like, so it
 * can't become a formula.
 */
export function workbook({ columns, invitations, accounts, about }: Contents): Promise<Buffer> {
  const lines: SheetData = about.map((line, index) => [text(line, index === 0)]);
  return writeXlsxFile([
    {
      sheet: 'Invitations',
      data: [...lines, [], ...table(columns, invitations)],
      columns: widths(columns),
      stickyRowsCount: about.length + 2,
      dateFormat: timeFormat,
    },
    {
      sheet: 'Accounts',
      data: table(accountColumns, accounts),
      columns: widths(accountColumns),
      stickyRowsCount: 1,
      dateFormat: timeFormat,
    },
  ]).toBuffer();
}

const timeFormat = 'yyyy-mm-dd hh:mm';

const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): SheetData => [
  columns.map(({ header }) => text(header, true)),
  ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
];

const widths = <Row>(columns: readonly Column<Row>[]): { width: number }[] =>
  columns.map(({ width }) => ({ width }));

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
