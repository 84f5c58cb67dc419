import type { CellEnd } from './cellEnd';

/** Which marks close what a typographic one opens; word processors put them where `"` was typed. */
const closing: Readonly<Record<string, string>> = {
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‘': '’',
  '«': '»',
  '»': '«»',
  '「': '」',
  '＂': '＂',
};

/** How long a cell in typographic marks may be, in characters. */
const maxLength = 300;

/**
 * A cell in typographic quotation marks, without them. Only where they are needed, because the delimiter is inside; marks
 * of any other cell are its own.
 * @param lineEnd the cell ends before it
 * @returns null where there is no such cell
 */
export function typographicCell(
  text: string,
  open: number,
  delimiter: string,
  lineEnd: number,
): CellEnd | null {
  const marks = closing[text.charAt(open)];
  if (marks === undefined) return null;
  const limit = Math.min(lineEnd, open + maxLength);
  let holdsDelimiter = false;
  for (let at = open + 1; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === delimiter) {
      // Where the next cell has marks too, this one was not closed.
      const next = text.charAt(skipSpaces(text, at + 1, limit));
      if (next === '"' || next in closing) return null;
      holdsDelimiter = true;
    }
    if (!marks.includes(character)) continue;
    const end = skipSpaces(text, at + 1, lineEnd);
    if (end < lineEnd && text[end] !== delimiter) continue;
    return holdsDelimiter ? { text: text.slice(open + 1, at), end } : null;
  }
  return null;
}

function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) === 0x20) at += 1;
  return at;
}
