import { formatNumber } from '../../../../shared/text/formats';
import { notTaken } from '../troubles';
import { refuseNoTable } from './noTable';
import { parseText, type Delimiter, type ParsedText } from './parseText';
import { isListOfPeople, peopleRows } from './peopleList';
import { textTableErrorText } from './textTableErrorText';

/** Rows of a text, and what stands between their columns; null for a list of people. */
export type ReadText = Omit<ParsedText, 'delimiter'> & { readonly delimiter: Delimiter | null };

/**
 * The rows of a pasted text, or of a file once its encoding is known: columns, or people as a mail lists them
 * (`Name <address>; …`), who become rows of a name and an address.
 * @param selected the delimiter, if a person selected one: then it is no list of people
 * @throws CodedError INVALID_INPUT when it is no table, or cannot be read as one
 */
export function readPastedText(text: string, fileName: string, selected: Delimiter | undefined): ReadText {
  const body = withoutEmptyEnd(text);
  if (linesIn(body) > maxLines) {
    throw notTaken(textTableErrorText.tooManyLines(fileName, formatNumber(maxLines)));
  }
  refuseNoTable(body, fileName);
  if (selected !== undefined || !isListOfPeople(body)) return parseText(body, fileName, selected);
  const rows = peopleRows(body);
  return { rows, delimiter: null, rowNumbers: rows.map((_, index) => index + 1), ruleLines: [], farRows: [] };
}

/** Of more lines no list of people is made, empty ones included; each takes memory. */
const maxLines = 1_000_000;

function linesIn(text: string): number {
  let lines = 1;
  for (const mark of ['\n', '\r']) {
    let found = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
    lines = Math.max(lines, found + 1);
  }
  return lines;
}

/** Empty lines behind the last row are none of a table's. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
