import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../projectRoot';
import { freePort } from '../network/freePort';
import { postgresPrograms, serverUser } from './binaries';
import { createDataFolder, ownByServer } from './dataFolder';
import { removeWhenGone, serverFolderPrefix } from './watcher';

export { superuser } from './dataFolder';

export interface PostgresServer {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Of its first process, while it runs; each connection has a process that this one started. */
  pid(): number;
  /** Ends it as an administrator does (`fast`; `smart`: once everybody left), or as a power failure does (`immediate`). */
  stop(how?: keyof typeof signals): Promise<void>;
  /** Starts it again on the same port, with the same data. */
  start(): Promise<void>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

const signals = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

export interface PostgresOptions {
  /** A certificate for localhost (tests/fixtures/tls): one signed by the test authority, or one that expired. */
  readonly tls?: boolean | 'expired';
  /** The lines of pg_hba.conf, in place of password logins (SCRAM) for everybody over loopback. */
  readonly admits?: readonly string[];
  /** Settings of the server, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server of its own, with password logins (SCRAM) over loopback only. */
export async function startPostgres({
  tls = false,
  admits,
  settings = {},
}: PostgresOptions = {}): Promise<PostgresServer> {
  const programs = postgresPrograms();
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), serverFolderPrefix));
  ownByServer(folder);
  const removed = removeWhenGone(folder);
  const admissionsFile = (lines: readonly string[]): string => {
    const file = join(folder, 'pg_hba.conf');
    writeFileSync(file, `${lines.join('\n')}\n`);
    return ownByServer(file);
  };
  const data = await createDataFolder(folder);
  const certificate = tls === 'expired' ? 'expired' : 'localhost';
  if (tls !== false) {
    for (const name of [`${certificate}.key`, `${certificate}.pem`]) {
      const copy = join(folder, name);
      copyFileSync(join(projectRoot, 'tests/fixtures/tls', name), copy);
      chmodSync(ownByServer(copy), 0o600);
    }
  }
  const port = await freePort();
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // What a test's server wrote has to survive its processes, not this computer's power supply.
    fsync: 'off',
    shared_buffers: '16MB',
    ...(tls !== false
      ? {
          ssl: 'on',
          ssl_cert_file: join(folder, `${certificate}.pem`),
          ssl_key_file: join(folder, `${certificate}.key`),
        }
      : {}),
    ...(admits === undefined ? {} : { hba_file: admissionsFile(admits) }),
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const child = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = child;
    await readiness(child);
  }

  async function stop(how: keyof typeof signals = 'fast'): Promise<void> {
    const child = server;
    server = null;
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill(signals[how]);
    await ended;
  }

  await start();
  return {
    port,
    pid: () => server?.pid ?? 0,
    start,
    stop,
    async remove() {
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
      removed();
    },
  };
}

/** Resolves when the server takes connections. Rejects with what it printed if it ends before. */
async function readiness(child: ChildProcess): Promise<void> {
  const { stderr } = child;
  if (stderr === null) throw new Error('The server has no output.');
  const printed: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(stderr).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
      if (printed.length < 50) printed.push(line);
    });
    child.once('exit', () => reject(new Error(`PostgreSQL ended: ${printed.join('\n')}`)));
    child.once('error', reject);
  });
}
