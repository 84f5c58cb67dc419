/** Rows of a table, with their numbers in its text. */
export interface NumberedRows {
  readonly rows: string[][];
  readonly rowNumbers: number[];
  /** The numbers of lines that only draw the table. */
  readonly ruleLines: number[];
}

/**
 * The rows of a table drawn with vertical bars, as in Markdown and database consoles: without the bars at both ends and the
 * spaces beside them, and without the lines that only draw a rule (`| --- | --- |`, `+-----+-----+`).
 */
export function withoutDrawing(rows: readonly string[][]): NumberedRows {
  const tableRows: string[][] = [];
  const rowNumbers: number[] = [];
  const ruleLines: number[] = [];
  for (const [index, cells] of rows.entries()) {
    const row = cells.map(withoutSpacesAround);
    if (isRule(row)) {
      ruleLines.push(index + 1);
      continue;
    }
    tableRows.push(row);
    rowNumbers.push(index + 1);
  }
  const filled = tableRows.filter((row) => row.some((cell) => cell !== ''));
  const hasFrame =
    filled.length > 0 && filled.every((row) => row.length > 2 && row[0] === '' && row.at(-1) === '');
  return { rows: hasFrame ? tableRows.map((row) => row.slice(1, -1)) : tableRows, rowNumbers, ruleLines };
}

/** Every non-empty cell is a line of hyphens or the like, and one has at least three of them. */
const isRule = (row: readonly string[]): boolean =>
  row.every((cell) => cell === '' || /^[-=+: ]+$/.test(cell)) && row.some((cell) => /-{3}|={3}/.test(cell));

/** Line breaks stay: only a quoted cell has any, and they belong to it. */
const withoutSpacesAround = (cell: string): string =>
  cell.replace(/^[ \t]+/, '').replace(/(?<![ \t])[ \t]+$/, '');
