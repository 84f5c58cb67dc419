import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { KeychainStatus } from '../../../shared/domain/connection/keychain';
import { formatNumber } from '../../../shared/text/formats';
import type { Database } from '../../storage/database';
import { figuresOf } from '../../storage/figures';
import type { LogFile } from './log';

interface DiagnosticsDeps {
  /** Lines about the app's version and the system. */
  readonly about: readonly string[];
  /** How many windows are open. */
  readonly windows: number;
  readonly dataFolder: string;
  readonly db: Database;
  readonly connections: () => readonly Connection[];
  readonly keychain: () => KeychainStatus;
  readonly log: Pick<LogFile, 'tail'>;
  readonly redact: (text: string) => string;
}

const logLines = 200;
const errorLines = 20;

/** What support needs to know, as text for a person to read before sending it: no names, addresses, labels or secrets. */
export function diagnosticsText(deps: DiagnosticsDeps): string {
  const { about, windows, dataFolder, db, connections, keychain, log, redact } = deps;
  const lines = log.tail(logLines);
  const figures = figuresOf(db);
  const sections: [string, readonly string[]][] = [
    ['Program', [...about, `Windows: ${String(windows)}`]],
    ['Keychain', [keychain().state]],
    ['Data folder', sizesIn(dataFolder)],
    [
      `Database, version ${figures.version}`,
      Object.entries(figures.rows).map(([table, rows]) => `${table}: ${rows} rows`),
    ],
    [
      'Connections',
      connections().map(
        ({ connectionId, kind, region, state, realm, hasClientSecret }) =>
          `${connectionId}: ${kind}, ${region}, ${state}, ${hasClientSecret ? 'with' : 'without'} client secret${
            realm === kind ? '' : ', custom endpoints'
          }`,
      ),
    ],
    ['Last warnings and errors', lines.filter((line) => / (warn|error) /.test(line)).slice(-errorLines)],
    [`The log's last ${logLines} lines`, lines],
  ];
  return redact(
    sections
      .map(([title, content]) => [`## ${title}`, ...(content.length === 0 ? ['none'] : content)].join('\n'))
      .join('\n\n'),
  );
}

/** One line for each entry of the data folder, to spot a file that has grown too large. */
function sizesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => `${name}: ${formatNumber(sizeOf(join(folder, name)))} bytes`);
}

/** Includes everything below; what disappears in the meantime counts as nothing. */
function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
