import type { RefreshProgress } from '../../../shared/domain/account/refresh';
import { createPauseGate, type PauseGate } from './pauseGate';
import type { RefreshAllDeps } from './refreshAllDeps';
import { refreshPart } from './refreshPart';
import { createTally, type Tally } from './refreshTally';

/**
 * The refresh of all accounts of all signed-in connections, in the background. Connections run in parallel, each at its own pace;
 * a failure of one doesn't stop the others. Only one such refresh runs at a time.
 */
export interface RefreshAll {
  /**
   * Starts a refresh. A running refresh started by a person continues instead, even if it was paused; one started by the app
   * gives way.
   */
  start(): void;
  /** Starts a refresh by the app itself, unless one is running: only for accounts whose data is older than this, in ms. */
  startQuietly(olderThanMs: number): void;
  progress(): RefreshProgress;
  /** Finishes what is being read; no other account is started. */
  pause(): void;
  resume(): void;
  /** Stops it; what wasn't read keeps its data. */
  stop(): void;
  /** Resolves when none is running, or the running one was paused, since a pause may last indefinitely. */
  idle(): Promise<void>;
  /**
   * `listener` is called when a refresh has completed, not when it was stopped, with the time (ms since 1970) before which data
   * counted as due.
   */
  onEnded(listener: (before: number) => void): void;
}

export function createRefreshAll(deps: RefreshAllDeps): RefreshAll {
  const { changed, paces, signedIn } = deps;
  const listeners: ((before: number) => void)[] = [];
  let job: Job | null = null;

  const notify = (): void => {
    changed('accounts.changed');
  };

  function begin(olderThanMs: number | null): void {
    const own = beginJob(deps, olderThanMs, job?.end ?? Promise.resolve(), notify);
    job = own;
    void own.end.then(() => {
      if (own.ending.signal.aborted) return;
      for (const listener of listeners) listener(own.startedAt - (olderThanMs ?? 0));
    });
    notify();
  }

  return {
    start() {
      if (job?.running === true) {
        if (!job.quiet && !job.ending.signal.aborted) {
          job.gate.open();
          notify();
          return;
        }
        job.ending.abort();
      }
      // A person asked for it, so what was waiting for a sign-in may work now.
      for (const connectionId of signedIn()) paces.of(connectionId).tryNow();
      begin(null);
    },
    startQuietly(olderThanMs) {
      if (job?.running !== true) begin(olderThanMs);
    },
    progress: () => (job === null ? none : progressOf(job, paces)),
    pause() {
      if (job?.running === true) job.gate.close();
      notify();
    },
    resume() {
      job?.gate.open();
      notify();
    },
    stop() {
      job?.ending.abort();
      job?.gate.open();
      notify();
    },
    async idle() {
      while (job?.running === true && !job.gate.isClosed()) await Promise.race([job.end, job.gate.closed()]);
    },
    onEnded(listener) {
      listeners.push(listener);
    },
  };
}

interface Job {
  /** ms since 1970. */
  readonly startedAt: number;
  readonly quiet: boolean;
  readonly connectionIds: readonly string[];
  readonly tally: Tally;
  readonly gate: PauseGate;
  readonly ending: AbortController;
  readonly end: Promise<void>;
  running: boolean;
}

/**
 * @param olderThanMs only accounts whose data is older than this; null: all, as for a person
 * @param previous ends before this one reads anything
 */
function beginJob(
  deps: RefreshAllDeps,
  olderThanMs: number | null,
  previous: Promise<void>,
  notify: () => void,
): Job {
  const { now, signedIn } = deps;
  const connectionIds = signedIn();
  const started: Omit<Job, 'end'> = {
    startedAt: now(),
    quiet: olderThanMs !== null,
    connectionIds,
    tally: createTally(notify),
    gate: createPauseGate(),
    ending: new AbortController(),
    running: true,
  };
  const before = olderThanMs === null ? null : now() - olderThanMs;
  const { tally, gate, ending } = started;
  const parts = (): Promise<unknown> =>
    Promise.all(
      connectionIds.map((connectionId) =>
        refreshPart(deps, { connectionId, before, tally, gate, ending: ending.signal }),
      ),
    );
  const end = previous.then(parts).then(() => {
    own.running = false;
    notify();
  });
  const own: Job = { ...started, end };
  return own;
}

function progressOf(
  { startedAt, quiet, running, tally, gate, ending, connectionIds }: Job,
  paces: RefreshAllDeps['paces'],
): RefreshProgress {
  return {
    startedAt,
    quiet,
    running,
    paused: running && gate.isClosed(),
    stopped: ending.signal.aborted,
    ...tally.counts(),
    waits: running ? paces.waits().filter(({ connectionId }) => connectionIds.includes(connectionId)) : [],
  };
}

const none: RefreshProgress = {
  startedAt: null,
  quiet: false,
  running: false,
  paused: false,
  stopped: false,
  total: 0,
  done: 0,
  failed: 0,
  current: [],
  failures: [],
  waits: [],
};
