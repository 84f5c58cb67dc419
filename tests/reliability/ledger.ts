import type { Operation } from '../../shared/domain/operation';
import type { Role } from '../../shared/domain/role';
import type { Ask } from './messages';
import { mayBeTriedAgain } from './person';

export type Step = 'create' | 'resend' | 'revoke' | 'changeRole';

/** One person in one account, and what is to happen to the invitation, step by step. */
export interface Person {
  readonly emailAddress: string;
  readonly userName: string;
  readonly accountId: string;
  readonly story: readonly Step[];
  /** The role asked for, in each invitation that was made. */
  readonly roles: Role[];
  /** How many steps were asked for and written down by the sender. */
  asked: number;
  /** How many of them the journal calls done. */
  done: number;
  /** The pending invitation, as the journal has it. */
  invitationId: string | null;
}

/** What was asked for at once, with whom it is about. */
export interface Entry {
  readonly ask: Ask;
  readonly people: readonly Person[];
  /** Null while it is not known whether the sender wrote it down. */
  runId: number | null;
  /** For whom the journal calls it done. */
  readonly doneFor: Set<Person>;
}

/** The driver's own account of what was asked for: written before asking, and not by the product. */
export interface Ledger {
  readonly people: readonly Person[];
  readonly open: readonly Entry[];
  /** Who can be asked for the next step of their story. */
  waiting(): Person[];
  add(people: readonly Person[]): void;
  begin(ask: Ask, people: readonly Person[]): Entry;
  /** The sender wrote it down, as it said, or as its database shows after a kill. */
  written(entry: Entry, runId: number): void;
  /** It certainly did not. */
  forget(entry: Entry): void;
  /** Whether this run belongs to something asked for; 0, the run before the first, does. */
  knowsRun(runId: number): boolean;
  /** Takes in how the operations of open entries stand. */
  take(operations: readonly Operation[]): void;
  /** Entries whose operations will not change any more by themselves or by a careful person's decisions. */
  stuck(): Entry[];
}

export function createLedger(): Ledger {
  const people: Person[] = [];
  const stuck = new Set<Entry>();
  let open: Entry[] = [];
  const runs = new Set([0]);
  /** The latest operations of each run. */
  const known = new Map<number, readonly Operation[]>();

  const finish = (entry: Entry): void => {
    for (const person of entry.people) {
      const operation = stepOf(entry, person, known);
      if (operation?.status !== 'done' || entry.doneFor.has(person)) continue;
      entry.doneFor.add(person);
      person.done += 1;
      if (operation.kind === 'create') person.invitationId = operation.invitationId;
    }
  };
  const isStuck = (entry: Entry): boolean =>
    entry.people.every((person) => hasEnded(stepOf(entry, person, known)));

  return {
    people,
    get open() {
      return open;
    },
    waiting() {
      const busy = new Set(
        open.flatMap((entry) => entry.people.filter((person) => !entry.doneFor.has(person))),
      );
      return people.filter((person) => person.asked < person.story.length && !busy.has(person));
    },
    add: (more) => {
      people.push(...more);
    },
    begin(ask, about) {
      const entry: Entry = { ask, people: about, runId: null, doneFor: new Set() };
      open.push(entry);
      return entry;
    },
    written(entry, runId) {
      entry.runId = runId;
      runs.add(runId);
      for (const person of entry.people) {
        person.asked += 1;
        if (entry.ask.kind === 'changeRole') person.roles.push(entry.ask.role);
      }
    },
    forget(entry) {
      open = open.filter((other) => other !== entry);
    },
    knowsRun: (runId) => runs.has(runId),
    take(operations) {
      for (const { runId } of operations) known.set(runId, []);
      for (const each of operations) known.set(each.runId, [...(known.get(each.runId) ?? []), each]);
      for (const entry of open) finish(entry);
      open = open.filter(({ people: about, doneFor }) => doneFor.size < about.length);
      stuck.clear();
      for (const entry of open.filter(isStuck)) stuck.add(entry);
    },
    stuck: () => [...stuck],
  };
}

/** The last operation that a step comes to: in a change of role, the new invitation. */
function stepOf(
  { ask, runId }: Entry,
  person: Person,
  known: ReadonlyMap<number, readonly Operation[]>,
): Operation | undefined {
  const kind = ask.kind === 'changeRole' ? 'create' : ask.kind;
  return known
    .get(runId ?? 0)
    ?.find((each) => each.kind === kind && each.emailAddress === person.emailAddress);
}

const hasEnded = (operation: Operation | undefined): boolean => {
  if (operation === undefined) return false;
  const { status, finding } = operation;
  if (status === 'inDoubt') return finding?.verdict === 'several' || finding?.verdict === 'unclear';
  return status === 'done' || (status === 'failed' && !mayBeTriedAgain(operation));
};
