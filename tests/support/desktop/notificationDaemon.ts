import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

const run = promisify(execFile);

/** What the system showed to the person. */
interface ShownNotification {
  readonly title: string;
  readonly text: string;
}

/** A real notification daemon (dunst) on the test's own session bus and display. */
export interface NotificationDaemon {
  /** Everything it has shown so far, oldest first. */
  shown(): ShownNotification[];
  /** Clicks the top one. */
  click(): Promise<void>;
  /** How many are currently shown. */
  standing(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts it with its own settings, whatever the person's are, and waits until it is on the bus. The test's system shows
 * notifications only while it runs.
 */
export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-notifications-'));
  const record = join(folder, 'shown');
  const keep = join(folder, 'keep.sh');
  writeFileSync(keep, keepScript);
  chmodSync(keep, 0o755);
  const config = join(folder, 'dunstrc');
  writeFileSync(config, configOf(keep));
  const daemon = spawn('dunst', ['-config', config], {
    stdio: 'ignore',
    env: { ...process.env, SHOWN_NOTIFICATIONS: record },
  });
  const ended = once(daemon, 'exit');
  await expect(() => run('dunstctl', ['is-paused'])).toPass();
  return {
    shown: () => (existsSync(record) ? readRecord(readFileSync(record, 'utf8')) : []),
    async click() {
      await run('dunstctl', ['action', '0']);
    },
    async standing() {
      return Number((await run('dunstctl', ['count', 'displayed'])).stdout);
    },
    async close() {
      daemon.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Called by the daemon for each notification; here a line has no tab and no line break of its own. */
const keepScript = `#!/bin/sh
printf '%s\\t%s\\n' "$DUNST_SUMMARY" "$DUNST_BODY" >> "$SHOWN_NOTIFICATIONS"
`;

/** They stay until they are clicked or withdrawn. */
const configOf = (script: string): string => `[global]
    markup = no
[all]
    summary = "*"
    timeout = 0
    script = ${script}
`;

const readRecord = (record: string): ShownNotification[] =>
  record
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [title = '', text = ''] = line.split('\t');
      return { title, text };
    });
