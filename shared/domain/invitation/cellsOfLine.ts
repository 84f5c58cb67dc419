/** A cell of a line, and the separator behind it; an empty one at the end of the line. */
export interface LineCell {
  readonly text: string;
  readonly separator: string;
}

/**
 * The cells of a line of people, at commas, semicolons, tabs and pipes, and at the commas and semicolons of Chinese and
 * Japanese. Inside "…", “…”, „…“, «…», (…) and <…> a separator is text; an unclosed one is a character. Takes time in
 * proportion to the line, whatever stands in it.
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

/** What opens a piece in which a separator is text, and what closes it. */
const brackets = new Map([
  ['<', '>'],
  ['(', ')'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
]);

/** Where the bracket at `start` is closed, null where another one opens before, or none closes. */
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
 * Finds where a quotation mark is closed: by the next one that is neither behind a backslash nor doubled. Where there is none,
 * by the first of the last doubled pair; null where there is no such pair either.
 */
function quoteCloser(line: string): (start: number) => number | null {
  /** From where on no mark closes anything, so that no second search goes over the same characters. */
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
