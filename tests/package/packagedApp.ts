import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { AppStart } from '../support/desktop/app';
import { projectRoot } from '../support/projectRoot';
import { screensOf, type Screens } from '../support/desktop/screens';

/** The locations of this platform's program, its resources and its licenses in the released package. */
export const packaged = pathsIn('dist-package');

/** The same for the package that can be driven. It differs in one constant (`twoPackages.spec.ts`). */
export const debuggable = pathsIn('dist-package/debuggable');

export interface PackagedApp {
  readonly page: Page;
  readonly screens: Screens;
  /** The addresses of what can be debugged in it: its page, and DevTools if open. */
  targets(): Promise<string[]>;
  /** Quits as the system requests it; resolves with its exit code. */
  quit(): Promise<number | null>;
  /** Ends the app immediately. Harmless if it has ended. */
  kill(): Promise<void>;
}

/**
 * Starts the packaged app and waits until its first screen can be used. Its main process can't be driven: the fuse for that is
 * off. What remains is Chromium's own debugging port, which reaches the page, and which only the debuggable package opens.
 */
export async function startPackagedApp({ userData, logFile }: AppStart): Promise<PackagedApp> {
  const child = spawn(debuggable.program, ['--remote-debugging-port=0', `--user-data-dir=${userData}`]);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      resolve(code);
    });
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
  try {
    const address = await debuggingAddress(child, logFile);
    await pageIsLoaded(address);
    const browser = await chromium.connectOverCDP(address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The packaged app has no page.');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    return {
      page,
      screens: screensOf(page),
      targets: async () => (await listTargets(address)).map(({ url }) => url),
      quit() {
        child.kill('SIGTERM');
        return ended;
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Chromium prints it to standard error. @throws Error if the app ends before that. */
function debuggingAddress(child: ChildProcess, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The packaged app ended with ${code ?? 'a signal'} before it could be used.`));
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', (line) => {
        appendFileSync(logFile, `${line}\n`);
        const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
  });
}

const targets = z.array(z.object({ type: z.string(), url: z.string(), title: z.string() }));

const listTargets = async (debugging: string): Promise<z.infer<typeof targets>> =>
  targets.parse(await (await fetch(`http://${new URL(debugging).host}/json/list`)).json());

/** On a busy machine Playwright can wait forever for a page that it attaches to while loading. */
async function pageIsLoaded(debugging: string): Promise<void> {
  await expect(async () => {
    expect(await listTargets(debugging)).toContainEqual({
      type: 'page',
      url: expect.stringMatching('^app://amc/'),
      title: expect.stringMatching(/AMC Access Manager$/),
    });
  }).toPass();
}

function pathsIn(packages: string) {
  const folderOf = (name: string): string => join(projectRoot, packages, name);
  if (process.platform === 'darwin') {
    const folder = folderOf(process.arch === 'x64' ? 'mac' : `mac-${process.arch}`);
    const contents = join(folder, 'AMC Access Manager.app/Contents');
    const resources = join(contents, 'Resources');
    return { folder, program: join(contents, 'MacOS/AMC Access Manager'), resources, licences: resources };
  }
  const folder = folderOf(process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  const program = join(
    folder,
    process.platform === 'win32' ? 'AMC Access Manager.exe' : 'amc-access-manager',
  );
  return { folder, program, resources: join(folder, 'resources'), licences: folder };
}
