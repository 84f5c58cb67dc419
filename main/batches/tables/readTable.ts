import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { mostRows } from '../../../shared/domain/batch';
import { largestFile } from '../../../shared/domain/batchImport';
import { formatNumber } from '../../../shared/formats';
import { readPastedText } from './text/readPastedText';
import { readTextFile } from './text/readText';
import { readWorkbook } from './readWorkbook';
import type { ReadOptions, Table, TableSource } from './request';
import { mostColumns, notTaken } from './troubles';

/**
 * Reads a file or a pasted text as a table. It takes the time it takes: the app runs it in a process of its own
 * (process.ts). What a file is is told from its content, not from its name.
 * @throws CodedError INVALID_INPUT when it cannot be taken, with the remedy
 */
export async function readTable(source: TableSource, options: ReadOptions): Promise<Table> {
  if ('text' in source) {
    const fileName = 'Pasted text';
    const { rows, delimiter } = readPastedText(source.text, fileName, options.delimiter);
    const found = {
      format: 'text' as const,
      encoding: null,
      encodingDoubt: null,
      delimiter,
      isPeopleList: delimiter === null,
      sheets: [],
      sheet: null,
      mended: [],
      hiddenColumns: [],
      leftOut: [],
    };
    return { fileName, sha256: sha256(source.text), ...found, ...filled(rows, fileName) };
  }
  const fileName = shortName(source.file);
  const bytes = await bytesOf(source.file, fileName);
  refuseOthers(bytes, fileName);
  const origin = { fileName, sha256: sha256(bytes) };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const { sheets, sheet, rows } = await readWorkbook(bytes, fileName, options.sheet);
    const found = {
      format: 'xlsx' as const,
      encoding: null,
      encodingDoubt: null,
      delimiter: null,
      isPeopleList: false,
      sheets: [...sheets],
      sheet,
      mended: [],
      hiddenColumns: [],
      leftOut: [],
    };
    return { ...origin, ...found, ...filled(rows, fileName) };
  }
  const { encoding, delimiter, rows, mended } = readTextFile(bytes, fileName, options);
  const found = {
    format: 'csv' as const,
    encoding,
    encodingDoubt: null,
    delimiter,
    isPeopleList: false,
    sheets: [],
    sheet: null,
    mended: [...mended],
    hiddenColumns: [],
    leftOut: [],
  };
  return { ...origin, ...found, ...filled(rows, fileName) };
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** A name can be as long as the system lets it be; sentences should not. */
function shortName(file: string): string {
  const name = basename(file);
  return name.length > 120 ? `${name.slice(0, 100)}…${name.slice(-19)}` : name;
}

/** A file is read in pieces of so many bytes. */
const pieceSize = 256 * 1024;

async function bytesOf(file: string, fileName: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) throw notOpened(fileName);
  try {
    const { size } = await handle.stat();
    if (size > largestFile) {
      throw notTaken(
        `${fileName} has ${(size / 1024 / 1024).toFixed(0)} MB, and at most 20 MB are read. Save the list alone in a file of its own, or split it.`,
      );
    }
    // Not `readFile`: what grows while it is read, or never ends, is cut here.
    const pieces: Buffer[] = [];
    for (let length = 0; length <= largestFile;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceSize), 0, pieceSize, null);
      if (bytesRead === 0) break;
      pieces.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
    return Buffer.concat(pieces);
  } catch (thrown) {
    if (thrown instanceof Error && 'syscall' in thrown) throw notOpened(fileName);
    throw thrown;
  } finally {
    await handle.close();
  }
}

const notOpened = (fileName: string): Error =>
  notTaken(
    `${fileName} could not be read. Check that it is still there, that you may read it and that no other program holds it, then choose it again.`,
  );

/** What begins so is none of ours. */
const otherKinds: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'a text document'],
];

function refuseOthers(bytes: Buffer, fileName: string): void {
  if (bytes.length === 0) throw notTaken(`${fileName} is empty. Choose a file with rows in it.`);
  const start = bytes.subarray(0, 8).toString('latin1');
  // Compound File Binary: the container of encrypted workbooks ([MS-OFFCRYPTO] 2.3.4) as of Excel’s format before 2007.
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    throw notTaken(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
        ? `${fileName} is protected with a password. Open it in Excel, remove the password under “Protect workbook”, save it, and choose it again.`
        : `${fileName} is in the old Excel format (.xls). Open it in Excel, save it as .xlsx, and choose that.`,
    );
  }
  const other = otherKinds.find(([mark]) => start.startsWith(mark));
  if (other !== undefined) {
    throw notTaken(
      `${fileName} is ${other[1]}, whatever its name says. Choose a .csv, .tsv, .txt or .xlsx file.`,
    );
  }
}

/** The rows that hold anything, with their numbers; within what is taken. */
function filled(rows: readonly (readonly string[])[], fileName: string): Pick<Table, 'rows' | 'rowNumbers'> {
  const kept: string[][] = [];
  const rowNumbers: number[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    if (row.length > mostColumns) {
      throw notTaken(
        `${fileName}, row ${String(index + 1)} has ${formatNumber(row.length)} columns, and at most ${String(mostColumns)} are taken. Choose another delimiter, or save the list alone in a file of its own.`,
      );
    }
    kept.push([...row]);
    rowNumbers.push(index + 1);
  });
  if (kept.length === 0) throw notTaken(`${fileName} holds no rows. Choose one with rows in it.`);
  // One more is the row of headers.
  if (kept.length > mostRows + 1) {
    throw notTaken(
      `${fileName} holds ${formatNumber(kept.length)} rows, and at most ${formatNumber(mostRows)} are taken. Split it into several files.`,
    );
  }
  return { rows: kept, rowNumbers };
}
