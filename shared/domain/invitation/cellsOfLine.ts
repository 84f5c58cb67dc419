/** A cell of a line, and the separator after it; empty at the end of the line. */
export interface LineCell {
  readonly text: string;
  readonly separator: string;
}

/**
 * The cells of a line of people, at commas, semicolons, tabs and pipes, and at Chinese and Japanese commas and semicolons. Inside
 * "…", “…”, „…“, «…», (…) and <…> a separator is text; an unclosed bracket is an ordinary character. Runs in linear time for any
 * line.
 */
export function cellsOfLine(line: string): LineCell[] {
  const closing = quoteCloser(line);
  const cells: LineCell[] = [];
  let from = 0;
  let at = 0;
  while (at < line.length) {
    const character = line.charAt(at);
    if (separators.includes(character)) {
      cells.push({ text: line.slice(from, at), separator: character });
      from = at + 1;
    }
    const end = character === '"' ? closing(at) : bracketEnd(line, at, brackets.get(character));
    at = (end ?? at) + 1;
  }
  cells.push({ text: line.slice(from), separator: '' });
  return cells;
}

const separators = ',;\t|，；、';

/** The brackets within which a separator is text, with their closing counterparts. */
const brackets = new Map([
  ['<', '>'],
  ['(', ')'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
]);

/** Where the bracket at `start` is closed; null if another one opens first, or none closes. */
function bracketEnd(line: string, start: number, closers: string | undefined): number | null {
  if (closers === undefined) return null;
  for (let at = start + 1; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (closers.includes(character)) return at;
    if (brackets.has(character)) return null;
  }
  return null;
}

/**
 * Finds the closing quotation mark: the next one that is neither escaped with a backslash nor doubled. If there is none, the
 * first of the last doubled pair; null if there is no such pair either.
 */
function quoteCloser(line: string): (start: number) => number | null {
  /** Positions after which no mark closes anything, so that no second search scans the same characters. */
  const hopeless = new Set<number>();
  return (start) => {
    let pair: number | null = null;
    let sincePair: number[] = [];
    let at = start + 1;
    while (at < line.length && !hopeless.has(at)) {
      sincePair.push(at);
      if (line[at] === '"') {
        if (line[at + 1] !== '"') return at;
        pair = at;
        sincePair = [];
      }
      at += line[at] === '"' || line[at] === '\\' ? 2 : 1;
    }
    for (const each of sincePair) hopeless.add(each);
    return pair;
  };
}
