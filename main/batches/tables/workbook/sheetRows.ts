import type { Archive } from './archive';
import type { NumberDoubt } from './cellNumbers';
import { cellReader, type Attributes, type CellContext, type CellValue, type Place } from './sheetCell';
import { readXml } from './xml';
import { isOn } from './workbookPart';

/** A non-empty row. Rows count from 1, columns from 0. */
export interface SheetRow {
  readonly rowNumber: number;
  readonly isHidden: boolean;
  readonly cells: readonly string[];
}

/** A cell whose number may have lost digits or zeros; `doubt` is null for an ordinary number. */
export interface NumberCell {
  readonly rowNumber: number;
  readonly column: number;
  readonly text: string;
  readonly doubt: NumberDoubt | null;
}

export interface SheetRows {
  /** By row number. */
  readonly rows: readonly SheetRow[];
  readonly hiddenColumns: readonly number[];
  /** Whole numbers: doubtful ones, and those that could be IDs. */
  readonly numbers: readonly NumberCell[];
  /** Cells to the right of the columns that are read. */
  readonly far: { readonly rowNumbers: readonly number[]; readonly columns: ReadonlySet<number> };
}

/** A sheet contains more than can be read. */
export class HoldsTooMuch extends Error {
  constructor(readonly what: 'rows' | 'cells' | 'text') {
    super('A sheet holds too much.');
  }
}

export interface SheetLimits {
  /** Columns to read. */
  readonly columns: number;
  /** Non-empty rows, and the cells up to the last one of each. */
  readonly rows: number;
  readonly cells: number;
  /** Characters of all texts. */
  readonly text: number;
  /** Reading ends after this many rows; omitted: all. */
  readonly peekRows?: number;
}

/** Max number of whole numbers stored beside their texts. */
const maxNumbers = 100_000;

/**
 * The cells of a sheet that contain text, as Excel shows them. Cells and rows without a reference follow the previous one.
 * @throws BadCell, HoldsTooMuch, NotWellFormed and like `Archive.contentOf`
 */
export async function readSheetRows(
  archive: Archive,
  part: string,
  context: CellContext,
  limits: SheetLimits,
): Promise<SheetRows> {
  const table = tableOf(limits);
  const cell = cellReader(context);
  let isInCell = false;
  let isInRows = false;
  await readXml(archive.contentOf(part), {
    open(name, attributes) {
      if (isInCell) cell.open(name);
      else if (name === 'c' && isInRows) {
        isInCell = true;
        const { r: place } = attributes;
        cell.begin(attributes, table.place(place));
      } else if (name === 'row' && isInRows) {
        table.beginRow(attributes);
      } else if (name === 'sheetData') isInRows = true;
      else if (name === 'col') table.column(attributes);
    },
    text(text) {
      if (isInCell) cell.text(text);
    },
    close(name) {
      if (name === 'c') {
        isInCell = false;
        if (isInRows) table.add(cell.end());
      } else if (isInCell) cell.close(name);
      else if (name === 'row') table.endRow();
      else if (name === 'sheetData') isInRows = false;
    },
    isDone: () => limits.peekRows !== undefined && table.rowCount() >= limits.peekRows,
  });
  return table.end();
}

interface RowTable {
  readonly beginRow: (attributes: Attributes) => void;
  readonly column: (attributes: Attributes) => void;
  /** A cell's position, by its reference or after the previous one. */
  readonly place: (written: string | undefined) => Place;
  readonly add: (cell: CellValue) => void;
  readonly endRow: () => void;
  readonly rowCount: () => number;
  readonly end: () => SheetRows;
}

/** Like `SheetRows.far`, while reading. */
interface FarCells {
  readonly rowNumbers: number[];
  readonly columns: Set<number>;
}

/** Puts cells into rows. */
function tableOf(limits: SheetLimits): RowTable {
  const rows: SheetRow[] = [];
  const numbers: NumberCell[] = [];
  const far: FarCells = { rowNumbers: [], columns: new Set() };
  const hiddenColumns = new Set<number>();
  let rowNumber = 0;
  let isHidden = false;
  let column = -1;
  let cells: string[] = [];
  let spanned = 0;
  let length = 0;

  const endRow = (): void => {
    if (cells.length > 0) {
      rows.push({ rowNumber, isHidden, cells });
      spanned += cells.length;
      refuseTooMany(rows.length, spanned, limits);
    }
    cells = [];
  };
  return {
    beginRow({ r, hidden, ht }) {
      rowNumber = r === undefined || !/^\d{1,8}$/.test(r) ? rowNumber + 1 : Number(r);
      isHidden = isOn(hidden) || Number(ht ?? 1) === 0;
      column = -1;
    },
    column(attributes) {
      for (const hidden of hiddenAmong(attributes, limits.columns)) hiddenColumns.add(hidden);
    },
    place(written) {
      column = (written === undefined ? null : columnOf(written)) ?? column + 1;
      return { rowNumber, column };
    },
    add({ text, number, ...place }) {
      if (text === '') return;
      length += text.length;
      if (length > limits.text) throw new HoldsTooMuch('text');
      if (place.column >= limits.columns) {
        if (text.trim() !== '') noteFar(far, place);
        return;
      }
      while (cells.length < place.column) cells.push('');
      cells[place.column] = text;
      if (number === undefined || numbers.length >= maxNumbers) return;
      if (number.doubt !== null || /^\d+$/.test(text)) numbers.push({ ...place, text, doubt: number.doubt });
    },
    endRow,
    rowCount: () => rows.length,
    end() {
      endRow();
      putInOrder(rows);
      return {
        rows,
        hiddenColumns: [...hiddenColumns].sort((one, other) => one - other),
        numbers,
        far,
      };
    },
  };
}

/** The columns that a `col` element hides, counted from 0. */
function* hiddenAmong({ min, max, hidden, width }: Attributes, columns: number): Iterable<number> {
  if (!isOn(hidden) && Number(width ?? 1) !== 0) return;
  const last = Math.min(Number(max), columns);
  for (let at = Number(min); at <= last; at += 1) yield at - 1;
}

function noteFar(far: FarCells, { rowNumber, column }: Place): void {
  far.columns.add(column);
  if (far.rowNumbers.at(-1) !== rowNumber) far.rowNumbers.push(rowNumber);
}

function refuseTooMany(rows: number, cells: number, limits: SheetLimits): void {
  if (rows > limits.rows) throw new HoldsTooMuch('rows');
  if (cells > limits.cells) throw new HoldsTooMuch('cells');
}

/** By row number. Few sheets need it. */
function putInOrder(rows: SheetRow[]): void {
  const isOrdered = rows.every((row, at) => at === 0 || (rows[at - 1]?.rowNumber ?? 0) < row.rowNumber);
  if (!isOrdered) rows.sort((one, other) => one.rowNumber - other.rowNumber);
}

/** 27 for "AB7"; null for an invalid reference. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return at === 0 || at > 3 ? null : column - 1;
}
