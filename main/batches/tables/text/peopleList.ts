import { holdsBracketedAddress, parsePeople } from '../../../../shared/domain/invitation/parsePeople';
import { roleOfText } from '../../../../shared/domain/batch/rules/roleWords';
import { isColumnWord } from '../../columns/headerMatch';
import { commonWidth, delimiterOf } from './likelyDelimiter';

type Rows = readonly (readonly string[])[];

/**
 * Whether a text lists people as emails do (`Name <address>; …`, several in a line, or one address a line) and isn't a table: a
 * table has a header row, or the same kind of value in the same column of each row.
 */
export function isListOfPeople(text: string): boolean {
  if (!/[@＠]/.test(text)) return false;
  const table = delimiterOf(text);
  if (table?.rows.slice(0, headRows).some(namesColumns) === true) return false;
  if (table !== null && (table.delimiter === '|' || isTable(table.rows))) return false;
  // A long table has already been split above, so it isn't split again.
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (table === null && lines.slice(0, headRows).some((line) => namesColumns([line.trim()]))) return false;
  if (holdsBracketedAddress(text)) return true;
  const addresses = lines.map((line) => line.split(/[@＠]/).length - 1);
  if (addresses.some((count) => count > 1)) return true;
  return addresses.every((count) => count === 1) && !/[,;\t|]/.test(text);
}

/** Whether a row has a known column name, and no address. */
const namesColumns = (row: readonly string[]): boolean => !row.some(holdsAddress) && row.some(isColumnWord);

/** How many rows at the top are searched for a header row. */
const headRows = 20;

/**
 * Whether rows form a table although no known word names its columns: a first row without an address above rows that have some,
 * or a column of roles, of repeated texts, or the only addresses.
 */
function isTable(rows: Rows): boolean {
  const [width, count] = commonWidth(rows);
  if (width < 2 || count * 10 < rows.length * 9) return false;
  const [first = [], ...rest] = rows;
  const isAboveAddresses = !first.some(holdsAddress) && rest.some((row) => row.some(holdsAddress));
  if (isAboveAddresses && first.every(isNoSentence)) return true;
  const columns = Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? ''));
  const others = columns.filter((cells) => !cells.some(holdsAddress));
  if (others.some((cells) => cells.filter((cell) => roleOfText(cell) !== null).length * 2 > cells.length))
    return true;
  if (rows.length < 2 || width < 3) return false;
  return (
    columns.length - others.length === 1 ||
    others.some((cells) => new Set(cells.filter(Boolean)).size * 2 <= count)
  );
}

const isNoSentence = (cell: string): boolean => !/[:.!]$/.test(cell) && cell.split(' ').length < 5;
const holdsAddress = (cell: string): boolean => /[@＠]/.test(cell);

/** Names and addresses of a list. Text that isn't a person becomes the address, to be corrected in the grid. */
export function peopleRows(text: string): string[][] {
  const { people, problems } = parsePeople(text);
  return [
    ...people.map(({ userName, emailAddress }) => [userName, emailAddress]),
    ...problems.map((problem) => {
      const [again] = parsePeople(problem.text).people;
      return again === undefined ? ['', problem.text] : [again.userName, again.emailAddress];
    }),
  ];
}
