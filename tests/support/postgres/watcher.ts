import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How the folder of each server is called, within the folder for temporary files. */
export const serverFolderPrefix = 'amc-postgres-';

/**
 * Ends a server and deletes its folder when this process is gone, however it ended: a program of its own waits for the end of a
 * pipe that only this process holds.
 * @param folder with the server's data in `data`
 * @returns call it when the server was removed
 */
export function removeWhenGone(folder: string): () => void {
  if (process.platform === 'win32') return () => undefined;
  const watcher = spawn('sh', ['-c', script, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl+C in a terminal reaches this process only.
    detached: true,
  });
  watcher.unref();
  watcher.stdin.on('error', () => undefined);
  return () => watcher.stdin.end();
}

/** The first line of postmaster.pid is the server's process ID. */
const script = `
  cat
  [ -d "$1" ] || exit 0
  pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
  runs() { [ -n "$pid" ] && ps -o args= -p "$pid" | grep -qF "$1"; }
  runs "$1" && kill -QUIT "$pid"
  tries=0
  while runs "$1" && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
  rm -rf "$1"
`;

/** Ends the servers that tests left running in a folder for temporary files. */
export async function endServers(folder: string): Promise<void> {
  const servers = readdirSync(folder).filter((name) => name.startsWith(serverFolderPrefix));
  await Promise.all(servers.map((name) => end(join(folder, name, 'data/postmaster.pid'))));
}

/** A server deletes its file when it ends. Its process may stay as a zombie of a worker that's gone, so that isn't asked. */
async function end(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]), 'SIGQUIT');
  } catch {
    return; // It ended before.
  }
  for (let tries = 0; tries < 250 && existsSync(pidFile); tries += 1) await wait(20);
}
