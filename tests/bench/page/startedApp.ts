import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronProgram } from '../../support/desktop/app';
import { devToolsOf, type DevTools } from './devTools';
import { firstPage, type Page } from './page';

export interface StartedApp {
  readonly page: Page;
  readonly devTools: DevTools;
  readonly pid: number;
  /** When the program was started, ms since 1970. */
  readonly startedAt: number;
  /** Quits cleanly: after a crash the next start would first check for damage. */
  quit(): Promise<void>;
}

/** An app that fails before it has a page shows a dialog, which would be waited for until then. */
const maxRunMs = 90_000;

/**
 * Starts an Electron app as a person does, plus a pipe to inspect its page. (Playwright's own launcher delays the start while it
 * attaches, and takes processor time; both would be measured.) Resolves when the page begins to load.
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
    [`--user-data-dir=${userData}`, '--remote-debugging-pipe', ...switches, app],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], timeout: maxRunMs, killSignal: 'SIGKILL' },
  );
  const ended = once(child, 'exit');
  const quit = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const devTools = devToolsOf(child);
    return { page: await firstPage(devTools), devTools, pid: child.pid ?? 0, startedAt, quit };
  } catch (error) {
    await quit();
    throw error;
  }
}
