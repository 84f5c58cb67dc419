import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
// The entry for plain Node: the one for Electron opens a channel to the page when imported.
import electronLog from 'electron-log/node';
import { oneLine } from '../../../shared/text/oneLine';

/** Where to log events. Never pass a secret, a person's name or an email address. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** The app's own log: files in one folder, 3 MB at most. */
export interface LogFile extends Log {
  /** The newest lines, oldest first. */
  tail(lines: number): string[];
}

/** Size in bytes at which a file is rotated. */
const maxFileBytes = 1_000_000;

/** Newest first. */
const fileNames = ['app.log', 'app.1.log', 'app.2.log'] as const;

/**
 * Opens the log in `folder`, which is created with the first line. Each line is written immediately, so that the last one before
 * a crash isn't lost. A log that can't be written is silent: it must never stop the app.
 * @param redact applied to every line before it is written.
 */
export function openLog(folder: string, redact: (line: string) => string): LogFile {
  const [newest, ...older] = fileNames.map((name) => join(folder, name));
  const file = newest ?? folder;
  const log = electronLog.create({ logId: file });
  const { file: writer } = log.transports;
  for (const other of Object.values(log.transports)) if (other && other !== writer) other.level = false;
  // At any level, electron-log's default logger prints that a file couldn't be written.
  electronLog.transports.console.writeFn = () => undefined;
  writer.setAppName('AMC Access Manager');
  writer.resolvePathFn = () => file;
  writer.format = '{iso} {level} {text}';
  writer.maxSize = maxFileBytes;
  writer.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  writer.archiveLogFn = () => putBy(file, older);
  log.hooks.push((message) => ({ ...message, data: message.data.map((part) => redact(String(part))) }));

  const write = (level: keyof Log) => (line: string) => log[level](inOneLine(line));
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    tail: (lines) => [...older.slice(0, 1), file].flatMap(linesOf).slice(-lines),
  };
}

/** Renames each file to the next older name; the oldest is deleted. */
function putBy(file: string, older: readonly string[]): void {
  const names = [file, ...older];
  try {
    for (let index = names.length - 1; index > 0; index -= 1) {
      const [from, to] = [names[index - 1], names[index]];
      if (from === undefined || to === undefined || !existsSync(from)) continue;
      rmSync(to, { force: true });
      renameSync(from, to);
    }
  } catch {
    // Held open by another program: this file keeps growing, and the next line tries again.
  }
}

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
  } catch {
    return []; // not there yet
  }
};

/** No logged text can look like a separate line. */
const inOneLine = (text: string): string => oneLine(text, ' ⏎ ');
