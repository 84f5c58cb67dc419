import type { MemberRefreshProgress } from '../../../../shared/domain/member/memberRefresh';
import { createPauseGate, type PauseGate } from '../../refresh/pauseGate';
import { areListsDue, reachableAccounts, rolesDue } from './dueReadings';
import { createLanes } from './memberLanes';
import type { MemberReader } from './memberReader';
import type { MembersDeps } from '../membersDeps';
import { readAllLists, readAllRoles, type PartCounts, type ReadingRun } from './readEverything';

/**
 * The refresh of the members of all accounts, in the background: first the lists, so that everybody is known soon, then the
 * direct roles, one call each. Only one runs at a time.
 */
export interface MemberRefresh {
  /**
   * Reads the lists last tried before that time (ms since 1970; 0 = none), then the roles that are due. A running refresh does so
   * before it reads further roles.
   */
  start(before: number): void;
  progress(): MemberRefreshProgress;
  /** Finishes what is being read; the rest waits. */
  pause(): void;
  resume(): void;
  /** Stops it; what wasn't read keeps its data. */
  stop(): void;
  /** Resolves when none is running, or the running one was paused. */
  idle(): Promise<void>;
}

interface Job {
  /** ms since 1970. */
  readonly startedAt: number;
  readonly gate: PauseGate;
  readonly ending: AbortController;
  readonly accounts: PartCounts;
  readonly roles: PartCounts;
  running: boolean;
  end: Promise<void>;
}

export function createMemberRefresh(deps: MembersDeps, reader: MemberReader): MemberRefresh {
  const { now, changed } = deps;
  let job: Job | null = null;
  /** Lists last tried before that time are read next; null if none are. */
  let wanted: number | null = null;

  const notify = (): void => {
    changed('members.changed');
  };

  /** Never rejects. */
  async function work(own: Job): Promise<void> {
    while (wanted !== null && !own.ending.signal.aborted) {
      const before = wanted;
      wanted = null;
      await readDue(deps, reader, { job: own, before, interrupted: () => wanted !== null, notify });
    }
    own.running = false;
    notify();
  }

  function begin(): void {
    const previous = job?.end ?? Promise.resolve();
    const own = newJob(now(), previous);
    own.end = previous.then(() => work(own));
    job = own;
    notify();
  }

  return {
    start(before) {
      wanted = Math.max(wanted ?? 0, before);
      if (job?.running !== true || job.ending.signal.aborted) begin();
    },
    progress: () => (job === null ? none : progressOf(job, deps)),
    pause() {
      if (job?.running === true) job.gate.close();
      notify();
    },
    resume() {
      job?.gate.open();
      notify();
    },
    stop() {
      wanted = null;
      job?.ending.abort();
      job?.gate.open();
      notify();
    },
    async idle() {
      while (job?.running === true && !job.gate.isClosed()) await Promise.race([job.end, job.gate.closed()]);
    },
  };
}

const newJob = (startedAt: number, end: Promise<void>): Job => ({
  ...{ startedAt, end },
  gate: createPauseGate(),
  ending: new AbortController(),
  accounts: noCounts(),
  roles: noCounts(),
  running: true,
});

interface DueReading {
  readonly job: Job;
  readonly before: number;
  /** Whether newer lists are requested. */
  readonly interrupted: () => boolean;
  readonly notify: () => void;
}

/** One pass over all accounts. Never rejects: a database closed in the meantime accepts no more writes. */
async function readDue(
  deps: MembersDeps,
  reader: MemberReader,
  { job, before, interrupted, notify }: DueReading,
): Promise<void> {
  const { db, now, accounts, signedIn, refreshAfterMinutes } = deps;
  const ending = job.ending.signal;
  const laneOf = createLanes(deps, { gate: job.gate, ending });
  const part = (counts: PartCounts, isOver: () => boolean): ReadingRun => {
    Object.assign(counts, noCounts());
    return { reader, laneOf, isOver, counts, counted: notify };
  };
  try {
    const reachable = reachableAccounts(accounts(), signedIn());
    const isDue = areListsDue(db, before);
    await readAllLists(
      part(job.accounts, () => ending.aborted),
      [...reachable.values()].filter(isDue),
    );
    if (ending.aborted) return;
    const minutes = refreshAfterMinutes();
    const roles = rolesDue(db, minutes === 0 ? 0 : now() - minutes * 60_000);
    await readAllRoles(
      part(job.roles, () => ending.aborted || interrupted()),
      roles,
      reachable,
    );
  } catch {
    // Everything started is in the store; the next refresh reads again.
  }
}

const noCounts = (): PartCounts => ({ total: 0, done: 0, failed: 0 });

const progressOf = (
  { startedAt, running, gate, ending, accounts, roles }: Job,
  { paces, signedIn }: MembersDeps,
): MemberRefreshProgress => ({
  ...{ startedAt, running },
  paused: running && gate.isClosed(),
  stopped: ending.signal.aborted,
  accounts: { ...accounts },
  roles: { ...roles },
  waits: running ? paces.waits().filter(({ connectionId }) => signedIn().includes(connectionId)) : [],
});

const none: MemberRefreshProgress = {
  startedAt: null,
  running: false,
  paused: false,
  stopped: false,
  accounts: noCounts(),
  roles: noCounts(),
  waits: [],
};
