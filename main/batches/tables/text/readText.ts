import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { unescapedCell } from '../../../../shared/text/csvFormulas';
import { decode } from '../encoding/decode';
import type { Encoding } from '../encoding/decoded';
import { encodingDoubt } from '../encoding/encodingDoubt';
import type { Delimiter } from './parseText';
import { readPastedText, type ReadText } from './readPastedText';

/** Rows of a text file, and how they were read. */
export interface TextTable extends ReadText {
  readonly encoding: Encoding;
  readonly encodingDoubt: ImportPreview['encodingDoubt'];
  readonly mended: readonly RepairedCell[];
}

/** A cell in a different encoding than the rest of its file, as it was read. */
interface RepairedCell {
  readonly rowNumber: number;
  readonly text: string;
}

const maxRepaired = 20;

/**
 * The rows of a CSV, TSV or text file.
 * @param selected what a person selected; what is omitted is detected
 * @throws CodedError INVALID_INPUT for anything that isn't a table, or isn't text, naming row and column
 */
export function readTextFile(
  bytes: Buffer,
  fileName: string,
  selected: { readonly encoding?: Encoding | undefined; readonly delimiter?: Delimiter | undefined },
): TextTable {
  const { encoding, guesses, text, repair } = decode(bytes, selected.encoding);
  const table = readPastedText(text, fileName, selected.delimiter);
  if (repair === undefined) {
    const doubt = encodingDoubt(bytes, guesses, table);
    const rows = table.rows.map(unescapedRow);
    return { ...table, encoding, encodingDoubt: doubt, rows, mended: [] };
  }
  const mended: RepairedCell[] = [];
  const read = (cell: string, rowNumber: number): string => {
    const { text: repaired, isOther } = repair(cell);
    if (isOther && mended.length < maxRepaired) mended.push({ rowNumber, text: repaired.slice(0, 60) });
    return unescapedCell(repaired);
  };
  const rows = table.rows.map((row, index) =>
    row.map((cell) => read(cell, table.rowNumbers[index] ?? index + 1)),
  );
  return { ...table, encoding, encodingDoubt: null, rows, mended };
}

/** The row itself if none of its cells changes, which applies to nearly all: a long file leaves no room for a second table. */
function unescapedRow(row: readonly string[]): readonly string[] {
  return row.some((cell) => unescapedCell(cell) !== cell) ? row.map(unescapedCell) : row;
}
