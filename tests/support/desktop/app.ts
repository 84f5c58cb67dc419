import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { appendFileSync } from 'node:fs';
import { projectRoot } from '../projectRoot';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export interface AppStart {
  /** The profile: database, settings and lock. */
  readonly userData: string;
  /** The app's output goes here. */
  readonly logFile: string;
  /** Variables to add to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Chromium's switches, as a person's shortcut may have them. */
  readonly switches?: readonly string[];
  /** A link that the system starts the app with. */
  readonly link?: string;
  /** The path of a file that a file manager starts the app with. */
  readonly file?: string;
  /** Whether the app's question about servers that aren't Amazon's, or a team's, is left to the test. Otherwise the answer is yes. */
  readonly leavesServersToTest?: boolean;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly pid: number;
  /** Quits as a person does; resolves when the app has ended. */
  quit(): Promise<void>;
  /** Ends the app immediately, as a crash would. Harmless if it has ended. */
  kill(): Promise<void>;
}

/** There is none on the virtual desktop; with this switch Chromium doesn't start its process twice to find out. */
const noGpu = '--disable-gpu';

/** Only for hangs, as long as what `expect` waits for (playwright.config.ts): machines differ by a factor of three. */
const limitOfWaitingMs = 60_000;

/** Starts the real app and waits until its first screen can be used. */
export async function startApp({
  userData,
  logFile,
  env = {},
  switches = [],
  link,
  file,
  leavesServersToTest = false,
}: AppStart): Promise<RunningApp> {
  const electron = await _electron.launch({
    // Not by `executablePath`: only this way does Playwright hold the app back until it has attached. Otherwise a window that
    // opens in the meantime is occasionally never seen.
    cwd: projectRoot,
    args: [
      `--user-data-dir=${userData}`,
      noGpu,
      ...switches,
      projectRoot,
      ...(link === undefined ? [] : [link]),
      ...(file === undefined ? [] : [file]),
    ],
    chromiumSandbox: true,
    env: { ...definedEnvironment(), ...env },
  });
  const child = electron.process();
  appendFileSync(logFile, '');
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      appendFileSync(logFile, text);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = await electron.firstWindow();
  page.setDefaultTimeout(limitOfWaitingMs);
  page.on('console', (message) => appendFileSync(logFile, `page ${message.type()}: ${message.text()}\n`));
  page.on('pageerror', (error) => appendFileSync(logFile, `page error: ${error.message}\n`));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Not before: its answer may be lost while the main process still imports itself. Nobody is asked at a start.
  if (!leavesServersToTest) await agreeToServers(electron);
  return {
    electron,
    page,
    pid: child.pid ?? 0,
    async quit() {
      await electron.close();
      await ended;
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) killWithHelpers(child);
      await ended;
    },
  };
}

/** A person who entered a test's own servers agrees to them. Every other question is shown. */
const agreeToServers = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ dialog }) => {
    const show = dialog.showMessageBox as (...args: readonly unknown[]) => Promise<unknown>;
    const showOrAgree = (...args: readonly unknown[]): Promise<unknown> => {
      const { buttons = [] } = args.at(-1) as { readonly buttons?: readonly string[] };
      const response = buttons.findIndex((text) => text === 'Use These Servers' || text === 'Connect');
      return response < 0 ? show(...args) : Promise.resolve({ response, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: showOrAgree });
  });

/** Playwright starts the app as the leader of a process group (not on Windows), which includes Chromium's helpers. */
function killWithHelpers(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

/** The program that `npm start` would run; the electron package knows where it is. */
export function electronProgram(): string {
  const program: unknown = createRequire(import.meta.url)('electron');
  if (typeof program !== 'string') throw new Error('The electron package gave no program.');
  return program;
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
