import papaparse from 'papaparse';
import { batchColumns, type BatchColumn } from '../../../../../shared/domain/batch/batch';
import { holdsBracketedAddress, parsePeople } from '../../../../../shared/domain/invitation/parsePeople';
import { columnNames } from '../../../../../shared/domain/batch/batchText';
import { escapedCell, unescapedCell } from '../../../../../shared/text/csvFormulas';
import { oneLine } from '../../../../../shared/text/oneLine';

/** What was pasted: a block of cells and its first column. */
export interface Pasted {
  readonly column: BatchColumn;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads pasted text as a block of cells: rows and tabs as copied from Excel and Sheets, or the people of a mail program (`Name
 * <address>; …`), who go into email and name in any column. Never throws.
 */
export function readPasted(text: string, active: BatchColumn): Pasted {
  if (active !== 'note' && active !== 'instances' && looksLikePeople(text)) {
    const { people, problems } = parsePeople(text);
    if (people.length > 0) {
      // What couldn't be read goes into the email column, where it is found and fixed.
      const rows = [
        ...people.map(({ emailAddress, userName }) => [emailAddress, userName]),
        ...problems.map((problem) => [problem.text]),
      ];
      return { column: 'emailAddress', rows };
    }
  }
  const rows = tableOf(text);
  const first = batchColumns.indexOf(active);
  return { column: active, rows: isHeader(rows[0], first) && rows.length > 1 ? rows.slice(1) : rows };
}

/** A block of cells in the format of spreadsheets; formulas are escaped as text. Pasting here undoes that. */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  papaparse.unparse(
    rows.map((row) => row.map(escapedCell)),
    { delimiter: '\t', newline: '\n' },
  );

const looksLikePeople = (text: string): boolean =>
  !text.includes('\t') && (holdsBracketedAddress(text) || (text.includes('@') && text.includes(';')));

function tableOf(text: string): string[][] {
  // A spreadsheet ends the last row like the others.
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const { data, errors } = papaparse.parse<string[]>(trimmed, { delimiter: '\t', newline: '\n' });
  // A quotation mark that is only text, as people write it.
  const rows = errors.length === 0 ? data : trimmed.split('\n').map((line) => line.split('\t'));
  return rows.map((row) => row.map((cell) => oneLine(unescapedCell(cell)).trim()));
}

const headerNames: Readonly<Record<BatchColumn, readonly string[]>> = {
  account: [columnNames.account, 'account id', 'account name'],
  emailAddress: [columnNames.emailAddress, 'e-mail', 'e-mail address', 'email address'],
  userName: [columnNames.userName, 'user name', 'username', 'full name'],
  role: [columnNames.role],
  note: [columnNames.note, 'notes'],
  instances: [columnNames.instances, 'amc instances', 'instance'],
};

/** Whether a row only names the columns it would go into. */
function isHeader(row: readonly string[] | undefined, firstColumn: number): boolean {
  if (row === undefined) return false;
  return row.every((cell, index) => {
    const column = batchColumns[firstColumn + index];
    if (column === undefined) return true;
    return headerNames[column].some((name) => name.toLowerCase() === cell.toLowerCase());
  });
}
