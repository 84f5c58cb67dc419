import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and Ubuntu keep each version's programs, outside the PATH. */
const debianFolder = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs: Debian's newest version, else where the PATH has them. */
export function postgresPrograms(): string {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  const debians = versions
    .sort((a, b) => b - a)
    .map((version) => join(debianFolder, String(version), 'bin'))
    .filter((folder) => existsSync(join(folder, 'postgres')));
  const folders = [...debians, ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = folders.find((folder) =>
    ['postgres', 'initdb'].every((name) => existsSync(join(folder, name))),
  );
  if (found === undefined) throw new Error('PostgreSQL is missing. The README says how to set up the tests.');
  return found;
}

/**
 * As whom the server runs: PostgreSQL refuses to run as root, so root starts it as the ordinary user of the end-to-end tests.
 * @returns undefined: as oneself
 */
export function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: '-u' | '-g'): number =>
    Number(execFileSync('id', [what, 'amc-e2e'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
