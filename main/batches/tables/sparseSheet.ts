/** A sheet without what holds nothing, and how far what is left reaches: rows and columns count from 1. */
export interface SparseSheet {
  readonly xml: string;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A cell's start tag, with the prefix some programs give their names. */
const cellStart = /<(\w+:)?c(?=[\s/>])([^<>]*)>/g;
const emptyRow = /<(?:\w+:)?row(?=[\s/>])[^<>]*\br="\d+"[^<>]*(?:(?<=\/)>|>[ \t\r\n]*<\/(?:\w+:)?row>)/g;

/**
 * Takes out of a sheet's part the cells that only have a style, the rows of nothing else, and cells beyond the columns that are
 * taken: the library that reads it fills every gap before them. The first column beyond stays, so that a table too wide is
 * seen as one. Cells and rows without a place of their own stay, since the others' places follow from theirs.
 * @param mostColumns how many columns are taken
 */
export function sparseSheet(xml: string, mostColumns: number): SparseSheet {
  const kept: string[] = [];
  let from = 0;
  let lastRow = 0;
  let lastColumn = 0;
  const closedAt = finder(xml);
  for (const found of xml.matchAll(cellStart)) {
    const [tag, prefix = '', attributes = ''] = found;
    const [, letters = '', digits = ''] = /(?:^|\s)r="([A-Za-z]{1,4})(\d{1,8})"/.exec(attributes) ?? [];
    const isClosed = attributes.endsWith('/');
    const inner = found.index + tag.length;
    const closing = `</${prefix}c>`;
    const end = isClosed ? inner : closedAt(closing, inner) + closing.length;
    if (letters === '' || end === Infinity) continue;
    const column = columnOf(letters);
    if (column > mostColumns + 1 || isClosed || end === inner + closing.length) {
      kept.push(xml.slice(from, found.index));
      from = end;
    } else {
      lastRow = Math.max(lastRow, Number(digits));
      lastColumn = Math.max(lastColumn, column);
    }
  }
  kept.push(xml.slice(from));
  return { xml: kept.join('').replace(emptyRow, ''), lastRow, lastColumn };
}

/** Finds the next of a text from a place on, Infinity where there is none. What lies behind an earlier find is not gone over again. */
function finder(xml: string): (text: string, from: number) => number {
  const found = new Map<string, number>();
  return (text, from) => {
    const before = found.get(text) ?? -1;
    if (before >= from) return before;
    const at = xml.indexOf(text, from);
    const next = at < 0 ? Infinity : at;
    found.set(text, next);
    return next;
  };
}

/** 28 for "AB". */
const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
