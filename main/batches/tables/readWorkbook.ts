import readXlsxFile, { type CellValue, type Sheet } from 'read-excel-file/node';
import { CodedError } from '../../../shared/errors';
import { formatNumber } from '../../../shared/formats';
import { sparseSheet } from './sparseSheet';
import { storedArchive } from './storedArchive';
import { mostColumns, notTaken, placeIn } from './troubles';
import { unpack, UnpacksToTooMuch } from './unpack';
import { unpackedSize } from './unpackedSize';

/** The rows of one sheet, empty ones included, and what the other sheets are called. */
export interface WorkbookTable {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** More than this no list of people unpacks to, in bytes. */
const largestUnpacked = 300 * 1024 * 1024;

/** How many cells the rows and columns of one sheet may span, gaps included: the library fills them. */
const mostSpanned = 8_000_000;

/**
 * The values of an Excel workbook; of a formula what it came to when the file was saved. Nothing is calculated.
 * @param wanted the sheet a person chose; else the first that holds anything
 * @throws CodedError INVALID_INPUT when it is damaged or none, naming row and column where there is one
 */
export async function readWorkbook(
  bytes: Buffer,
  fileName: string,
  wanted: string | undefined,
): Promise<WorkbookTable> {
  if (unpackedSize(bytes) > largestUnpacked) throw tooLarge(fileName);
  const sheets = await sheetsIn(bytes, fileName);
  const chosen =
    sheets.find(({ sheet }) => sheet === wanted) ??
    sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ??
    sheets[0];
  if (chosen === undefined) throw damaged(fileName);
  return {
    sheets: sheets.map(({ sheet }) => sheet),
    sheet: chosen.sheet,
    rows: chosen.data.map((row) => row.map(textOf)),
  };
}

async function sheetsIn(bytes: Buffer, fileName: string): Promise<Sheet[]> {
  try {
    return await readXlsxFile(lean(bytes, fileName), { trim: false });
  } catch (thrown) {
    throw explained(thrown, fileName);
  }
}

/** The workbook without what would take memory and holds nothing. */
function lean(bytes: Buffer, fileName: string): Buffer {
  const isRead = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels');
  const parts = new Map(unpack(bytes, isRead, largestUnpacked));
  for (const [name, part] of parts) {
    if (!part.includes('sheetData')) continue;
    const { xml, lastRow, lastColumn } = sparseSheet(part.toString(), mostColumns);
    if (lastRow * lastColumn > mostSpanned) throw tooFar(fileName, lastRow);
    parts.set(name, Buffer.from(xml));
  }
  return storedArchive(parts);
}

const tooLarge = (fileName: string): Error =>
  notTaken(
    `${fileName} unpacks to more than 300 MB, which no list of people does. Save the list alone as a new workbook.`,
  );

const tooFar = (fileName: string, row: number): Error =>
  notTaken(
    `${fileName} has a cell in row ${formatNumber(row)}, far below the list. Clear it, or save the list alone as a new workbook.`,
  );

/** The library names a cell that it cannot read by its numbers: "<c/> at row 3, col 2: VALUE_INVALID". */
function explained(thrown: unknown, fileName: string): Error {
  if (thrown instanceof UnpacksToTooMuch) return tooLarge(fileName);
  if (thrown instanceof CodedError) return thrown;
  const [, row, column] =
    /at row (\d+),? col (\d+)/.exec(thrown instanceof Error ? thrown.message : '') ?? [];
  if (row === undefined || column === undefined) return damaged(fileName);
  return notTaken(
    `${placeIn(fileName, Number(row), Number(column) - 1)} cannot be read: the file is damaged. Open it in Excel, save it as a new .xlsx, and choose that.`,
  );
}

const damaged = (fileName: string): Error =>
  notTaken(
    `${fileName} is damaged or no Excel workbook. Open it in the program it comes from, save it as .xlsx or CSV, and choose that.`,
  );

function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return dayOrTime(value);
  return String(value);
}

/** "2026-11-24", with the time of day where there is one. */
const dayOrTime = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? ''
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '')
        .replace(/ 00:00:00$/, '');
