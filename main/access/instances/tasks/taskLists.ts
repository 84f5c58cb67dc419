import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import type { TaskLeftOut, TaskLine, TaskPreview } from '../../../../shared/domain/account/instanceTasks';
import { CodedError } from '../../../../shared/errors';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { addToGroup, groupBy } from '../../../../shared/util/groupBy';
import { chunksOf } from '../../../../shared/domain/outbox/chunk';
import type { Database } from '../../../storage/database';
import { newRecordId } from '../../../storage/recordId';
import { inTurns, type Stepwise } from '../../../storage/stepwise';
import { transaction } from '../../../storage/transaction';
import { accessErrorText } from '../../accessErrorText';
import { findAccount } from '../../accountAccess';
import { ledgerAddressesOf } from '../../ledger/ledgerAddresses';
import { administeredAccounts } from '../work/findWork';
import { writeTicks, type InstanceWorkDeps, type TickOrder } from '../work/instanceWork';
import { everybodyInWork, listedInstances } from '../work/listWork';
import { readWork } from '../work/readWork';
import { readTasks, type ReadTask, type ReadTasks, type TaskAccount } from './readTasks';
import { taskRows, type TaskTable } from './taskTable';

interface TaskListsDeps extends InstanceWorkDeps {
  /** Reads a table in another process. Rejects with a CodedError. */
  readonly readTable: (
    source: { readonly file: string },
    options: { readonly withHiddenRows: boolean },
  ) => Promise<TaskTable>;
}

/** Work that is handed to a colleague as a table, and taken back in. */
export interface TaskLists {
  /** The list as rows of texts, the headers first. */
  rows(states: CheckedInput<'instances.exportTasks'>['states']): Promise<string[][]>;
  /** Reads a task list and keeps it until it is added. Rejects with a CodedError INVALID_INPUT if it is none. */
  open(file: string): Promise<TaskPreview>;
  /** See 'instances.addTasks'. */
  add(previewId: string): Promise<ChannelOutput<'instances.addTasks'>>;
  close(): void;
}

interface Opened {
  readonly preview: TaskPreview;
  readonly tasks: readonly ReadTask[];
}

export function createTaskLists(deps: TaskListsDeps): TaskLists {
  const { db, now, changed, readTable } = deps;
  const { bringUpToDate } = ledgerAddressesOf(db);
  let opened: Opened | null = null;
  return {
    async rows(states = ['waiting', 'has']) {
      await bringUpToDate();
      return inTurns(exportRows(db, states));
    },
    async open(file) {
      const table = await readTable({ file }, { withHiddenRows: true });
      await bringUpToDate();
      const read = await inTurns(compared(deps, table));
      opened = { preview: previewOf(table.fileName, newRecordId(now()), read), tasks: read.tasks };
      return opened.preview;
    },
    async add(previewId) {
      const latest = opened;
      if (latest?.preview.previewId !== previewId) throw invalid(accessErrorText.otherTaskList);
      await bringUpToDate();
      // From here on no one else adds it, and what is there already is left out when it is opened again.
      opened = null;
      const orders = ordersOf(latest);
      try {
        await inTurns(checkOrders(db, orders));
      } catch (error) {
        opened ??= latest;
        throw error;
      }
      try {
        await inTurns(writeOrders(deps, orders));
      } finally {
        changed('instances.changed');
      }
      return { ticks: latest.tasks.length };
    },
    close() {
      opened = null;
    },
  };
}

function* exportRows(
  db: Database,
  states: CheckedInput<'instances.exportTasks'>['states'],
): Stepwise<string[][]> {
  const people = yield* everybodyInWork(db, states);
  return yield* taskRows(people);
}

function* compared(deps: TaskListsDeps, table: TaskTable): Stepwise<ReadTasks> {
  const { db, now } = deps;
  const people = yield* everybodyInWork(db);
  const accounts: TaskAccount[] = [];
  for (const { realm, accountId } of administeredAccounts(db)) {
    accounts.push({ realm, accountId, instances: listedInstances(db, { realm, accountId }).instances });
    yield;
  }
  return yield* readTasks(table, { people, accounts, now: now() });
}

/** What is ticked off of each person, by whom and when. */
function ordersOf({ tasks, preview: { fileName } }: Opened): TickOrder[] {
  const byPerson = groupBy(tasks, ({ work, by, at }) =>
    JSON.stringify([work.realm, work.account.accountId, work.invitationId, by, at]),
  );
  return [...byPerson.values()].flatMap((ofPerson): TickOrder[] => {
    const [first] = ofPerson;
    if (first === undefined) return [];
    const { work, by, at } = first;
    return [{ work, instances: ofPerson.map(({ instance }) => instance), by, at, sourceFile: fileName }];
  });
}

/** How many orders one step checks or writes: about 10 ms. */
const ordersAtOnce = 25;

/** @throws CodedError INVALID_INPUT if somebody isn't as the preview showed */
function* checkOrders(db: Database, orders: readonly TickOrder[]): Stepwise<void> {
  for (const some of chunksOf(orders, ordersAtOnce)) {
    if (!areAsShown(db, some)) throw invalid(accessErrorText.changedSincePreview);
    yield;
  }
}

/**
 * Each step is one transaction. Orders about one person stay together: the first changes what the person is shown as.
 * @throws CodedError INVALID_INPUT if somebody has changed since all were checked; what was written until then stays
 */
function* writeOrders(deps: TaskListsDeps, orders: readonly TickOrder[]): Stepwise<void> {
  const { db } = deps;
  const people = [...groupBy(orders, ({ work }) => personKey(work)).values()];
  let written = 0;
  for (const some of chunksOf(people, ordersAtOnce)) {
    const ofSome = some.flat();
    transaction(db, () => {
      if (!areAsShown(db, ofSome)) throw invalid(accessErrorText.changedWhileAdding(written, people.length));
      writeTicks(deps, 'added', ofSome);
    });
    written += some.length;
    yield;
  }
}

const personKey = ({ realm, account, invitationId }: InstanceWork): string =>
  JSON.stringify([realm, account.accountId, invitationId]);

/** Whether everybody is as shown before, and still reached through the connection. */
function areAsShown(db: Database, orders: readonly TickOrder[]): boolean {
  const keys = orders.map(({ work: { account, ...work } }) => ({ ...work, ...account }));
  const accounts = new Map(orders.map(({ work }) => [accountRefKey(work.account), work.account]));
  return (
    [...accounts.values()].every((account) => findAccount(db, account) !== undefined) &&
    readWork(db, keys).every((work, index) => work !== undefined && work.saw === orders[index]?.work.saw)
  );
}

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });

function previewOf(fileName: string, previewId: string, { tasks, leftOut }: ReadTasks): TaskPreview {
  const reasons = new Map<TaskLeftOut, TaskLine[]>();
  for (const { reason, line } of leftOut) addToGroup(reasons, reason, line);
  const byWhom = groupBy(tasks, ({ by }) => by);
  return {
    ...{ previewId, fileName },
    ticks: [...byWhom]
      .map(([by, ofOne]) => ({ by, count: ofOne.length }))
      .toSorted((one, other) => other.count - one.count),
    lines: tasks.map(({ line, by, at }) => ({ ...line, by, at })),
    leftOut: [...reasons].map(([reason, lines]) => ({ reason, lines })),
  };
}
