import { test } from '@playwright/test';
import { openBench, type Bench } from './bench';
import { writeResults } from './results/report';
import { toRow, type Row } from './results/results';
import { matrixFrames } from './rows/matrixFrames';
import { idleMemory } from './rows/idleMemory';
import { largeCommands } from './rows/largeCommands';
import { launch } from './rows/launch';
import { accountSwitch } from './rows/accountSwitch';
import { approvalFiles } from './rows/approvalFiles';
import { filterKeystroke } from './rows/filterKeystroke';
import { gridFrames } from './rows/gridFrames';
import { importing } from './rows/importing';
import { linearText } from './rows/linearText';
import { mainQueries } from './rows/mainQueries';
import { manyOperations } from './rows/manyOperations';
import { readingLarge } from './rows/readingLarge';
import { peopleQueries } from './rows/peopleQueries';
import { refresh } from './rows/refresh';
import { sending } from './rows/sending';
import { teamMerge } from './rows/teamMerge';
import { teamPolling } from './rows/teamPolling';
import { teamSending } from './rows/teamSending';
import { unpackedSize } from './rows/unpackedSize';

// `npm run bench`. It measures and reports; a missed target fails nothing. Each entry is a file of rows/ and can be run alone:
// npm run bench -- --grep "idle memory"
const measured = {
  launch,
  'idle memory': idleMemory,
  'account switch': accountSwitch,
  'filter keystroke': filterKeystroke,
  'main queries': mainQueries,
  'people queries': peopleQueries,
  'grid frames': gridFrames,
  importing,
  'reading large': readingLarge,
  'linear text': linearText,
  refresh,
  sending,
  'team sending': teamSending,
  'team polling': teamPolling,
  'team merge': teamMerge,
  'many operations': manyOperations,
  'large commands': largeCommands,
  'approval file': approvalFiles,
  'unpacked size': unpackedSize,
  'matrix frames': matrixFrames,
};

test.describe.configure({ mode: 'serial' });

let bench: Bench;
const rows: Row[] = [];

test.beforeAll(async () => {
  bench = await openBench();
});

for (const [title, measure] of Object.entries(measured)) {
  test(title, async () => {
    rows.push(...(await measure(bench)).map(toRow));
  });
}

test.afterAll(() => {
  bench.remove();
  writeResults(rows, bench.versions);
});
