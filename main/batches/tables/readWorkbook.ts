import { peopleScore, surelyPeople } from '../columns/headerRow';
import { maxRows, maxColumns, notTaken } from './troubles';
import { openArchive, type Archive } from './workbook/archive';
import { readCellFormats } from './workbook/cellFormats';
import { noWorkbook, refusalOf } from './workbook/refusals';
import { readSharedStrings } from './workbook/sharedStrings';
import { BadCell, type CellContext } from './workbook/sheetCell';
import { readSheetRows, type SheetLimits, type SheetRow, type SheetRows } from './workbook/sheetRows';
import { NotWellFormed } from './workbook/xml';
import { readWorkbookPart, type SheetPart, type WorkbookPart } from './workbook/workbookPart';
import { tablesErrorText } from './tablesErrorText';

/** One sheet of a workbook, and the names of the others. */
export interface WorkbookTable extends Pick<SheetRows, 'hiddenColumns' | 'numbers' | 'far'> {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly sheet: string;
  /** The rows that contain anything, in order; hidden ones too. */
  readonly rows: readonly SheetRow[];
}

/** No list of people unpacks to more than this, in bytes. */
const maxUnpackedBytes = 300 * 1024 * 1024;

const limits: SheetLimits = { columns: maxColumns, rows: maxRows, cells: 8_000_000, text: 100_000_000 };

/** How many rows of a sheet are examined to decide whether they are people. */
const peekedRows = 60;

/**
 * The texts of an Excel workbook's sheet, as Excel shows them; for a formula, its result when the file was saved. Nothing is
 * calculated.
 * @param wanted the sheet a person selected; otherwise the visible one that looks most like people, the active one first
 * @throws CodedError INVALID_INPUT with the actual reason, naming row and column if there is one
 */
export async function readWorkbook(
  bytes: Buffer,
  fileName: string,
  wanted: string | undefined,
): Promise<WorkbookTable> {
  try {
    const archive = openArchive(bytes, maxUnpackedBytes);
    const workbook = await readWorkbookPart(archive);
    if (workbook === null) throw noWorkbook(archive, fileName);
    const context: CellContext = {
      sharedStrings: await readSharedStrings(archive, workbook.sharedStrings),
      formats: await readCellFormats(archive, workbook.styles),
      is1904: workbook.is1904,
    };
    const selected =
      workbook.sheets.find(({ name }) => name === wanted) ??
      (await likelySheet(archive, workbook, context, fileName));
    return {
      sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      sheet: selected.name,
      ...(await readSheetRows(archive, selected.part, context, limits)),
    };
  } catch (thrown) {
    throw refusalOf(thrown, fileName, limits);
  }
}

/**
 * Of the visible sheets, the active one first: one that certainly lists people, otherwise the one that looks most like it,
 * otherwise one that contains anything.
 */
async function likelySheet(
  archive: Archive,
  { sheets, active, missing }: WorkbookPart,
  context: CellContext,
  fileName: string,
): Promise<SheetPart> {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const [only] = visible;
  if (sheets.length === 1 && only !== undefined) return only;
  const inOrder = [...visible].sort((one, other) => Number(other === active) - Number(one === active));
  let best: { readonly sheet: SheetPart; readonly weight: number } | null = null;
  for (const sheet of inOrder) {
    const rows = await firstRows(archive, sheet, context);
    const score = peopleScore(rows);
    if (score >= surelyPeople) return sheet;
    // Without an address the words in a sheet say little: it is as good as any with rows.
    const weight = score < 1 ? 0 : score;
    if (rows.length > 0 && weight > (best?.weight ?? -1)) best = { sheet, weight };
  }
  const found = best?.sheet ?? inOrder[0];
  if (found !== undefined) return found;
  const [lost] = missing;
  if (lost !== undefined) {
    throw notTaken(tablesErrorText.sheetMissing(fileName, lost));
  }
  throw notTaken(
    sheets.length === 0 ? tablesErrorText.noSheet(fileName) : tablesErrorText.hiddenSheetsOnly(fileName),
  );
}

/** The first visible rows of a sheet; none if they can't be read, which is no reason to refuse another sheet. */
async function firstRows(
  archive: Archive,
  { part }: SheetPart,
  context: CellContext,
): Promise<readonly (readonly string[])[]> {
  try {
    const { rows } = await readSheetRows(archive, part, context, { ...limits, peekRows: peekedRows });
    return rows.filter(({ isHidden }) => !isHidden).map(({ cells }) => cells);
  } catch (thrown) {
    if (thrown instanceof BadCell || thrown instanceof NotWellFormed) return [];
    throw thrown;
  }
}
