/**
 * A trigger by which, while personal data is erased, these columns of a table stay as they are: everything else may be replaced.
 * @param columns separated by commas
 * @param lineStarts where further lines of the condition begin, with their indentation: a database stores the text of its
 * triggers as it was written, and a migration's text doesn't change
 */
export function keepFacts(table: string, columns: string, lineStarts: readonly string[] = []): string {
  const of = (row: string): string =>
    columns
      .split(/,\s*/)
      .map((column) => `${row}.${column}`)
      .join(', ');
  const condition = lineStarts.reduce(
    (text, start) => text.replace(` ${start.trimStart()}`, `\n${start}`),
    `WHEN EXISTS (SELECT 1 FROM erasing) AND (${of('NEW')}) IS NOT (${of('OLD')})`,
  );
  return `
    CREATE TRIGGER ${table}_keep_facts_while_erasing BEFORE UPDATE ON ${table}
      ${condition}
      BEGIN SELECT RAISE(ABORT, 'erasing replaces personal data alone'); END;`;
}
