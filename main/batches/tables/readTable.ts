import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxFileBytes } from '../../../shared/domain/batch/batchImport';
import { formatNumber } from '../../../shared/text/formats';
import { readUpTo } from '../../files/readUpTo';
import { refuseOtherKinds } from './otherKinds';
import { readPastedText, type ReadText } from './text/readPastedText';
import { readTextFile } from './text/readText';
import type { ReadOptions, Table, TableSource } from './request';
import { maxRows, maxColumns, notTaken } from './troubles';
import { noSheet, readSheetTable } from './workbookTable';
import { tablesErrorText } from './tablesErrorText';

/**
 * Reads a file or pasted text as a table. It may take long, so the app runs it in a separate process (process.ts). The kind of
 * file is determined by its content, not its name.
 * @throws CodedError INVALID_INPUT when it can't be read, with what to do
 */
export async function readTable(source: TableSource, options: ReadOptions): Promise<Table> {
  if ('text' in source) {
    const fileName = 'Pasted text';
    const read = readPastedText(source.text, fileName, options.delimiter);
    const found = {
      format: 'text' as const,
      encoding: null,
      encodingDoubt: null,
      mended: [],
      ...textFound(read),
    };
    return {
      fileName,
      sha256: sha256(source.text),
      ...found,
      ...filled(read.rows, fileName, read.rowNumbers),
    };
  }
  const fileName = shortName(source.file);
  const bytes = await bytesOf(source.file, fileName);
  refuseOtherKinds(bytes, fileName);
  const origin = { fileName, sha256: sha256(bytes) };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const { rows, rowNumbers, ...sheet } = await readSheetTable(bytes, fileName, options);
    const found = {
      format: 'xlsx' as const,
      encoding: null,
      encodingDoubt: null,
      delimiter: null,
      isPeopleList: false,
      mended: [],
    };
    return { ...origin, ...found, ...sheet, ...filled(rows, fileName, rowNumbers) };
  }
  const read = readTextFile(bytes, fileName, options);
  const { encoding, encodingDoubt, mended } = read;
  const found = { format: 'csv' as const, encoding, encodingDoubt, mended: [...mended], ...textFound(read) };
  return { ...origin, ...found, ...filled(read.rows, fileName, read.rowNumbers) };
}

const textFound = ({
  delimiter,
  ruleLines,
  farRows,
}: ReadText): Pick<Table, 'delimiter' | 'isPeopleList' | 'leftOut' | keyof typeof noSheet> => ({
  ...{ delimiter, isPeopleList: delimiter === null, ...noSheet },
  leftOut: [...leftOutRows('farCells', farRows), ...leftOutRows('ruleLines', ruleLines)],
});

const leftOutRows = (
  reason: Table['leftOut'][number]['reason'],
  rowNumbers: readonly number[],
): Table['leftOut'] =>
  rowNumbers.length === 0
    ? []
    : [{ reason, count: rowNumbers.length, rowNumbers: rowNumbers.slice(0, 100), names: [] }];

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** A name can be as long as the system allows; sentences shouldn't be. */
function shortName(file: string): string {
  const name = basename(file);
  return name.length > 120 ? `${name.slice(0, 100)}…${name.slice(-19)}` : name;
}

async function bytesOf(file: string, fileName: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) throw notOpened(fileName);
  try {
    const { size } = await handle.stat();
    if (size > maxFileBytes) {
      throw notTaken(tablesErrorText.tooLarge(fileName, (size / 1024 / 1024).toFixed(0)));
    }
    return await readUpTo(handle, maxFileBytes);
  } catch (thrown) {
    if (thrown instanceof Error && 'syscall' in thrown) throw notOpened(fileName);
    throw thrown;
  } finally {
    await handle.close();
  }
}

const notOpened = (fileName: string): Error => notTaken(tablesErrorText.notRead(fileName));

/**
 * The rows that contain anything, with their numbers, within the limits.
 * @param numbers the numbers of all rows; counted from 1 if omitted
 */
function filled(
  rows: readonly (readonly string[])[],
  fileName: string,
  numbers?: readonly number[],
): Pick<Table, 'rows' | 'rowNumbers'> {
  const filledRows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    if (row.length > maxColumns) {
      throw notTaken(
        tablesErrorText.tooManyColumns(
          fileName,
          String(numbers?.[index] ?? index + 1),
          formatNumber(row.length),
          String(maxColumns),
        ),
      );
    }
    filledRows.push(row);
    rowNumbers.push(numbers?.[index] ?? index + 1);
  });
  if (filledRows.length === 0) throw notTaken(tablesErrorText.noRows(fileName));
  if (filledRows.length > maxRows) {
    throw notTaken(
      tablesErrorText.tooManyRows(fileName, formatNumber(filledRows.length), formatNumber(maxRows)),
    );
  }
  return { rows: filledRows as string[][], rowNumbers };
}
