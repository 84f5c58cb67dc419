import type { ImportLeftOut } from '../../../shared/domain/batch/batchImport';
import { readWorkbook, type WorkbookTable } from './readWorkbook';
import type { ReadOptions, Table } from './request';
import { columnLetters, maxStrayColumns, maxColumns, notTaken, placeIn } from './troubles';
import { tablesErrorText } from './tablesErrorText';

/** The fields of a table that isn't a workbook sheet. */
export const noSheet = {
  sheets: [],
  sheet: null,
  hiddenRows: 0,
  hiddenColumns: [],
  storedAsNumbers: [],
} satisfies Partial<Table>;

type SheetTable = Pick<Table, keyof typeof noSheet | 'leftOut' | 'rows' | 'rowNumbers'>;

/**
 * The rows of a workbook's sheet without the hidden ones.
 * @throws CodedError INVALID_INPUT like `readWorkbook`, and if nothing is visible
 */
export async function readSheetTable(
  bytes: Buffer,
  fileName: string,
  { sheet: wanted, withHiddenRows = false }: ReadOptions,
): Promise<SheetTable> {
  const { sheets, sheet, rows, hiddenColumns, numbers, far } = await readWorkbook(bytes, fileName, wanted);
  const hidden = rows.filter(({ isHidden }) => isHidden).map(({ rowNumber }) => rowNumber);
  const shown = withHiddenRows ? rows : rows.filter(({ isHidden }) => !isHidden);
  refuseTooWide(far, fileName);
  refuseUnseen(shown.length, hidden.length, sheet, sheets, fileName);
  const otherHidden = sheets.filter(({ name, isHidden }) => isHidden && name !== sheet);
  const leftOut: ImportLeftOut[] = [];
  if (!withHiddenRows && hidden.length > 0) {
    leftOut.push({ reason: 'hiddenRows', count: hidden.length, ...rowsNamed(hidden) });
  }
  if (far.columns.size > 0) {
    leftOut.push({ reason: 'farCells', count: far.rowNumbers.length, ...rowsNamed(far.rowNumbers) });
  }
  if (otherHidden.length > 0) {
    const names = otherHidden.map(({ name }) => name).slice(0, maxNames);
    leftOut.push({ reason: 'hiddenSheets', count: otherHidden.length, rowNumbers: [], names });
  }
  const isShown = new Set(shown.map(({ rowNumber }) => rowNumber));
  return {
    sheets: [...sheets],
    sheet,
    hiddenRows: hidden.length,
    hiddenColumns: hiddenColumns.filter((column) => shown.some(({ cells }) => (cells[column] ?? '') !== '')),
    storedAsNumbers: storedAsNumbers(numbers.filter(({ rowNumber }) => isShown.has(rowNumber))),
    leftOut,
    rows: shown.map(({ cells }) => cells as string[]),
    rowNumbers: shown.map(({ rowNumber }) => rowNumber),
  };
}

/** How many rows, and how many sheets, are listed. */
const maxRowNumbers = 100;
const maxNames = 20;

const rowsNamed = (rowNumbers: readonly number[]): Pick<ImportLeftOut, 'rowNumbers' | 'names'> => ({
  rowNumbers: rowNumbers.slice(0, maxRowNumbers),
  names: [],
});

function refuseTooWide({ columns, rowNumbers }: WorkbookTable['far'], fileName: string): void {
  if (columns.size <= maxStrayColumns) return;
  throw notTaken(
    tablesErrorText.tableTooWide(placeIn(fileName, rowNumbers[0] ?? 1, maxColumns), String(maxColumns)),
  );
}

function refuseUnseen(
  shown: number,
  hidden: number,
  sheet: string,
  sheets: WorkbookTable['sheets'],
  fileName: string,
): void {
  if (shown > 0) return;
  if (hidden > 0) {
    throw notTaken(tablesErrorText.rowsHidden(fileName, sheet));
  }
  const others = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => `“${name}”`);
  if (others.length > 0) {
    throw notTaken(tablesErrorText.sheetsHidden(fileName, others.slice(0, maxNames).join(', ')));
  }
}

/** By column and reason. */
function storedAsNumbers(numbers: WorkbookTable['numbers']): Table['storedAsNumbers'] {
  const found = new Map<string, Table['storedAsNumbers'][number]>();
  for (const { rowNumber, column, text, doubt } of numbers) {
    const key = `${String(column)} ${String(doubt)}`;
    const each = found.get(key) ?? {
      column,
      letters: columnLetters(column),
      doubt,
      count: 0,
      rowNumbers: [],
      example: text,
    };
    each.count += 1;
    if (each.rowNumbers.length < maxRowNumbers) each.rowNumbers.push(rowNumber);
    found.set(key, each);
  }
  return [...found.values()];
}
