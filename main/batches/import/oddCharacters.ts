import type { Table } from '../tables/request';
import type { SourceRow } from './mapping/tableView';

const maxOdd = 20;

/**
 * Collects texts that look as if they had been read in the wrong encoding: replacement and control characters, and UTF-8 read as
 * Windows-1252 ("JÃ¶rg").
 */
export function createOddCharacters(): {
  readonly look: (row: SourceRow) => void;
  readonly found: () => Table['mended'];
} {
  const odd: Table['mended'] = [];
  return {
    look({ cells, rowNumber }) {
      for (const cell of cells) {
        if (odd.length === maxOdd) return;
        const at = cell.search(oddPattern);
        if (at >= 0) odd.push({ rowNumber, text: cell.slice(Math.max(0, at - 20), at + 40) });
      }
    },
    found: () => odd,
  };
}

const oddPattern =
  /[\uFFFD\u0080-\u009F]|(?![\t\r\n])[\p{Cc}\p{Noncharacter_Code_Point}]|[ÂÃÐÑ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/u;
