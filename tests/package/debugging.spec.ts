import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../support/network/freePort';
import { expect, test } from './fixture';
import { packaged } from './packagedApp';

// Uses the released package, except for the last test, which has to inspect the page's process.

const run = promisify(execFile);

interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

/** Starts the program that ships and waits until it has ended. */
async function untilEnd(args: readonly string[], userData: string): Promise<Ended> {
  const child = spawn(packaged.program, [...args, `--user-data-dir=${userData}`], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      printed += text.toString();
    });
  }
  // What a debugging client would send first, over the pipe. Nobody may be there to read it.
  const [, , , orders, answers] = child.stdio;
  if (orders !== null && orders !== undefined && 'write' in orders) {
    orders.on('error', () => undefined);
    orders.write('{"id":1,"method":"Browser.getVersion"}\0');
  }
  answers?.on('data', (text: Buffer) => {
    printed += text.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
}

test.describe('the released program does not start', () => {
  for (const args of [
    ['--remote-debugging-port=0'],
    ['--remote-debugging-port=9222'],
    ['--remote-debugging-port'],
    ['-remote-debugging-port=0'],
    ['--remote-debugging-pipe'],
    ['--remote-debugging-pipe=json'],
    ['--no-first-run', '--remote-debugging-port=0', 'amc-access://redeem/inv-1?region=eu'],
  ]) {
    test(`with ${args.join(' ')}`, async ({ userData }) => {
      const { code, printed } = await untilEnd(args, userData);
      expect(code).toBe(1);
      expect(printed).toContain('AMC Access Manager does not start with --remote-debugging-p');
      expect(printed).not.toMatch(/listening on|"id":1/);
      expect(existsSync(join(userData, 'access.db'))).toBe(false);
    });
  }
});

/** The TCP ports that a process and its children listen on. */
function listeningPorts(userData: string): number[] {
  const pids = readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(userData);
    } catch {
      return false;
    }
  });
  const sockets = new Set(
    pids.flatMap((pid) => {
      try {
        return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
          try {
            return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
          } catch {
            return [];
          }
        });
      } catch {
        return [];
      }
    }),
  );
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
        return state === '0A' && sockets.has(inode) ? [parseInt(local.split(':')[1] ?? '', 16)] : [];
      }),
  );
}

/** Resolves when the app has opened its database, long after any port would have been opened. */
async function untilItRuns(child: ChildProcess, userData: string): Promise<void> {
  const log = join(userData, 'logs/app.log');
  await expect
    .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : String(child.exitCode)))
    .toContain('Started:');
  await expect
    .poll(() => existsSync(join(userData, 'settings.json')) || existsSync(join(userData, 'access.db')))
    .toBe(true);
}

test('debugging switches and variables open no port in the released program', async ({ userData }) => {
  test.skip(process.platform !== 'linux', 'read from /proc');
  const port = await freePort();
  const child = spawn(
    packaged.program,
    ['--inspect=0', `--inspect-brk=${port}`, '--inspect-port=0', `--user-data-dir=${userData}`],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_OPTIONS: '--inspect=0',
        ELECTRON_EXTRA_LAUNCH_ARGS: '--remote-debugging-port=0',
        ELECTRON_RUN_AS_NODE: '1',
        ELECTRON_ENABLE_LOGGING: '1',
      },
    },
  );
  const exited = once(child, 'exit');
  try {
    await untilItRuns(child, userData);
    expect(listeningPorts(userData)).toEqual([]);
    expect(existsSync(join(userData, 'DevToolsActivePort'))).toBe(false);
    // Node would open its inspector on this signal. Nothing handles it here, so it ends the app as it would any.
    child.kill('SIGUSR1');
    expect(await exited).toEqual([null, 'SIGUSR1']);
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
});

test('the keys that open DevTools elsewhere do nothing', async ({ startPackaged, windows }) => {
  const { screens, targets } = await startPackaged();
  await expect.poll(windows.inFront).toMatch(/AMC Access Manager/);
  for (const keys of ['ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'F12']) {
    await run('xdotool', ['key', keys]);
  }
  // The window has handled all of them when it handles the next one: Ctrl and a digit go to a screen.
  await run('xdotool', ['key', 'ctrl+6']);
  await expect(screens.heading('Redeem')).toBeVisible();
  await expect(screens.text('No invitations waiting')).toBeVisible();
  expect((await targets()).map((address) => new URL(address).protocol)).toEqual(['app:']);
});
