import type { CellEnd } from './cellEnd';
import { createFinder } from './finder';
import { typographicCell } from './typographicQuotes';

/** Reads the cells of a text in order. */
export interface QuotedCells {
  /** The cell that starts here if it isn't quoted. */
  readonly plainCellAt: (start: number) => CellEnd;
  /** The cell that starts here if it, or a part of it, is quoted; null if not. */
  readonly cellAt: (start: number) => CellEnd | 'unclosed' | null;
}

export function createQuotedCells(text: string, delimiter: string): QuotedCells {
  const nextDelimiter = createFinder(text, delimiter);
  const nextFeed = createFinder(text, '\n');
  const nextReturn = createFinder(text, '\r');
  const nextMark = createFinder(text, '"');
  const lineEnd = (from: number): number => Math.min(nextFeed(from), nextReturn(from));
  const plainCellAt = (start: number): CellEnd => {
    const end = Math.min(nextDelimiter(start), lineEnd(start));
    return { text: text.slice(start, end), end };
  };
  const closer = createCloser(text, delimiter);

  /** `"Rob" Smith`: up to the delimiter after the marks, which are ordinary characters. */
  const literalCell = (open: number, from: number): CellEnd => {
    const line = lineEnd(from);
    let end = Math.min(nextDelimiter(from), line);
    for (let mark = nextMark(from); mark < end; mark = nextMark(mark + 1)) {
      const partner = nextMark(mark + 1);
      if (partner >= line) break;
      if (partner > end) {
        if (closer.opens(partner)) break;
        end = Math.min(nextDelimiter(partner + 1), line);
      }
      mark = partner;
    }
    return { text: text.slice(open, end), end };
  };

  /** `"The "Big" Co"`, `"Rob \"The\" Smith"`: inner marks that aren't doubled, closed on the same line. */
  const innerMarks = (open: number, first: number): CellEnd | null => {
    const line = lineEnd(open);
    for (let mark = first; mark < line; mark = nextMark(mark + 1)) {
      if (closer.opensCell(mark)) return null;
      const isDoubled = text[mark + 1] === '"';
      const end = closer.closes(isDoubled && text[mark - 1] !== '\\' ? mark + 1 : mark);
      if (end === null || (text[mark - 1] === '\\' && text[mark + 1] !== '"')) continue;
      const inside = text.slice(open + 1, isDoubled ? mark + 1 : mark);
      return { text: inside.replace(/\\"|""/g, '"'), end };
    }
    return null;
  };

  const cellAt = (start: number): CellEnd | 'unclosed' | null => {
    const open = closer.skipSpaces(start);
    const first = text.charCodeAt(open);
    if (first !== straightMark)
      return first < 0x80 ? null : typographicCell(text, open, delimiter, lineEnd(open));
    const found = closer.closingMark(open);
    if (found.end !== null) {
      const inside = text.slice(open + 1, found.mark);
      return { text: found.doubled ? inside.replaceAll('""', '"') : inside, end: found.end };
    }
    // Matching marks are on one line: a cell that continues into the next rows would swallow them.
    const line = lineEnd(open);
    const stray = nextMark(open + 1);
    if (stray >= line) return 'unclosed';
    if (found.mark >= line) return innerMarks(open, stray) ?? 'unclosed';
    if (closer.opensCell(found.mark)) return 'unclosed';
    const isInner = closer.opens(found.mark) || text[found.mark - 1] === '\\';
    return (isInner ? innerMarks(open, found.mark) : null) ?? literalCell(open, found.mark + 1);
  };
  return { plainCellAt, cellAt };
}

const straightMark = 0x22;

/** What a quotation mark does in a cell, by its neighbors. */
interface Closer {
  readonly skipSpaces: (from: number) => number;
  /** Where the cell ends if a mark here closes it; null if more of the cell follows. */
  readonly closes: (mark: number) => number | null;
  /** Whether a word begins after a mark, and none ends before it. */
  readonly opens: (mark: number) => boolean;
  /** Whether a mark is at the start of a cell. */
  readonly opensCell: (mark: number) => boolean;
  /**
   * The mark that closes what is opened here, by RFC 4180.
   * @returns `end` is null if more of the cell follows; `mark` is the text's length if there is none
   */
  readonly closingMark: (open: number) => { mark: number; end: number | null; doubled: boolean };
}

function createCloser(text: string, delimiter: string): Closer {
  /** For marks whose long search failed: the stray mark it ended at, so that no second search scans the same ones. */
  let strays: Int32Array | null = null;
  const nextInCell = (mark: number): number => text.indexOf('"', mark + 2);
  const remember = (first: number, stray: number): void => {
    strays ??= new Int32Array(text.length);
    for (let mark = first; mark >= 0 && mark < stray; mark = nextInCell(mark)) strays[mark] = stray;
  };
  const delimiterCode = delimiter.charCodeAt(0);
  const isEnd = (at: number): boolean => {
    if (at >= text.length) return true;
    const code = text.charCodeAt(at);
    return code === delimiterCode || code === 0x0a || code === 0x0d;
  };
  const skipSpaces = (from: number): number => {
    let at = from;
    while (text.charCodeAt(at) === 0x20) at += 1;
    return at;
  };
  const closes = (mark: number): number | null => {
    const end = skipSpaces(mark + 1);
    return isEnd(end) ? end : null;
  };
  const isBlank = (at: number): boolean => isEnd(at) || text[at] === ' ' || text[at] === '\t';
  return {
    skipSpaces,
    closes,
    opens: (mark) => isBlank(mark - 1) && !isBlank(mark + 1),
    opensCell(mark) {
      let at = mark - 1;
      while (text.charCodeAt(at) === 0x20) at -= 1;
      return isEnd(at);
    },
    closingMark(open) {
      const first = text.indexOf('"', open + 1);
      let passed = 0;
      const found = { mark: text.length, end: null as number | null, doubled: false };
      for (let mark = first; mark >= 0; mark = nextInCell(mark)) {
        const known = strays?.[mark] ?? 0;
        if (known === 0 && text.charCodeAt(mark + 1) === straightMark) {
          passed += 1;
          continue;
        }
        found.mark = known === 0 ? mark : known;
        found.end = known === 0 ? closes(mark) : null;
        break;
      }
      if (found.end === null && passed > longSearch) remember(first, found.mark);
      found.doubled = passed > 0;
      return found;
    },
  };
}

/** Shorter searches aren't worth caching. */
const longSearch = 50;
