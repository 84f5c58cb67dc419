import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { projectRoot, type AppStart } from '../support/desktop/app';
import { screensOf, type Screens } from '../support/desktop/screens';

/** Where this platform's program, its resources and its licences lie in the package. */
export const packaged = pathsFor(process.platform);

export interface PackagedApp {
  readonly page: Page;
  readonly screens: Screens;
  /** Quits as the system asks a program to; answers with its exit code. */
  quit(): Promise<number | null>;
  /** Ends the program at once. Harmless when it has ended. */
  kill(): Promise<void>;
}

/**
 * Starts the packaged app and waits until its first screen can be used. Its main process can't be driven: the fuse for
 * that is off. What is left is Chromium's own debugging port, which reaches the page.
 */
export async function startPackagedApp({ userData, logFile }: AppStart): Promise<PackagedApp> {
  const child = spawn(packaged.program, ['--remote-debugging-port=0', `--user-data-dir=${userData}`]);
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

/** Chromium says it on its standard error. @throws Error when the program ends before. */
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

/** On a busy machine Playwright can wait forever for a page that it meets while that still loads. */
async function pageIsLoaded(debugging: string): Promise<void> {
  const list = `http://${new URL(debugging).host}/json/list`;
  await expect(async () => {
    const found = targets.parse(await (await fetch(list)).json());
    expect(found).toContainEqual({
      type: 'page',
      url: expect.stringMatching('^app://amc/'),
      title: expect.stringMatching(/AMC Access Manager$/),
    });
  }).toPass({ timeout: 20_000 });
}

function pathsFor(platform: NodeJS.Platform) {
  const inPackages = (...parts: string[]): string => join(projectRoot, 'dist-package', ...parts);
  if (platform === 'darwin') {
    const app = inPackages(process.arch === 'x64' ? 'mac' : `mac-${process.arch}`, 'AMC Access Manager.app');
    const resources = join(app, 'Contents/Resources');
    return { program: join(app, 'Contents/MacOS/AMC Access Manager'), resources, licences: resources };
  }
  const folder = inPackages(platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  const program = join(folder, platform === 'win32' ? 'AMC Access Manager.exe' : 'amc-access-manager');
  return { program, resources: join(folder, 'resources'), licences: folder };
}
