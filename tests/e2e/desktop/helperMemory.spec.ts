import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { removeFolders } from '../../support/desktop/sharedApps';
import { readGreedily } from '../../support/greedyHelper/greedyApp';

test('reading a file stops when it takes too much memory, and the message says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amc-greedy-'));
  try {
    const { error, helperIsAlive } = await readGreedily(folder, 256 * 1024 * 1024);
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      message:
        'Reading this file takes more than 0.25 GB of memory, so it was stopped. Save only the list in a new file, or as CSV, and select that file.',
    });
    expect(helperIsAlive).toBe(false);
  } finally {
    await removeFolders(folder);
  }
});
