import type { Operation } from '../../../shared/domain/outbox/operation';
import type { Role } from '../../../shared/domain/invitation/role';
import type { Ask, BatchAsk } from '../messages';
import { goesFromItsBatch, mayBeTriedAgain } from '../person';

export type Step = 'create' | 'resend' | 'revoke' | 'changeRole' | 'setRole' | 'removeMember';

/** Somebody with direct access to an account. */
export interface Member {
  readonly accountId: string;
  /** As Amazon's lists of members name the person. */
  readonly userId: string;
  readonly role: Role;
}

/** A batch that people are invited in; see BatchAsk. */
export type PlannedBatch = Pick<BatchAsk, 'name' | 'notify'>;

/** One person in one account, and what should happen to the invitation or the membership, step by step. */
export interface Person {
  readonly emailAddress: string;
  readonly userName: string;
  readonly accountId: string;
  /** A member's; null for an invitation. */
  readonly userId: string | null;
  /** Null if the person is invited without one. */
  readonly batch: PlannedBatch | null;
  readonly story: readonly Step[];
  /** The requested role of each invitation that was created; of a member, the role at first and each one requested. */
  readonly roles: Role[];
  /** How many steps were requested and recorded by the sender. */
  requested: number;
  /** How many of them the journal calls done. */
  done: number;
  /** Whether a colleague was faster, according to the journal: then nothing more is requested. */
  isColleagues: boolean;
  /** The pending invitation, according to the journal. */
  invitationId: string | null;
}

/** What was requested at once, and for whom. */
export interface Entry {
  readonly ask: Ask;
  readonly people: readonly Person[];
  /** Empty while it isn't known whether the sender recorded it. A batch may have several. */
  readonly runIds: Set<number>;
  /** For whom the journal calls it done. */
  readonly doneFor: Set<Person>;
}

/** A batch that the sender recorded. */
export interface SentBatch extends Entry {
  readonly ask: BatchAsk;
}

/** The driver's own account of what was requested: written before requesting, and not by the product. */
export interface Ledger {
  readonly people: readonly Person[];
  readonly open: readonly Entry[];
  /** The last request, while there is no answer. */
  readonly asking: Entry | null;
  /** The oldest first. */
  readonly batches: readonly SentBatch[];
  /** The people ready for the next step of their story. */
  waiting(): Person[];
  add(people: readonly Person[]): void;
  begin(ask: Ask, people: readonly Person[]): void;
  /** The same batch is sent another time. */
  beginAgain(batch: SentBatch): void;
  /** The sender recorded the request, as it said, or as its database shows after a kill. */
  written(runIds: readonly number[]): void;
  /** It certainly did not, this time. */
  forget(): void;
  /** Whether this run belongs to a request; 0, the run before the first, does. */
  knowsRun(runId: number): boolean;
  /** Records the status of the latest operations of open entries' runs. */
  take(runIds: readonly number[], operations: readonly Operation[]): void;
  /** Batches with failed rows to be sent again. */
  failedBatches(): SentBatch[];
  /** Entries whose operations won't change anymore automatically or by a careful person's decisions. */
  stuck(): Entry[];
}

export function createLedger(): Ledger {
  const people: Person[] = [];
  const stuck = new Set<Entry>();
  const batches: SentBatch[] = [];
  let open: Entry[] = [];
  let asking: Entry | null = null;
  const runs = new Set([0]);
  /** The latest operations of each run. */
  const known = new Map<number, readonly Operation[]>();
  const latestOf = ({ runIds }: Entry): Operation[] => [...runIds].flatMap((runId) => known.get(runId) ?? []);

  const beginWith = (entry: Entry): void => {
    if (asking !== null) throw new Error('Only one thing is asked for at a time.');
    asking = entry;
  };
  const finish = (entry: Entry): void => {
    for (const person of entry.people) {
      const operation = stepOf(entry, person, latestOf(entry));
      if (operation !== undefined && !entry.doneFor.has(person) && isReportedInvited(operation)) {
        entry.doneFor.add(person);
        person.isColleagues = true;
        person.requested = person.story.length;
        person.done = person.story.length;
        continue;
      }
      if (operation === undefined || !isReportedDone(operation) || entry.doneFor.has(person)) continue;
      entry.doneFor.add(person);
      person.done += 1;
      if (operation.kind === 'create') person.invitationId = operation.invitationId;
    }
  };
  const isStuck = (entry: Entry): boolean =>
    entry.people.every((person) => hasEnded(stepOf(entry, person, latestOf(entry))));

  return {
    people,
    get open() {
      return open;
    },
    get asking() {
      return asking;
    },
    batches,
    waiting() {
      const busy = new Set(
        open.flatMap((entry) => entry.people.filter((person) => !entry.doneFor.has(person))),
      );
      return people.filter((person) => person.requested < person.story.length && !busy.has(person));
    },
    add: (more) => {
      people.push(...more);
    },
    begin(ask, about) {
      const entry: Entry = { ask, people: about, runIds: new Set(), doneFor: new Set() };
      open.push(entry);
      beginWith(entry);
    },
    beginAgain: beginWith,
    written(runIds) {
      if (asking === null) throw new Error('Nothing is asked for.');
      const entry = asking;
      asking = null;
      const isFirstTime = entry.runIds.size === 0;
      for (const runId of runIds) {
        entry.runIds.add(runId);
        runs.add(runId);
      }
      if (!isFirstTime) return;
      if (isBatch(entry)) batches.push(entry);
      for (const person of entry.people) {
        person.requested += 1;
        if (entry.ask.kind === 'changeRole' || entry.ask.kind === 'setRole')
          person.roles.push(entry.ask.role);
      }
    },
    forget() {
      const entry = asking;
      asking = null;
      if (entry?.runIds.size === 0) open = open.filter((other) => other !== entry);
    },
    knowsRun: (runId) => runs.has(runId),
    take(runIds, operations) {
      for (const runId of runIds) known.set(runId, []);
      for (const each of operations) known.set(each.runId, [...(known.get(each.runId) ?? []), each]);
      for (const entry of open) finish(entry);
      open = open.filter(({ people: about, doneFor }) => doneFor.size < about.length);
      stuck.clear();
      for (const entry of open.filter(isStuck)) stuck.add(entry);
    },
    failedBatches: () =>
      open.filter(isBatch).filter((batch) =>
        batch.people.some((person) => {
          const operation = stepOf(batch, person, latestOf(batch));
          return operation !== undefined && mayBeTriedAgain(operation) && goesFromItsBatch(operation);
        }),
      ),
    stuck: () => [...stuck],
  };
}

const isBatch = (entry: Entry): entry is SentBatch => entry.ask.kind === 'batch';

/** The last operation of a step: in a change of role, the new invitation. */
function stepOf(
  { ask }: Entry,
  { emailAddress, userId }: Person,
  latest: readonly Operation[],
): Operation | undefined {
  if (userId !== null) return latest.find((each) => each.userId === userId);
  const kind = ask.kind === 'revoke' || ask.kind === 'resend' ? ask.kind : 'create';
  return latest.find((each) => each.kind === kind && each.emailAddress === emailAddress);
}

/** Skipped by the product, or refused by Amazon with this text. */
const isReportedInvited = ({ status, error }: Operation): boolean =>
  status === 'failed' &&
  (error?.code === 'ALREADY_INVITED' || error?.details?.includes('ALREADY_INVITED') === true);

/** Done, or nothing was left to do for a member since a colleague had done it, according to the product or to Amazon. */
const isReportedDone = ({ status, kind, error }: Operation): boolean =>
  status === 'done' ||
  (status === 'failed' &&
    (error?.code === 'ALREADY_DONE' ||
      (kind === 'removeMember' && error?.details?.includes('USER_NOT_FOUND') === true)));

const hasEnded = (operation: Operation | undefined): boolean => {
  if (operation === undefined) return false;
  const { status, finding } = operation;
  if (status === 'inDoubt') return finding?.verdict === 'several' || finding?.verdict === 'unclear';
  return status === 'done' || (status === 'failed' && !mayBeTriedAgain(operation));
};
