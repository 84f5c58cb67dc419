import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createInstanceWork,
  type InstanceWorkList,
} from '../../../../../main/access/instances/work/instanceWork';
import { createTaskLists, type TaskLists } from '../../../../../main/access/instances/tasks/taskLists';
import type { TaskTable } from '../../../../../main/access/instances/tasks/taskTable';
import { writePlan } from '../../../../../main/access/instances/plans';
import { createActivity, type Activity } from '../../../../../main/activity/activity';
import { actionText } from '../../../../../shared/domain/activity';
import type { PlannedInstances } from '../../../../../shared/domain/account/plannedInstances';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../../support/fixtures/store';
import { addInstances, addInvitation } from '../instanceFixture';

const main = { instanceId: 'i-main', name: 'Main' };
const media = { instanceId: 'i-media', name: 'Media' };

let store: Store;
let clock: number;
let events: string[];
let work: InstanceWorkList;
let lists: TaskLists;
let activity: Activity;
let table: TaskTable;

beforeEach(() => {
  store = temporaryStore();
  clock = 1000;
  events = [];
  addConnection(store.db, 'c-1');
  for (const id of ['A1', 'A2']) {
    addAccount(store.db, 'c-1', id);
  }
  store.db.exec('UPDATE ways_in SET can_invite = 1');
  addInstances(store.db, 'c-1', [main, media]);
  activity = createActivity(store.db);
  const deps = {
    db: store.db,
    now: () => clock,
    changed: (topic: string) => events.push(topic),
    record: activity.record,
    actorOf: () => ({ connectionLabel: 'Agency', actor: 'Dana <dana@example.com>' }),
  };
  work = createInstanceWork(deps);
  lists = createTaskLists({ ...deps, readTable: () => Promise.resolve(table) });
});
afterEach(() => {
  store.remove();
});

function accept(name: string, planned: PlannedInstances | null = null, accountId = 'A1'): void {
  const emailAddress = `${name}@example.com`;
  addInvitation(store.db, { invitationId: `inv-${name}`, emailAddress, userName: name, accountId });
  if (planned === null) return;
  writePlan(
    store.db,
    { realm: 'sandbox', accountId, emailAddress },
    { wanted: planned, plannedAt: 1, plannedBy: '' },
  );
}

const list = (more: Partial<Parameters<InstanceWorkList['list']>[0]> = {}) =>
  work.list({ limit: 50, offset: 0, ...more });
const shown = async () =>
  (await list()).people.map(({ userName, state, missing, added }) => [
    userName,
    state,
    missing.map(({ name }) => name).join(),
    added
      .map(({ name, by, sourceFile }) => [name, by, ...(sourceFile === null ? [] : [sourceFile])].join(' '))
      .join(),
  ]);
const states = async () => (await shown()).map(([name, state]) => [name, state]);
/** Some people as commands name them. */
const people = async (...names: readonly string[]) =>
  (await list()).people
    .filter(({ userName }) => names.includes(userName))
    .map(({ account, invitationId, saw }) => ({ invitation: { ...account, invitationId }, saw }));
const recorded = () =>
  activity
    .list({ limit: 50, offset: 0 })
    .entries.map((entry) => [actionText(entry), entry.userName, entry.actor, entry.detail]);

/** The code with which something is refused. */
const codeOf = (refused: Promise<unknown>): Promise<unknown> =>
  refused.then(
    () => null,
    (error: unknown) => (error as { readonly code: unknown }).code,
  );

describe('ticking off', () => {
  test('adds everything that is missing, and is recorded once for each person', async () => {
    accept('Ada', [main, media]);
    accept('Ben', [main]);
    const result = await work.tickOff(await people('Ada', 'Ben'));
    expect(result).toMatchObject({
      done: true,
      people: [{ instances: [main, media] }, { instances: [main] }],
    });
    const dana = 'Dana <dana@example.com>';
    expect(await shown()).toEqual([
      ['Ada', 'has', '', `Main ${dana},Media ${dana}`],
      ['Ben', 'has', '', `Main ${dana}`],
    ]);
    expect(recorded()).toEqual([
      ['Add to instances', 'Ben', dana, 'Main'],
      ['Add to instances', 'Ada', dana, 'Main and Media'],
    ]);
    expect(events).toEqual(['instances.changed']);
  });

  test('can be about one instance, and be undone with what it answered', async () => {
    accept('Ada', [main, media]);
    const [ada] = await people('Ada');
    if (ada === undefined) throw new Error('nobody');
    const result = await work.tickOff([{ ...ada, instances: [media] }]);
    expect(await shown()).toMatchObject([['Ada', 'waiting', 'Main', 'Media Dana <dana@example.com>']]);
    if (!result.done) throw new Error('refused');
    await work.takeBack(result.people);
    expect(await shown()).toEqual([['Ada', 'waiting', 'Main,Media', '']]);
    expect(recorded().map(([action, , , detail]) => [action, detail])).toEqual([
      ['Undo adding to instances', 'Media'],
      ['Add to instances', 'Media'],
    ]);
    const [again] = await people('Ada');
    if (again === undefined) throw new Error('nobody');
    await work.tickOff([again]);
    expect(await states()).toEqual([['Ada', 'has']]);
  });

  test('is refused as a whole if anybody changed since they were shown', async () => {
    accept('Ada', [main]);
    accept('Ben', [main]);
    const seen = await people('Ada', 'Ben');
    await work.tickOff(await people('Ben'));
    events.length = 0;
    expect(await work.tickOff(seen)).toEqual({ done: false, changed: 1 });
    expect(await states()).toEqual([
      ['Ada', 'waiting'],
      ['Ben', 'has'],
    ]);
    expect(recorded()).toHaveLength(1);
    expect(events).toEqual([]);
  });

  test('needs something to tick off', async () => {
    accept('Ada');
    expect(await codeOf(work.tickOff(await people('Ada')))).toBe('INVALID_INPUT');
    expect(await codeOf(work.takeBack(await people('Ada')))).toBe('INVALID_INPUT');
    expect(recorded()).toEqual([]);
    const [ada] = await people('Ada');
    if (ada === undefined) throw new Error('nobody');
    expect(await work.plan({ ...ada, wanted: [main] })).toEqual({ done: true });
    expect(await work.plan({ ...ada, wanted: [media] })).toEqual({ done: false });
    await work.tickOff(await people('Ada'));
    expect(await states()).toEqual([['Ada', 'has']]);
  });
});

test('the list is by account and name, is searched and filtered, and its counts are those of everybody', async () => {
  accept('Zoe', [main], 'A1');
  accept('Ben', [main], 'A2');
  accept('Ada', null, 'A2');
  await work.tickOff(await people('Ben'));
  expect((await shown()).map(([name]) => name)).toEqual(['Zoe', 'Ada', 'Ben']);
  const first = await list({ limit: 1 });
  expect(first.total).toBe(3);
  expect(first.accounts).toEqual([
    {
      account: { connectionId: 'c-1', accountId: 'A1' },
      realm: 'sandbox',
      instances: [main, media],
      asOf: 50,
      counts: { waiting: 1, has: 0, notTracked: 0 },
    },
  ]);
  const found = await list({ search: 'BEN', states: ['has'] });
  expect(found.people.map(({ userName }) => userName)).toEqual(['Ben']);
  expect(found.accounts).toMatchObject([{ instances: null, asOf: null, counts: { waiting: 1, has: 1 } }]);
  const ofAccount = await list({ account: { connectionId: 'c-1', accountId: 'A2' } });
  expect(ofAccount.people.map(({ userName }) => userName)).toEqual(['Ada', 'Ben']);
  expect(await work.counts()).toEqual({ waiting: 2, has: 1, notTracked: 0 });
});

test('an account that no connection administers any longer has no work', async () => {
  accept('Ada', [main]);
  store.db.exec('UPDATE ways_in SET can_invite = 0');
  expect(await work.counts()).toEqual({ waiting: 0, has: 0, notTracked: 0 });
  expect((await list()).people).toEqual([]);
});

test('earlier acceptances aren’t tracked until somebody asks for it: of one, of an account, of all', async () => {
  for (const [name, accountId] of [
    ['Ada', 'A1'],
    ['Ben', 'A1'],
    ['Cleo', 'A2'],
  ] as const) {
    accept(name, null, accountId);
    store.db
      .prepare(`INSERT INTO untracked_acceptances VALUES ('sandbox', ?, ?)`)
      .run(accountId, `inv-${name}`);
  }
  expect(await work.counts()).toEqual({ waiting: 0, has: 0, notTracked: 3 });
  const account = { connectionId: 'c-1', accountId: 'A1' };
  expect(work.track({ invitation: { ...account, invitationId: 'inv-Ada' } })).toEqual({ people: 1 });
  expect(await work.counts()).toEqual({ waiting: 1, has: 0, notTracked: 2 });
  expect(work.track({ account })).toEqual({ people: 1 });
  expect(await work.counts()).toEqual({ waiting: 2, has: 0, notTracked: 1 });
  expect(work.track('all')).toEqual({ people: 1 });
  expect(work.track('all')).toEqual({ people: 0 });
  expect(await work.counts()).toEqual({ waiting: 3, has: 0, notTracked: 0 });
  expect(events).toHaveLength(3);
});

describe('a task list', () => {
  /** The exported list, with cells changed as a colleague would. */
  async function handedBack(change: (row: Record<string, string>) => Record<string, string>): Promise<void> {
    const [headers = [], ...rows] = await lists.rows(undefined);
    const changed = rows.map((row) => {
      const cells = change(Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
      return headers.map((header) => cells[header] ?? '');
    });
    table = {
      fileName: 'tasks.csv',
      rows: [headers, ...changed],
      rowNumbers: [headers, ...changed].map((_, at) => at + 1),
    };
  }
  const reasons = (preview: Awaited<ReturnType<TaskLists['open']>>) =>
    Object.fromEntries(preview.leftOut.map(({ reason, lines }) => [reason, lines.map(({ line }) => line)]));

  test('has a line for each person and instance', async () => {
    accept('Ada', [main, media]);
    accept('Ben', null, 'A2');
    await work.tickOff((await people('Ada')).map((each) => ({ ...each, instances: [main] })));
    expect(await lists.rows(undefined)).toEqual([
      [
        'Account',
        'Account ID',
        'Account key',
        'Person',
        'Email',
        'Instance',
        'Instance ID',
        'Done',
        'Done by',
        'Done on (UTC)',
      ],
      ['Name of A1', 'A1', 'sandbox:A1', 'Ada', 'Ada@example.com', 'Media', 'i-media', 'no', '', ''],
      [
        'Name of A1',
        'A1',
        'sandbox:A1',
        'Ada',
        'Ada@example.com',
        'Main',
        'i-main',
        'yes',
        'Dana <dana@example.com>',
        '1970-01-01 00:00:01',
      ],
      ['Name of A2', 'A2', 'sandbox:A2', 'Ben', 'Ben@example.com', '', '', 'no', '', ''],
    ]);
  });

  test('comes back with ticks by a colleague; an earlier tick keeps its name; nothing is written before it is added', async () => {
    accept('Ada', [main, media]);
    await work.tickOff((await people('Ada')).map((each) => ({ ...each, instances: [main] })));
    await handedBack((row) => ({ ...row, Done: 'Yes', 'Done by': 'Ben' }));
    clock = 5000;
    const preview = await lists.open('/tasks.csv');
    expect(preview.ticks).toEqual([{ by: 'Ben', count: 1 }]);
    expect(reasons(preview)).toEqual({ alreadyDone: [3] });
    expect(recorded()).toHaveLength(1);
    expect(await lists.add(preview.previewId)).toEqual({ ticks: 1 });
    expect(await shown()).toEqual([['Ada', 'has', '', 'Main Dana <dana@example.com>,Media Ben tasks.csv']]);
    expect(recorded()[0]).toEqual([
      'Add to instances',
      'Ada',
      'Dana <dana@example.com>',
      'Media; added by Ben, from “tasks.csv”',
    ]);
    // Read in again, it says nothing new.
    const again = await lists.open('/tasks.csv');
    expect(again.ticks).toEqual([]);
    expect(reasons(again)).toEqual({ alreadyDone: [2, 3] });
  });

  test('names every line that fits nothing, and why', async () => {
    accept('Ada', [main]);
    accept('Ben', null, 'A2');
    const header = ['Account ID', 'Email', 'Instance', 'Done?', 'Done on'];
    const rows = [
      ['My tasks'],
      header,
      ['A1', 'ada@EXAMPLE.com', 'main', 'x', '2026-01-01'],
      ['A1', 'ada@example.com', 'MAIN', 'yes', ''],
      ['A1', 'ada@example.com', 'Media', 'no', ''],
      ['A1', 'ada@example.com', 'Other', 'yes', ''],
      ['A1', 'nobody@example.com', 'Main', 'yes', ''],
      ['A9', 'ada@example.com', 'Main', 'yes', ''],
      ['A1', 'ada@example.com', 'Main', 'later', ''],
      ['A1', '', 'Main', 'yes', ''],
      // Nobody knows the instances of this account: it is as the colleague wrote it.
      ['A2', 'ben@example.com', 'Sandbox', 'yes', ''],
    ];
    table = { fileName: 'tasks.csv', rows, rowNumbers: rows.map((_, at) => at + 1) };
    const preview = await lists.open('/tasks.csv');
    expect(preview.lines.map(({ line, instance, by, at }) => [line, instance, by, at])).toEqual([
      [3, 'main', 'unknown', 1000],
      [11, 'Sandbox', 'unknown', 1000],
    ]);
    expect(reasons(preview)).toEqual({
      ...{ repeated: [4], notDone: [5], otherInstance: [6], nobody: [7], noAccount: [8], unclear: [9] },
      incomplete: [10],
    });
    await lists.add(preview.previewId);
    expect(await states()).toEqual([
      ['Ada', 'has'],
      ['Ben', 'has'],
    ]);
  });

  test('knows an instance that is planned by its name alone, in an account whose instances are known', async () => {
    accept('Ada', [{ instanceId: null, name: 'Main' }]);
    await handedBack((row) => ({ ...row, Done: 'yes' }));
    const preview = await lists.open('/tasks.csv');
    expect(preview.leftOut).toEqual([]);
    await lists.add(preview.previewId);
    expect(await states()).toEqual([['Ada', 'has']]);
    const again = await lists.open('/tasks.csv');
    expect(reasons(again)).toEqual({ alreadyDone: [2] });
  });

  test('isn’t added if something changed since it was opened, or another one was', async () => {
    accept('Ada', [main, media]);
    await handedBack((row) => ({ ...row, Done: 'yes' }));
    const preview = await lists.open('/tasks.csv');
    await work.tickOff(await people('Ada'));
    expect(await codeOf(lists.add(preview.previewId))).toBe('INVALID_INPUT');
    expect(recorded()).toHaveLength(1);
    const newer = await lists.open('/tasks.csv');
    expect(await codeOf(lists.add(preview.previewId))).toBe('INVALID_INPUT');
    lists.close();
    expect(await codeOf(lists.add(newer.previewId))).toBe('INVALID_INPUT');
  });

  test('is recognized by its columns', async () => {
    table = { fileName: 'people.csv', rows: [['Email', 'Name']], rowNumbers: [1] };
    expect(await codeOf(lists.open('/people.csv'))).toBe('INVALID_INPUT');
  });
});
