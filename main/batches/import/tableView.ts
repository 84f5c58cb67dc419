import type { ImportLeftOut, ImportOptions } from '../../../shared/domain/batchImport';
import type { Table } from '../tables/request';
import { looksLikeHeader } from './headers';

/** A row of the table below its headers. */
export interface SourceRow {
  readonly cells: readonly string[];
  readonly rowNumber: number;
}

/** A table with its headers told from its rows. */
export interface TableView {
  /** The source's number of the row that names the columns; null where no row does. */
  readonly headerRow: number | null;
  /** Empty where nothing names the columns. */
  readonly headers: readonly string[];
  readonly rows: readonly SourceRow[];
  /** What is no row to add. */
  readonly leftOut: readonly ImportLeftOut[];
}

/** @param options the header row that a person selected; else it is found */
export function viewOf(table: Table, { headerRow: selected }: Pick<ImportOptions, 'headerRow'>): TableView {
  const rows = table.rows.map((cells, index) => ({ cells, rowNumber: table.rowNumbers[index] ?? index + 1 }));
  const found = looksLikeHeader(table.rows) ? 0 : -1;
  const at =
    selected === undefined ? found : rows.findIndex(({ rowNumber }) => rowNumber === (selected ?? 0));
  const above = rows.slice(0, Math.max(0, at)).map(({ rowNumber }) => rowNumber);
  return {
    headerRow: rows[at]?.rowNumber ?? null,
    headers: rows[at]?.cells ?? [],
    rows: rows.slice(at + 1),
    leftOut: leftOutRows('aboveHeader', above),
  };
}

/** What there is to say of rows that were left out: nothing where there are none. */
export const leftOutRows = (
  reason: ImportLeftOut['reason'],
  rowNumbers: readonly number[],
  count = rowNumbers.length,
): ImportLeftOut[] =>
  count === 0 ? [] : [{ reason, count, rowNumbers: rowNumbers.slice(0, maxRowNumbers), names: [] }];

/** How many rows of one kind are named. */
export const maxRowNumbers = 100;

const mostOdd = 20;

/**
 * Collects texts that look as if they had been read in another encoding: replacement and control characters, and what
 * UTF-8 becomes when it is read as Windows-1252 ("JÃ¶rg").
 */
export function createOddCharacters(): {
  readonly look: (row: SourceRow) => void;
  readonly found: () => Table['mended'];
} {
  const odd: Table['mended'] = [];
  return {
    look({ cells, rowNumber }) {
      for (const cell of cells) {
        if (odd.length === mostOdd) return;
        const at = cell.search(oddPattern);
        if (at >= 0) odd.push({ rowNumber, text: cell.slice(Math.max(0, at - 20), at + 40) });
      }
    },
    found: () => odd,
  };
}

const oddPattern =
  /[\uFFFD\u0080-\u009F]|(?![\t\r\n])[\p{Cc}\p{Noncharacter_Code_Point}]|[ÂÃÐÑ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/u;
