import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresPrograms, serverUser } from './binaries';

/** The server's administrator, who sets up databases and logins. */
export const superuser = { login: 'postgres', password: 'only-for-tests' } as const;

/**
 * Makes the data folder of a new server, with password logins (SCRAM). Creating one takes seconds, so a run of unit tests does it
 * once and copies it (tests/support/temporaryFolder.ts).
 * @param folder exists, and belongs to the user as whom the server runs
 * @returns its path
 */
export async function createDataFolder(folder: string): Promise<string> {
  const data = join(folder, 'data');
  const template = process.env['AMC_POSTGRES_TEMPLATE'];
  if (template === undefined) return initialize(folder);
  making ??= makeTemplate(template);
  await making;
  // A copy by the program keeps owner and mode, and is faster than one by Node.
  if (process.platform === 'win32') cpSync(template, data, { recursive: true });
  else await succeed(spawn('cp', ['-Rp', template, data], { stdio: ['ignore', 'ignore', 'pipe'] }));
  return data;
}

/** Of this worker. */
let making: Promise<void> | undefined;

async function makeTemplate(template: string): Promise<void> {
  if (existsSync(template)) return;
  const folder = ownByServer(mkdtempSync(`${template}-`));
  const made = await initialize(folder);
  try {
    renameSync(made, template);
  } catch (thrown) {
    // Another worker was faster.
    if (!existsSync(template)) throw thrown;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Gives a file or folder to the user as whom the server runs. */
export function ownByServer(path: string): string {
  const user = serverUser();
  if (user !== undefined) chownSync(path, user.uid, user.gid);
  return path;
}

async function initialize(folder: string): Promise<string> {
  const passwordFile = ownByServer(written(join(folder, 'password'), superuser.password));
  const data = join(folder, 'data');
  await succeed(
    spawn(
      join(postgresPrograms(), 'initdb'),
      [
        ...['--pgdata', data, '--username', superuser.login, '--pwfile', passwordFile],
        ...[
          '--auth',
          'scram-sha-256',
          '--encoding',
          'UTF8',
          '--no-locale',
          '--no-sync',
          '--wal-segsize',
          '1',
        ],
      ],
      { ...serverUser(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    ),
  );
  return data;
}

function written(path: string, text: string): string {
  writeFileSync(path, text);
  return path;
}

/** Resolves when the program ends without an error. */
async function succeed(child: ChildProcess): Promise<void> {
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${child.spawnfile} failed: ${printed.trim()}`);
}
