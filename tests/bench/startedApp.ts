import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { electronProgram } from '../support/desktop/app';

export interface StartedApp {
  readonly page: Page;
  readonly pid: number;
  /** When the program was started, ms since 1970. */
  readonly startedAt: number;
  /** Ends the program at once. */
  kill(): Promise<void>;
}

/**
 * Starts an Electron app the way a person does, but for a debugging port: Playwright's own launcher holds the start
 * back while it attaches, which would be measured too. Resolves once the page can be talked to.
 * @param app the app's folder
 * @param switches further command-line switches
 */
export async function startElectron(
  app: string,
  userData: string,
  switches: readonly string[] = [],
): Promise<StartedApp> {
  const startedAt = Date.now();
  const child = spawn(
    electronProgram(),
    [`--user-data-dir=${userData}`, '--remote-debugging-port=0', ...switches, app],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const endpoint = await debuggingEndpoint(child);
    await pageIsThere(endpoint);
    const browser = await chromium.connectOverCDP(endpoint);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The app has no page.');
    return { page, pid: child.pid ?? 0, startedAt, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** What Chromium prints about its debugging port. The stream is read on, so that the program never waits for us. */
function debuggingEndpoint({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('The program was started without a pipe for what it prints.');
  return new Promise((resolve, reject) => {
    createInterface({ input: stderr })
      .on('line', (line) => {
        const endpoint = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
        if (endpoint !== undefined) resolve(endpoint);
      })
      .once('close', () => {
        reject(new Error('The app ended before it could be measured.'));
      });
  });
}

/** Playwright can wait for ever when it connects while the first page is being made, so it connects afterwards. */
async function pageIsThere(endpoint: string): Promise<void> {
  const list = new URL('/json/list', endpoint.replace(/^ws/, 'http'));
  for (;;) {
    const targets = (await (await fetch(list)).json()) as readonly { readonly url: string }[];
    if (targets.some(({ url }) => /^(app|file):/.test(url))) return;
    // There is no event for it. Short beside what is measured, long enough to leave the app its processor.
    await pause(20);
  }
}
