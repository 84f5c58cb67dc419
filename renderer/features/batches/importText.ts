import type { ImportLeftOut, ImportPreview } from '../../../shared/domain/batchImport';
import { counted } from '../../../shared/counted';
import { formatNumber } from '../../../shared/formats';

/** Sentences of the import's screens. */

type LeftOutSentence = (count: number) => string;

const leftOutSentences: Readonly<Record<ImportLeftOut['reason'], LeftOutSentence>> = {
  hiddenRows: (count) => counted(count, 'hidden row'),
  hiddenColumns: (count) => counted(count, 'hidden column'),
  hiddenSheets: (count) => counted(count, 'hidden sheet'),
  aboveHeader: (count) => `${counted(count, 'row')} above the column headers`,
  totals: (count) => counted(count, 'row of totals', 'rows of totals'),
  repeatedHeaders: (count) => counted(count, 'repeated header row'),
  emptyColumns: (count) => counted(count, 'empty column'),
  ruleLines: (count) => counted(count, 'line of rules', 'lines of rules'),
  duplicates: (count) => `${counted(count, 'row')} equal to another row in every cell`,
};

/** "3 hidden rows", and where: "Rows 4, 5, 9", or the names of columns or sheets. */
export function leftOutText({ reason, count, rowNumbers, names }: ImportLeftOut): {
  readonly what: string;
  readonly where: string;
} {
  const what = leftOutSentences[reason](count);
  if (names.length > 0) return { what, where: shortened(names.map((name) => `“${name}”`)) };
  return { what, where: rowNumbers.length === 0 ? '' : rowNumbersText(rowNumbers, count) };
}

/** More than this nobody reads in a line. */
const maxShown = 20;

const shortened = (texts: readonly string[], count = texts.length): string =>
  `${texts.slice(0, maxShown).join(', ')}${count > maxShown ? ', …' : ''}`;

/** "Row 4", or "Rows 4, 5, 9, …". @param count how many rows there are, named or not */
export const rowNumbersText = (rowNumbers: readonly number[], count: number): string =>
  `${count === 1 ? 'Row' : 'Rows'} ${shortened(rowNumbers.map(String), count)}`;

/** "Row 4: Team list, November", as an entry of the list of header rows. */
export const topRowText = ({ rowNumber, cells }: ImportPreview['topRows'][number]): string =>
  `Row ${formatNumber(rowNumber)}: ${cells.filter((cell) => cell.trim() !== '').join(' | ')}`;
