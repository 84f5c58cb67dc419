import type { CellEnd } from './cellEnd';

/** The closing marks of typographic opening ones; word processors insert them where `"` was typed. */
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

/** Max length of a cell in typographic marks, in characters. */
const maxLength = 300;

/**
 * A cell in typographic quotation marks, without them. Only if they are needed, because they enclose a delimiter; otherwise marks
 * belong to the cell.
 * @param lineEnd the cell ends before it
 * @returns null if there is no such cell
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
      // If the next cell has marks too, this one wasn't closed.
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
