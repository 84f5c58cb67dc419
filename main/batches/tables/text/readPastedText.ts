import { formatNumber } from '../../../../shared/text/formats';
import { notTaken } from '../troubles';
import { refuseNoTable } from './noTable';
import { parseText, type Delimiter, type ParsedText } from './parseText';
import { isListOfPeople, peopleRows } from './peopleList';
import { textTableErrorText } from './textTableErrorText';

/** Rows of a text, and the delimiter of their columns; null for a list of people. */
export type ReadText = Omit<ParsedText, 'delimiter'> & { readonly delimiter: Delimiter | null };

/**
 * The rows of pasted text, or of a file once its encoding is known: columns, or people as in an email (`Name <address>; …`), who
 * become rows of a name and an address.
 * @param selected the delimiter, if a person selected one: then it isn't a list of people
 * @throws CodedError INVALID_INPUT when it isn't a table, or can't be read as one
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

/** Max number of lines, including empty ones, since each takes memory; no list of people has more. */
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

/** Empty lines after the last row aren't part of a table. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
