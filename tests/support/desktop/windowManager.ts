import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

const run = promisify(execFile);

/** A small window manager (openbox) on the test's display: only with one can a window be minimized, or come to the front. */
export interface WindowManager {
  /** Minimizes the app's window, as a person does. */
  minimise(title: string): Promise<void>;
  /** The title of the focused window; empty if none has the focus. */
  inFront(): Promise<string>;
  /** The titles of all windows, minimised ones too, that have this text in them. */
  titles(text: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts it with its own defaults, whatever the person's are, and waits until it manages the display. */
export async function startWindowManager(): Promise<WindowManager> {
  const manager = spawn('openbox', ['--sm-disable', '--config-file', '/etc/xdg/openbox/rc.xml'], {
    stdio: 'ignore',
  });
  const ended = once(manager, 'exit');
  await expect(() => run('xdotool', ['get_num_desktops'])).toPass();
  return {
    async minimise(title) {
      await run('xdotool', ['search', '--sync', '--onlyvisible', '--name', title, 'windowminimize']);
    },
    // The tool fails if there is no such window.
    inFront: () =>
      run('xdotool', ['getactivewindow', 'getwindowname']).then(
        ({ stdout }) => stdout.trim(),
        () => '',
      ),
    titles: (text) =>
      run('xdotool', ['search', '--name', text, 'getwindowname', '%@']).then(
        ({ stdout }) => stdout.trim().split('\n'),
        () => [],
      ),
    async close() {
      manager.kill();
      await ended;
    },
  };
}
