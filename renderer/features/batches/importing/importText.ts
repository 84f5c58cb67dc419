import type { Batch } from '../../../../shared/domain/batch/batch';
import type {
  ImportLeftOut,
  ImportPreview,
  ImportQuestion,
} from '../../../../shared/domain/batch/batchImport';
import { pluralize, byCount } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';

/** Sentences on the screens of the import. */

type LeftOutSentence = (count: number) => string;

const leftOutSentences: Readonly<Record<ImportLeftOut['reason'], LeftOutSentence>> = {
  hiddenRows: (count) => pluralize(count, 'hidden row'),
  hiddenColumns: (count) => pluralize(count, 'hidden column'),
  hiddenSheets: (count) => pluralize(count, 'hidden sheet'),
  farCells: (count) => `${pluralize(count, 'row')} with cells far to the right of the list`,
  aboveHeader: (count) => `${pluralize(count, 'row')} above the column headers`,
  totals: (count) => pluralize(count, 'row of totals', 'rows of totals'),
  repeatedHeaders: (count) => pluralize(count, 'repeated header row'),
  emptyColumns: (count) => pluralize(count, 'empty column'),
  ruleLines: (count) => pluralize(count, 'line of rules', 'lines of rules'),
  duplicates: (count) => `${pluralize(count, 'row')} identical to another row`,
};

/** "3 hidden rows", and where: "Rows 4, 5, 9", or the names of columns or sheets. */
export function leftOutText({ reason, count, rowNumbers, names }: ImportLeftOut): {
  readonly what: string;
  readonly where: string;
} {
  const what = leftOutSentences[reason](count);
  if (names.length > 0)
    return {
      what,
      where: shortened(
        names.map((name) => `“${name}”`),
        count,
      ),
    };
  return { what, where: rowNumbers.length === 0 ? '' : rowNumbersText(rowNumbers, count) };
}

/** Nobody reads more than this in a line. */
const maxShown = 20;

const shortened = (texts: readonly string[], count = texts.length): string =>
  `${texts.slice(0, maxShown).join(', ')}${count > maxShown ? ', …' : ''}`;

/** "Row 4", or "Rows 4, 5, 9, …". @param count how many rows there are, listed or not */
export const rowNumbersText = (rowNumbers: readonly number[], count: number): string =>
  `${count === 1 ? 'Row' : 'Rows'} ${shortened(rowNumbers.map(String), count)}`;

/** "Row 4: Team list, November", as an entry of the list of header rows. */
export const topRowText = ({ rowNumber, cells }: ImportPreview['topRows'][number]): string =>
  `Row ${formatNumber(rowNumber)}: ${cells.filter((cell) => cell.trim() !== '').join(' | ')}`;

/** The question which column has the people to invite, and its answers. @param columns how many columns may have them */
export const addressQuestionText = (
  columns: number,
): { readonly title: string; readonly allLabel: string; readonly noneLabel: string } =>
  columns === 1
    ? {
        title: 'This column looks like the addresses of someone else. Should these people be invited?',
        allLabel: '',
        noneLabel: 'No, this file has no addresses to invite',
      }
    : {
        title: `${formatNumber(columns)} columns hold email addresses. Which one has the people to invite?`,
        allLabel:
          columns === 2
            ? 'Both: each address is a person to invite'
            : 'All of them: each address is a person to invite',
        noneLabel: 'None of them',
      };

/** The sentences of the columns step above the sample. */
export function columnsText({ severalPeople, mapping }: ImportPreview): string {
  const what = 'Say above each column what it holds. Columns that are left out aren’t imported.';
  const joined =
    mapping.givenName !== null && mapping.familyName !== null ? ' First and last names are joined.' : '';
  return `${what}${joined}${severalPeople.rows === 0 ? '' : ` ${severalPeopleText(severalPeople)}`}`;
}

/** "2 rows have several addresses and become 5 people (Rows 4, 9)." */
export const severalPeopleText = ({ rows, people, rowNumbers }: ImportPreview['severalPeople']): string =>
  byCount(
    rows,
    `1 row has several addresses and becomes ${pluralize(people, 'person', 'people')} (${rowNumbersText(rowNumbers, rows)}).`,
    `${formatNumber(rows)} rows have several addresses and become ${pluralize(people, 'person', 'people')} (${rowNumbersText(rowNumbers, rows)}).`,
  );

/**
 * How a name reads in a file whose encoding was guessed. It is a question if another reading is about as likely, and only a
 * statement if no other is likely.
 * @param encodingName the encoding's name
 */
export function encodingText(
  { rowNumber, text, others, mustAnswer }: NonNullable<ImportPreview['encodingDoubt']>,
  encodingName: string,
): { readonly header: string; readonly label: string; readonly description: string } {
  const row = `row ${String(rowNumber)}`;
  if (others.length === 0) {
    const label = `The file doesn’t say how its letters are encoded. ${encodingName} fits best: ${row} reads “${text}”. If that’s wrong, select another encoding below.`;
    return { header: '', label, description: '' };
  }
  const unknown = 'The file doesn’t say how its letters are encoded.';
  const other = 'If no reading is right, select another encoding below.';
  return mustAnswer
    ? {
        header: 'Are these names right?',
        label: `How should ${row} read?`,
        description: `${unknown} ${other}`,
      }
    : {
        header: 'Check how names read',
        label: `How should ${row} read?`,
        description: `${unknown} The first reading fits best. ${other}`,
      };
}

/** Shown to a person who tries to continue while a question is open. */
export const unansweredText: Readonly<Record<ImportQuestion['kind'], string>> = {
  encoding: 'Confirm how the names should read before you continue.',
  addressColumn: 'Select the column with the people to invite before you continue.',
};

/** Marks an account to which nobody can be invited. */
export const viewerOnlyText = (rows: number): string =>
  `Viewer only: you can’t invite people here (${pluralize(rows, 'row')})`;

/** Their sum; empty if there are none. */
export function viewerOnlySummary(accounts: ImportPreview['accounts']): string {
  const marked = accounts.filter(({ isViewerOnly, match }) => isViewerOnly && match !== 'similar');
  const rows = marked.reduce((sum, each) => sum + each.rows, 0);
  if (marked.length === 0) return '';
  return `You’re a viewer in ${pluralize(marked.length, 'account')} of this file, so ${pluralize(rows, 'row')} can’t be sent. Select another account, or remove the rows in the grid.`;
}

/** "30,500 rows: the first 20,000 go into this batch, the other 10,500 into a new batch “Team (2)”." */
export function furtherBatchesText({
  added,
  furtherBatches,
}: Pick<ImportPreview, 'added' | 'furtherBatches'>): string {
  const further = furtherBatches.reduce((sum, { rows }) => sum + rows, 0);
  const here = added - further;
  const [only] = furtherBatches;
  const where =
    furtherBatches.length === 1 && only !== undefined
      ? `into a new batch “${only.name}”`
      : `into new batches: ${furtherBatches.map(({ name, rows }) => `${formatNumber(rows)} into “${name}”`).join(', ')}`;
  return here === 0
    ? byCount(
        added,
        `1 row: this batch is full, so it goes ${where}.`,
        `${formatNumber(added)} rows: this batch is full, so they go ${where}.`,
      )
    : `${pluralize(added, 'row')}: the first ${formatNumber(here)} go into this batch, the other ${formatNumber(further)} ${where}.`;
}

/** "This batch is full, so 10,500 rows went into another batch", after they were added. */
export function rowsElsewhereText(
  batches: readonly { readonly counts: Pick<Batch['counts'], 'rows'> }[],
): string {
  const rows = batches.reduce((sum, { counts }) => sum + counts.rows, 0);
  const where = batches.length === 1 ? 'another batch' : `${formatNumber(batches.length)} other batches`;
  return `This batch is full, so ${pluralize(rows, 'row')} went into ${where}`;
}

/** A sheet in the list of a workbook's sheets. */
export const sheetLabel = ({ name, isHidden }: ImportPreview['sheets'][number]): string =>
  isHidden ? `${name} (hidden)` : name;

/** A column's name wherever the wizard shows it. */
export const columnLabel = (name: string, isHidden: boolean): string =>
  isHidden ? `${name} (hidden)` : name;

export const hiddenRowsLabel = (count: number): string => `Include ${pluralize(count, 'hidden row')}`;

const numberSentences: Readonly<Record<'digits' | 'zeros' | 'whole', string>> = {
  digits: 'stored as a number; digits after the 15th may be lost',
  zeros: 'stored as a number; zeros before it come from the cell format',
  whole: 'stored as a number; zeros before it may be lost',
};

/** "Column A, 3 cells, such as 123456789012345600: stored as a number; …", and where. */
export const storedAsNumbersText = ({
  letters,
  doubt,
  count,
  rowNumbers,
  example,
}: ImportPreview['storedAsNumbers'][number]): { readonly what: string; readonly where: string } => ({
  what: `Column ${letters}, ${pluralize(count, 'cell')}, such as ${example}: ${numberSentences[doubt ?? 'whole']}`,
  where: rowNumbersText(rowNumbers, count),
});
