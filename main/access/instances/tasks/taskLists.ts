import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import type { TaskLeftOut, TaskLine, TaskPreview } from '../../../../shared/domain/account/instanceTasks';
import { CodedError } from '../../../../shared/errors';
import { addToGroup, groupBy } from '../../../../shared/util/groupBy';
import { newRecordId } from '../../../storage/recordId';
import { transaction } from '../../../storage/transaction';
import { accessErrorText } from '../../accessErrorText';
import { ledgerAddressesOf } from '../../ledger/ledgerAddresses';
import { writeTicks, workOf, type InstanceWorkDeps, type TickOrder } from '../instanceWork';
import { administeredAccounts, listedInstances, listWork } from '../listWork';
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
      return taskRows(listWork(db, { ...all, states }).people);
    },
    async open(file) {
      const table = await readTable({ file }, { withHiddenRows: true });
      await bringUpToDate();
      const read = readTasks(table, {
        people: listWork(db, all).people,
        accounts: accountsIn(deps),
        now: now(),
      });
      opened = { preview: previewOf(table.fileName, newRecordId(now()), read), tasks: read.tasks };
      return opened.preview;
    },
    async add(previewId) {
      const latest = opened;
      if (latest?.preview.previewId !== previewId) throw invalid(accessErrorText.otherTaskList);
      await bringUpToDate();
      transaction(db, () => writeTasks(deps, latest));
      opened = null;
      changed('instances.changed');
      return { ticks: latest.tasks.length };
    },
    close() {
      opened = null;
    },
  };
}

/** No list has more rows. */
const all = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

const accountsIn = ({ db }: TaskListsDeps): TaskAccount[] =>
  administeredAccounts(db).map((account) => ({
    ...account,
    instances: listedInstances(db, account).instances,
  }));

/** @throws CodedError INVALID_INPUT if somebody isn't as the preview showed */
function writeTasks(deps: TaskListsDeps, { tasks, preview: { fileName } }: Opened): void {
  const byPerson = groupBy(tasks, ({ work, by, at }) =>
    JSON.stringify([work.realm, work.account.accountId, work.invitationId, by, at]),
  );
  const orders = [...byPerson.values()].flatMap((ofPerson): TickOrder[] => {
    const [first] = ofPerson;
    if (first === undefined) return [];
    const { work, by, at } = first;
    if (currentOf(deps, work)?.saw !== work.saw) throw invalid(accessErrorText.changedSincePreview);
    return [{ work, instances: ofPerson.map(({ instance }) => instance), by, at, sourceFile: fileName }];
  });
  writeTicks(deps, 'added', orders);
}

const currentOf = (
  { db }: TaskListsDeps,
  { account, invitationId }: InstanceWork,
): InstanceWork | undefined => workOf(db, { ...account, invitationId });

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
