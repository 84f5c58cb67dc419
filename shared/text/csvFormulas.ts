/**
 * What spreadsheets treat as a formula: = + - @, also after spaces and in full width, as Japanese input methods write them, or
 * hidden behind a control character. Leading apostrophes are included, so that one can be removed again. (Papa Parse's own
 * pattern misses a formula with a line break in it.)
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Whether a text is a formula with an apostrophe before it, which spreadsheets treat as text. */
export const isGuarded = (text: string): boolean => text.startsWith("'") && formula.test(text);

/**
 * A text safe for a spreadsheet: one that would be treated as a formula gets a leading apostrophe, and so does each part that
 * would be a cell of its own if a spreadsheet splits at another separator (OWASP, CSV Injection).
 */
export const escapedCell = (text: string): string =>
  inParts(formula.test(text) ? `'${text}` : text, (run) => run.replace(/[;,\t\r\n]/g, "$&'"));

/** A text as it was before `escapedCell` or a person made it safe. */
export function unescapedCell(text: string): string {
  const whole = inParts(text, (run) => run.replace(/([;,\t\r\n])'/g, '$1'));
  return isGuarded(whole) ? whole.slice(1) : whole;
}

/**
 * Changes the separators before a formula within a text: each run of separators, with the spaces, quotes and apostrophes around
 * them. Adding apostrophes doesn't change where a run begins or ends, so they can be removed again.
 */
const inParts = (text: string, change: (run: string) => string): string =>
  /[;,\t\r\n]/.test(text)
    ? text.replace(runs, (run: string, at: number) =>
        '=+-@＝＋－＠'.includes(text[at + run.length] ?? 'none') ? change(run) : run,
      )
    : text;

/** Whole runs only, so that a long text of spaces is scanned once. */
const runs = /(?<![;,\s"'])[;,\s"']+/g;
