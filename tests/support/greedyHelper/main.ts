import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app } from 'electron';
import { createTableHelper } from '../../../main/shell/helpers/tableHelper';
import { CodedError } from '../../../shared/errors';
import type { GreedyEnd } from './greedyApp';

// An app without a window. It has a file read by a helper that never has enough memory, and records how that ended.

const [folder = '', maxBytes = ''] = process.argv.slice(-2);
const file = join(folder, 'people.csv');

async function read(): Promise<GreedyEnd['error']> {
  await app.whenReady();
  const helper = createTableHelper(join(import.meta.dirname, 'greedy.js'), Number(maxBytes));
  try {
    await helper.read({ file }, {});
    return undefined;
  } catch (thrown) {
    return thrown instanceof CodedError ? thrown.toBody() : undefined;
  }
}

/** The helper has written its process ID into the file that it was given to read. */
function isHelperAlive(): boolean {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch {
    return false;
  }
}

/** Chromium doesn't announce every helper that it has ended, so its process is looked for; for at most a minute. */
async function waitForItsEnd(): Promise<void> {
  for (let looks = 0; looks < 600 && isHelperAlive(); looks += 1) await setTimeout(100);
}

void read().then(async (error) => {
  await waitForItsEnd();
  const end: GreedyEnd = { error, helperIsAlive: isHelperAlive() };
  writeFileSync(join(folder, 'end.json'), JSON.stringify(end));
  app.exit();
});
