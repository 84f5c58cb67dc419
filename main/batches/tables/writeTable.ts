import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { byteOrderMark, csvLines } from '../../files/csv';
import { saveFile } from '../../files/saveFile';
import { workbookText } from '../../files/workbookText';
import type { TableToWrite } from './request';

/**
 * Writes a table: CSV for Excel (UTF-8 with a byte order mark), or a workbook of one sheet in which every cell is text. Neither
 * can contain a formula, and `readTable` reads the same texts from both.
 * @throws CodedError DISK_FULL or FILE_NOT_SAVED, and then leaves no file
 */
export async function writeTable({ file, format, rows }: TableToWrite): Promise<void> {
  await saveFile(file, format === 'csv' ? [byteOrderMark + csvLines(rows)] : [await workbook(rows)]);
}

/** Max and min width of a column, in characters, and how many rows determine it. */
const widest = 40;
const narrowest = 10;
const lookedAt = 100;

const widths = (rows: TableToWrite['rows']): { width: number }[] =>
  (rows[0] ?? []).map((_, column) => {
    const lengths = rows.slice(0, lookedAt).map((row) => (row[column] ?? '').length + 2);
    return { width: Math.min(widest, Math.max(narrowest, ...lengths)) };
  });

const workbook = (rows: TableToWrite['rows']): Promise<Buffer> =>
  writeXlsxFile(
    rows.map((row, index): SheetData[number] =>
      row.map((value) =>
        value === ''
          ? null
          : {
              value: workbookText(value),
              type: String,
              ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
            },
      ),
    ),
    { sheet: 'Invitations', columns: widths(rows), stickyRowsCount: 1 },
  ).toBuffer();
