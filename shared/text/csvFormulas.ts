/**
 * What spreadsheets calculate: = + - @, also after spaces and in full width, as Japanese input writes them; and a first
 * character that only hides one. Apostrophes before it are counted in, so that one can be taken away again.
 * (Papa Parse's own pattern misses a formula with a line break in it.)
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Whether a text is a formula with an apostrophe before it, which makes it a text for spreadsheets. */
export const isGuarded = (text: string): boolean => text.startsWith("'") && formula.test(text);

/**
 * A text as it may go to a spreadsheet: one that it would take for a formula gets an apostrophe before it, and so does
 * each part that would be a cell of its own where a spreadsheet splits at another separator (OWASP, CSV Injection).
 */
export const escapedCell = (text: string): string =>
  inParts(formula.test(text) ? `'${text}` : text, (run) => run.replace(/[;,\t\r\n]/g, "$&'"));

/** A text as it was before `escapedCell` or a person made it safe. */
export function unescapedCell(text: string): string {
  const whole = inParts(text, (run) => run.replace(/([;,\t\r\n])'/g, '$1'));
  return isGuarded(whole) ? whole.slice(1) : whole;
}

/**
 * Changes what stands between a text's parts where a formula follows: a run of separators, with the spaces, quotes and
 * apostrophes around them. Apostrophes in a run leave it the same run, so that what was put in can be removed again.
 */
const inParts = (text: string, change: (run: string) => string): string =>
  /[;,\t\r\n]/.test(text)
    ? text.replace(runs, (run: string, at: number) =>
        '=+-@＝＋－＠'.includes(text[at + run.length] ?? 'none') ? change(run) : run,
      )
    : text;

/** Whole ones only: a long text of nothing but spaces is gone through once. */
const runs = /(?<![;,\s"'])[;,\s"']+/g;
