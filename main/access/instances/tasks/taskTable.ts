import type { InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import type { PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { cleanHeader, plainHeader } from '../../../../shared/text/headerText';
import { chunksOf } from '../../../../shared/domain/outbox/chunk';
import type { Stepwise } from '../../../storage/stepwise';

/** A task list as rows of texts. */
export interface TaskTable {
  readonly fileName: string;
  /** The rows that contain anything. */
  readonly rows: readonly (readonly string[])[];
  /** Parallel to the rows: the number in the file's own program, from 1. */
  readonly rowNumbers: readonly number[];
}

/** One person and instance of a list, before and after it is handed over. */
interface Task {
  readonly work: InstanceWork;
  /** Null: nobody chose one. */
  readonly instance: PlannedInstance | null;
  readonly done: { readonly by: string; readonly at: number | null } | null;
}

interface Column {
  readonly id: TaskColumn;
  readonly header: string;
  /** Other headers by which it is recognized. */
  readonly also: readonly string[];
  readonly text: (task: Task) => string;
}

export type TaskColumn =
  | 'account'
  | 'accountId'
  | 'accountKey'
  | 'person'
  | 'email'
  | 'instance'
  | 'instanceId'
  | 'done'
  | 'doneBy'
  | 'doneOn';

/** An account ID of one Amazon or sandbox, which can't be taken for one of another. */
export const safeAccountId = (realm: string, accountId: string): string => [realm, accountId].join(':');

const columns: readonly Column[] = [
  { id: 'account', header: 'Account', also: ['Account name'], text: ({ work }) => work.accountName },
  { id: 'accountId', header: 'Account ID', also: [], text: ({ work }) => work.account.accountId },
  {
    id: 'accountKey',
    header: 'Account key',
    also: [],
    text: ({ work }) => safeAccountId(work.realm, work.account.accountId),
  },
  { id: 'person', header: 'Person', also: ['Name'], text: ({ work }) => work.userName },
  { id: 'email', header: 'Email', also: ['Email address', 'Address'], text: ({ work }) => work.emailAddress },
  {
    id: 'instance',
    header: 'Instance',
    also: ['Instance name'],
    text: ({ instance }) => instance?.name ?? '',
  },
  { id: 'instanceId', header: 'Instance ID', also: [], text: ({ instance }) => instance?.instanceId ?? '' },
  {
    id: 'done',
    header: 'Done',
    also: ['Done?', 'Added'],
    text: ({ done }) => (done === null ? 'no' : 'yes'),
  },
  { id: 'doneBy', header: 'Done by', also: ['Added by'], text: ({ done }) => done?.by ?? '' },
  {
    id: 'doneOn',
    header: 'Done on (UTC)',
    also: ['Done on', 'Added on'],
    text: ({ done }) => (done?.at === null || done === null ? '' : utcText(done.at)),
  },
];

/** How many people each step writes: about 5 ms. */
const peopleAtOnce = 500;

/** A line for each person and instance, below a header row. */
export function* taskRows(people: readonly InstanceWork[]): Stepwise<string[][]> {
  const rows = [columns.map(({ header }) => header)];
  for (const some of chunksOf(people, peopleAtOnce)) {
    for (const task of some.flatMap(tasksOf)) rows.push(columns.map(({ text }) => text(task)));
    yield;
  }
  return rows;
}

function tasksOf(work: InstanceWork): Task[] {
  const tasks = [
    ...work.missing.map((instance) => ({ work, instance, done: null })),
    ...work.added.map((instance) => ({ work, instance, done: instance })),
  ];
  return tasks.length === 0 ? [{ work, instance: null, done: null }] : tasks;
}

/** The text of a row's cell in a column; empty also if the table has no such column. */
export type CellOf = (row: readonly string[], column: TaskColumn) => string;

/** How many rows are searched for the headers. */
const searchedRows = 20;

/** The header row and the columns below it; null if the table is no task list. */
export function findColumns(
  rows: TaskTable['rows'],
): { readonly header: number; readonly cell: CellOf } | null {
  for (const [header, row] of rows.slice(0, searchedRows).entries()) {
    const plain = row.map((text) => plainHeader(cleanHeader(text)));
    const places = new Map(columns.map(({ id, header: own, also }) => [id, placeOf(plain, [own, ...also])]));
    const has = (id: TaskColumn): boolean => (places.get(id) ?? -1) >= 0;
    if (!has('email') || !has('done') || !has('instance') || !(has('accountId') || has('accountKey')))
      continue;
    return {
      header,
      cell: (cells, column) => {
        const place = places.get(column) ?? -1;
        return (cells[place] ?? '').trim();
      },
    };
  }
  return null;
}

const placeOf = (plain: readonly string[], names: readonly string[]): number =>
  names.map((name) => plain.indexOf(plainHeader(cleanHeader(name)))).find((place) => place >= 0) ?? -1;

const utcText = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** A moment as `taskRows` writes it, in UTC; a day alone is its noon. @returns ms since 1970, null if it is anything else */
export function momentOf(text: string): number | null {
  const [, day, clock] =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const at = Date.parse(`${day}T${clock ?? '12:00'}Z`);
  return Number.isNaN(at) ? null : at;
}
