/**
 * What makes spreadsheets calculate: = + - @, also after spaces and in full width, as Japanese input writes them; and
 * a first character that only hides one. Apostrophes before it are counted in, so that one can be taken away again.
 * A text like this gets an apostrophe before it wherever it goes to a spreadsheet.
 * (Papa Parse's own pattern misses a formula with a line break in it.)
 */
export const formulaText = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** A text as it was before we or a person put the apostrophe before it. */
export const unescapedCell = (text: string): string =>
  text.startsWith("'") && formulaText.test(text) ? text.slice(1) : text;
