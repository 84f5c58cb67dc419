import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The report of a crash; the caller redacts it. */
export const crashReport = (
  what: string,
  error: unknown,
  about: readonly string[],
  lastLines: readonly string[],
): string =>
  [what, ...about, '', whereItHappened(error), '', 'The log before it:', ...lastLines, ''].join('\n');

/**
 * An error as its kind, its code and the places in the code, a line each. Its message is omitted unless it is SQLite's or the
 * system's: JavaScript's own messages quote the offending value, which may be anybody's name.
 */
export function whereItHappened(error: unknown): string {
  if (!(error instanceof Error)) return `Something was thrown that is no error: ${typeof error}`;
  const { code } = error as { readonly code?: unknown };
  const codeText = typeof code === 'string' ? ` ${code}: ${error.message}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${codeText}`, ...frames.map((frame) => frame.trim())].join('\n');
}

/**
 * Writes a report into `folder` under a name with its time.
 * @param at ms since 1970
 * @returns the file, or null if it couldn't be written.
 */
export function writeCrashReport(folder: string, report: string, at: number): string | null {
  const file = join(folder, `crash-${new Date(at).toISOString().replaceAll(':', '-')}.txt`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, report, { mode: 0o600 });
    return file;
  } catch {
    return null;
  }
}
