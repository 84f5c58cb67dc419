import { isSameInstance, type InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import type { TaskLeftOut, TaskLine } from '../../../../shared/domain/account/instanceTasks';
import { plannedInstanceKey, type PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import { CodedError } from '../../../../shared/errors';
import { plainHeader } from '../../../../shared/text/headerText';
import type { Stepwise } from '../../../storage/stepwise';
import { accessErrorText } from '../../accessErrorText';
import { findColumns, momentOf, safeAccountId, type CellOf, type TaskTable } from './taskTable';

/** Everybody whose instances are of interest here, and the accounts that are administered. */
export interface TaskFacts {
  readonly people: readonly InstanceWork[];
  readonly accounts: readonly TaskAccount[];
  /** ms since 1970. */
  readonly now: number;
}

export interface TaskAccount {
  readonly realm: string;
  readonly accountId: string;
  /** Null if no admin's sign-in ever listed them. */
  readonly instances: readonly PlannedInstance[] | null;
}

/** A line that ticks off one instance of one person. */
export interface ReadTask {
  readonly line: TaskLine;
  readonly work: InstanceWork;
  readonly instance: PlannedInstance;
  /** Who added the person, by the list; `unknown` if it doesn't say. */
  readonly by: string;
  /** ms since 1970; never before the acceptance became known, nor in the future. */
  readonly at: number;
}

export interface ReadTasks {
  readonly tasks: readonly ReadTask[];
  readonly leftOut: readonly { readonly reason: TaskLeftOut; readonly line: TaskLine }[];
}

/** How many rows each step compares: about 5 ms. */
const rowsAtOnce = 250;

/** What a task list says, compared with what is known. @throws CodedError INVALID_INPUT if the table is no task list */
export function* readTasks({ fileName, rows, rowNumbers }: TaskTable, facts: TaskFacts): Stepwise<ReadTasks> {
  const columns = findColumns(rows);
  if (columns === null) {
    throw new CodedError({ code: 'INVALID_INPUT', message: accessErrorText.noTaskList(fileName) });
  }
  const find = finderOf(facts);
  const seen = new Set<string>();
  const tasks: ReadTask[] = [];
  const leftOut: ReadTasks['leftOut'][number][] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= columns.header) continue;
    if (index % rowsAtOnce === 0) yield;
    const line = lineOf(row, columns.cell, rowNumbers[index] ?? index + 1);
    const found = find(row, columns.cell);
    if (typeof found === 'string') {
      leftOut.push({ reason: found, line });
      continue;
    }
    const key = JSON.stringify([
      found.work.realm,
      found.work.account.accountId,
      found.work.invitationId,
      plannedInstanceKey(found.instance),
    ]);
    if (seen.has(key)) leftOut.push({ reason: 'repeated', line });
    else tasks.push({ ...found, line });
    seen.add(key);
  }
  return { tasks, leftOut };
}

const lineOf = (row: readonly string[], cell: CellOf, line: number): TaskLine => ({
  line,
  accountName: firstText(cell(row, 'account'), cell(row, 'accountId'), cell(row, 'accountKey')),
  emailAddress: cell(row, 'email'),
  instance: firstText(cell(row, 'instance'), cell(row, 'instanceId')),
});

const firstText = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? '';

type Find = (row: readonly string[], cell: CellOf) => Omit<ReadTask, 'line'> | TaskLeftOut;

function finderOf({ people, accounts, now }: TaskFacts): Find {
  const byAddress = new Map(
    people.map((work) => [personKey(work.realm, work.account.accountId, work.emailAddress), work]),
  );
  return (row, cell) => {
    const done = truthOf(cell(row, 'done'));
    if (done === false) return 'notDone';
    const emailAddress = cell(row, 'email');
    const name = cell(row, 'instance');
    const instanceId = cell(row, 'instanceId');
    const isIncomplete = emailAddress === '' || (name === '' && instanceId === '');
    if (isIncomplete || firstText(cell(row, 'accountKey'), cell(row, 'accountId')) === '')
      return 'incomplete';
    if (done === null) return 'unclear';
    const account = accountOf(accounts, cell(row, 'accountKey'), cell(row, 'accountId'));
    if (account === null) return 'noAccount';
    const work = byAddress.get(personKey(account.realm, account.accountId, emailAddress));
    if (work === undefined) return 'nobody';
    const instance = instanceOf(work, account, { name, instanceId });
    if (instance === null) return 'otherInstance';
    if (work.added.some((each) => isSameInstance(each, instance))) return 'alreadyDone';
    const at = Math.min(now, Math.max(work.acceptedAt, momentOf(cell(row, 'doneOn')) ?? now));
    return { work, instance, by: firstText(cell(row, 'doneBy'), 'unknown'), at };
  };
}

const personKey = (realm: string, accountId: string, emailAddress: string): string =>
  JSON.stringify([realm, accountId, mailboxKey(emailAddress)]);

/** By the key if the list has it; an ID alone may be one of several realms. */
function accountOf(accounts: readonly TaskAccount[], key: string, accountId: string): TaskAccount | null {
  const found = accounts.filter((account) =>
    key === '' ? account.accountId === accountId : safeAccountId(account.realm, account.accountId) === key,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The instance as it is known: nothing is guessed where an account's instances are known, or the person's are planned. */
function instanceOf(
  { planned, added, missing }: InstanceWork,
  { instances }: TaskAccount,
  { name, instanceId }: { readonly name: string; readonly instanceId: string },
): PlannedInstance | null {
  const typed = { instanceId: instanceId === '' ? null : instanceId, name: name === '' ? instanceId : name };
  const own = [...missing, ...(planned === null || planned === 'all' ? [] : planned)];
  // What is the person's own comes first: what is planned by its name alone is also among the account's instances.
  for (const expected of [added, own, instances ?? []]) {
    const found = new Map(
      expected
        .filter((each) => isSameInstance(each, typed))
        .map((each) => [plannedInstanceKey(each), { instanceId: each.instanceId, name: each.name }]),
    );
    const [first] = found.values();
    // Two instances may have one name: then only the ID says which.
    if (first !== undefined) return found.size === 1 ? first : null;
  }
  return instances === null && (planned === null || planned === 'all') ? typed : null;
}

/** As files and spreadsheets in several languages write them. */
const yes = new Set([
  'yes',
  'y',
  'true',
  '1',
  'x',
  'done',
  'ja',
  'oui',
  'si',
  'sí',
  'wahr',
  'vrai',
  '✓',
  '✔',
  'はい',
]);
const no = new Set(['', 'no', 'n', 'false', '0', 'nein', 'non', 'falsch', 'faux', 'いいえ']);

function truthOf(text: string): boolean | null {
  const plain = text.trim().toLowerCase();
  if (no.has(plain)) return false;
  return yes.has(plain) || yes.has(plainHeader(text)) ? true : null;
}
