import { join } from 'node:path';
import { listAccounts } from '../../../main/access/accounts';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { transaction } from '../../../main/storage/transaction';
import { addAccount } from '../../support/fixtures/store';
import type { Bench } from '../bench';
import { writeLargeBatch } from '../largeBatch';
import { paintOf } from '../page/inPage';
import { openGrid, openMatrix } from '../page/openGrid';
import { repeated, watchWork, type Watched, type Work } from '../page/watchWork';
import type { Measurement } from '../results/results';
import { writeViewers } from '../viewers';
import { homeVisible } from './launch';

const [people, accounts, membersEach] = [500, 300, 40];
const realm = 'amazon';
const runs = 3;

/** The repeat interval of a held key, in ms. */
const repeatMs = 33;

/** The same in both grids. */
const work: Work = {
  'holding Down': (page) => repeated(90, repeatMs, () => page.press('ArrowDown')),
  'holding Page Down': (page) => repeated(60, repeatMs, () => page.press('PageDown')),
  'turning the wheel': (page) => repeated(90, repeatMs, () => page.turnWheel(700, 600, 400)),
};

/** What only the matrix has: many columns. Compared with the same work downward in a batch's grid. */
const sideways: Work = {
  'holding Right': (page) => repeated(90, repeatMs, () => page.press('ArrowRight')),
  'turning the wheel sideways': (page) => repeated(90, repeatMs, () => page.turnWheel(700, 600, 400, true)),
};
const comparedWith: Readonly<Record<string, string>> = {
  'holding Right': 'holding Down',
  'turning the wheel sideways': 'turning the wheel',
};

/**
 * The longest frame, and the page's own work in one, in the matrix of 500 people and 300 accounts, compared to a batch's grid in the
 * same app. It adds accounts and members to the profile, so it is measured last.
 */
export async function matrixFrames(bench: Bench): Promise<Measurement[]> {
  const batchId = await writeLargeBatch(bench.userData);
  writeMembers(bench.userData);
  const inGrid = new Map<string, Watched[]>();
  const inMatrix = new Map<string, Watched[]>();
  for (let run = 0; run < runs; run += 1) {
    await bench.withApp('ours', async (app) => {
      await paintOf(app.page, homeVisible);
      await openGrid(app.page, batchId);
      await watchWork(app, work, inGrid);
      await openMatrix(app.page);
      await watchWork(app, { ...sideways, ...work }, inMatrix);
    });
  }
  return [...inMatrix].flatMap(([name, matrix]): Measurement[] => {
    const grid = inGrid.get(comparedWith[name] ?? name) ?? [];
    return [
      {
        name: `longest frame while ${name}, in the matrix, against a batch's grid`,
        unit: 'ms',
        values: matrix.map(({ maxMs }) => maxMs),
        baselines: grid.map(({ maxMs }) => maxMs),
        target: { times: 1.5 },
      },
      {
        name: `longest piece of the page's work while ${name}, in the matrix, against a batch's grid`,
        unit: 'ms',
        values: matrix.map(({ taskMs }) => taskMs),
        baselines: grid.map(({ taskMs }) => taskMs),
      },
    ];
  });
}

function writeMembers(userData: string): void {
  const db = openDatabase(join(userData, 'access.db'));
  try {
    const now = Date.now();
    const stored = new Set(listAccounts(db, {}).map(({ accountId }) => accountId));
    for (let index = stored.size; index < accounts; index += 1) stored.add(`matrix-${String(index)}`);
    [...stored].forEach((accountId, index) => {
      const listed = Array.from({ length: membersEach }, (_, each) => (index * 7 + each * 13) % people);
      transaction(db, () => {
        if (accountId.startsWith('matrix-')) addAccount(db, 'bench', accountId, realm);
        writeViewers(db, { realm, accountId }, listed, now);
      });
    });
  } finally {
    closeDatabase(db);
  }
}
