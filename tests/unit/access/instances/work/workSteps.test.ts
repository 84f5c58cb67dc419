import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePlan } from '../../../../../main/access/instances/plans';
import { createTaskLists, type TaskLists } from '../../../../../main/access/instances/tasks/taskLists';
import type { TaskTable } from '../../../../../main/access/instances/tasks/taskTable';
import { writeTick } from '../../../../../main/access/instances/ticks';
import { everybodyInWork, listWork } from '../../../../../main/access/instances/work/listWork';
import { ledgerAddressesOf } from '../../../../../main/access/ledger/ledgerAddresses';
import type { Database } from '../../../../../main/storage/database';
import { atOnce, type Stepwise } from '../../../../../main/storage/stepwise';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../../support/fixtures/store';
import { addInstances, addInvitation } from '../instanceFixture';

const main = { instanceId: 'i-main', name: 'Main' };
let store: Store;

beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  store.db.exec('UPDATE ways_in SET can_invite = 1');
  addInstances(store.db, 'c-1', [main]);
});
afterEach(() => {
  store.remove();
});

const addressOf = (index: number): string => `p${String(index).padStart(3, '0')}@example.com`;

/** People from one number to before another, who wait for an instance. */
function accept(from: number, to: number): void {
  store.db.exec('BEGIN');
  for (let index = from; index < to; index += 1) {
    const emailAddress = addressOf(index);
    addInvitation(store.db, { invitationId: `inv-${String(index)}`, emailAddress });
    writePlan(
      store.db,
      { realm: 'sandbox', accountId: 'A1', emailAddress },
      { wanted: [main], plannedAt: 1, plannedBy: '' },
    );
  }
  store.db.exec('COMMIT');
}

/** How often statements run in some work on the database. */
function countStatements(work: (db: Database) => void): number {
  let count = 0;
  const counted = <T extends object>(target: T, own: (name: string | symbol) => unknown): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = own(name) ?? Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  work(
    counted(store.db, (method) =>
      method !== 'prepare'
        ? undefined
        : (sql: string) =>
            counted(store.db.prepare(sql), (name) => {
              if (name === 'all' || name === 'get' || name === 'run') count += 1;
              return undefined;
            }),
    ),
  );
  return count;
}

/** In how many steps work is done. */
function stepsOf(work: Stepwise<unknown>): number {
  for (let count = 1; ; count += 1) if (work.next().done === true) return count;
}

test('a page of 50 people takes as many statements as one of 2', async () => {
  accept(0, 2);
  await ledgerAddressesOf(store.db).bringUpToDate();
  const page = (db = store.db) => atOnce(listWork(db, { limit: 50, offset: 0 }));
  const ofTwo = countStatements(page);
  accept(2, 50);
  expect(page().people).toHaveLength(50);
  expect(countStatements(page)).toBe(ofTwo);
  expect(ofTwo).toBeGreaterThan(0);
});

test('a long list is found and read in steps, with a statement for many people', async () => {
  accept(0, 450);
  await ledgerAddressesOf(store.db).bringUpToDate();
  expect(stepsOf(listWork(store.db, { limit: 50, offset: 0 }))).toBe(3);
  expect(stepsOf(everybodyInWork(store.db))).toBe(7);
  expect(countStatements((db) => atOnce(everybodyInWork(db)))).toBeLessThan(20);
  expect(atOnce(everybodyInWork(store.db)).map(({ emailAddress }) => emailAddress)).toEqual(
    Array.from({ length: 450 }, (_, index) => addressOf(index)),
  );
});

test('somebody who changes while a task list is added ends it: what was added stays, the rest is added when it is opened again', async () => {
  accept(0, 60);
  const table: TaskTable = {
    fileName: 'tasks.csv',
    rows: [
      ['Account ID', 'Email', 'Instance', 'Done', 'Done by'],
      ...Array.from({ length: 60 }, (_, index) => ['A1', addressOf(index), 'Main', 'yes', 'Ben']),
    ],
    rowNumbers: Array.from({ length: 61 }, (_, index) => index + 1),
  };
  let recorded = 0;
  let onRecord = (): void => undefined;
  const lists: TaskLists = createTaskLists({
    db: store.db,
    now: () => 1000,
    changed: () => undefined,
    record: (entries) => {
      recorded += entries.length;
      onRecord();
    },
    actorOf: () => ({ connectionLabel: 'Agency', actor: 'Dana' }),
    readTable: () => Promise.resolve(table),
  });
  // Ticked off in the list while the first people of the file are added.
  onRecord = () => {
    onRecord = () => undefined;
    writeTick(store.db, {
      ...{ realm: 'sandbox', accountId: 'A1', emailAddress: addressOf(55), kind: 'added', instance: main },
      ...{ at: 900, by: 'Dana', sourceFile: null },
    });
  };
  const { previewId } = await lists.open('/tasks.csv');
  await expect(lists.add(previewId)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(/^50 of 60 people were added; /) as unknown,
  });
  expect(recorded).toBe(50);
  const again = await lists.open('/tasks.csv');
  expect(again.lines).toHaveLength(9);
  expect(await lists.add(again.previewId)).toEqual({ ticks: 9 });
  expect(recorded).toBe(59);
  expect(atOnce(everybodyInWork(store.db, ['waiting']))).toEqual([]);
});
