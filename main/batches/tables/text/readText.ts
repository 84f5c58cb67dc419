import papaparse from 'papaparse';
import { delimiters, type ImportPreview } from '../../../../shared/domain/batchImport';
import { formatNumber } from '../../../../shared/formats';
import { unescapedCell } from '../../../../shared/formulaText';
import { decode, type Encoding } from './decode';
import { likelyDelimiter } from './likelyDelimiter';
import { notTaken, placeIn } from '../troubles';

export type Delimiter = NonNullable<ImportPreview['delimiter']>;

/** Rows of a text, empty ones included, and how they were found. */
export interface TextTable {
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter;
  readonly rows: readonly (readonly string[])[];
}

/** A cell in another encoding than the rest of its file, as it was read. */
export interface MendedCell {
  readonly rowNumber: number;
  readonly text: string;
}

const mostMended = 20;

/**
 * The rows of a CSV, TSV or text file.
 * @param chosen what a person said of it; what is left out is found out
 * @throws CodedError INVALID_INPUT for what is no text, naming row and column
 */
export function readTextFile(
  bytes: Buffer,
  fileName: string,
  chosen: { readonly encoding?: Encoding | undefined; readonly delimiter?: Delimiter | undefined },
): TextTable & { readonly mended: readonly MendedCell[] } {
  const { encoding, text, mend } = decode(bytes, chosen.encoding);
  const { delimiter, rows } = parseText(text, fileName, chosen.delimiter);
  if (mend === undefined) {
    return { encoding, delimiter, rows: rows.map((row) => row.map(unescapedCell)), mended: [] };
  }
  const mended: MendedCell[] = [];
  const read = (cell: string, rowNumber: number): string => {
    const { text: said, isOther } = mend(cell);
    if (isOther && mended.length < mostMended) mended.push({ rowNumber, text: said.slice(0, 60) });
    return unescapedCell(said);
  };
  return {
    encoding,
    delimiter,
    rows: rows.map((row, index) => row.map((cell) => read(cell, index + 1))),
    mended,
  };
}

/**
 * The rows of a text that is decoded already.
 * @throws CodedError INVALID_INPUT for NULs and for a quotation mark that is never closed
 */
export function parseText(
  text: string,
  fileName: string,
  chosen: Delimiter | undefined,
): Omit<TextTable, 'encoding'> {
  // Excel writes the delimiter into a first line of its own, and does not count that.
  const named = /^sep=([,;\t])\r?\n/.exec(text);
  const body = withoutEmptyEnd(named === null ? text : text.slice(named[0].length));
  if (linesIn(body) > mostLines) {
    throw notTaken(
      `${fileName} has more than ${formatNumber(mostLines)} lines. Delete the empty ones, or save the list alone in a new file.`,
    );
  }
  const { data, errors, meta } = papaparse.parse<string[]>(body, {
    delimiter: chosen ?? named?.[1] ?? likelyDelimiter(body),
  });
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes');
  if (unclosed !== undefined) {
    const rowNumber = (unclosed.row ?? 0) + 1;
    throw notTaken(
      `${placeIn(fileName, rowNumber, Math.max(0, (data[rowNumber - 1]?.length ?? 1) - 1))}: a quotation mark is opened and never closed. Close it or take it out, then open the file again.`,
    );
  }
  if (body.includes('\0')) throw noText(data, fileName);
  return { delimiter: delimiters.find((each) => each === meta.delimiter) ?? ',', rows: data };
}

/** Of more lines no list of people is made, empty ones included; each takes memory. */
const mostLines = 1_000_000;

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

function noText(rows: readonly (readonly string[])[], fileName: string): Error {
  const rowIndex = rows.findIndex((row) => row.some((cell) => cell.includes('\0')));
  const column = rows[rowIndex]?.findIndex((cell) => cell.includes('\0')) ?? 0;
  return notTaken(
    `${placeIn(fileName, rowIndex + 1, column)} holds a NUL character, which no text has: the file is damaged or no table. Save it again as CSV (UTF-8) or as .xlsx.`,
  );
}
