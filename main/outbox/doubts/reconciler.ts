import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { accessKey, type AccountAccess } from '../journal/append';
import { createLaterLooks } from './laterLooks';
import { lookOnce, type LookDeps } from './lookOnce';

/** How many accounts of one connection are checked at the same time. */
const parallelLooks = 2;

/**
 * Finds out what happened to operations in doubt: waits until a late commit is no longer possible, reads the account's complete
 * pending list twice, and settles what it proves. The rest stays in doubt, with what is known. If the list couldn't be read, it
 * is tried again at growing intervals.
 */
export interface Reconciler {
  /** Calls to this account just ended in doubt, or should be checked again: waits for a late commit. */
  look(access: AccountAccess): void;
  /** Checks older doubts immediately. */
  lookNow(access: AccountAccess): void;
  /** Something happened that may restore access to Amazon: unreadable lists are tried immediately. */
  tryNow(): void;
  /** When an account's list is read next, ms since 1970, not later than now if it is being read; null if that isn't planned. */
  plannedAt(access: AccountAccess): number | null;
  /** Resolves when no doubt is being checked. Doesn't wait for a list scheduled for later. */
  idle(): Promise<void>;
}

interface Look {
  /** When something in this account last became doubtful, by the monotonic clock. */
  since: number;
  readonly end: Promise<void>;
}

export function createReconciler(deps: LookDeps): Reconciler {
  const { monotonic, now, lateCommitMs, ending } = deps;
  const looks = new Map<string, Look>();
  const limitOf = limitPerConnection(parallelLooks);
  const later = createLaterLooks(deps, lookNow);

  /** @param over runs synchronously after the last check, so no new doubt is missed */
  async function lookUntilQuiet(access: AccountAccess, since: () => number, over: () => void): Promise<void> {
    try {
      let lookedFrom: number;
      do {
        if (!(await lateCommitIsPast(deps, since))) return;
        const from = since();
        lookedFrom = from;
        await limitOf(access.connectionId)(async () => {
          // While it waited for its turn, something may have become doubtful that must not be judged yet.
          if (since() === from) await lookOnce(deps, later, access);
        });
      } while (since() > lookedFrom && !ending.aborted);
    } finally {
      over();
    }
  }

  function begin(access: AccountAccess, key: string, since: number): void {
    const look: Look = {
      since,
      // Starts after `look` is set up. Any failure leaves the operations in doubt, for the next start.
      end: Promise.resolve()
        .then(() =>
          lookUntilQuiet(
            access,
            () => look.since,
            () => looks.delete(key),
          ),
        )
        .catch(() => undefined),
    };
    looks.set(key, look);
  }

  function lookNow(access: AccountAccess): void {
    const key = accessKey(access);
    if (!looks.has(key)) begin(access, key, -Infinity);
  }

  return {
    look(access) {
      const key = accessKey(access);
      const running = looks.get(key);
      if (running === undefined) begin(access, key, monotonic());
      else running.since = monotonic();
    },
    lookNow,
    tryNow: later.tryNow,
    plannedAt(access) {
      const look = looks.get(accessKey(access));
      if (look === undefined) return later.at(access);
      return now() + Math.max(0, look.since + lateCommitMs - monotonic());
    },
    async idle() {
      while (looks.size > 0) await Promise.all([...looks.values()].map(({ end }) => end));
    },
  };
}

/** Newer doubts make it wait again. @returns false when the app quits */
async function lateCommitIsPast(
  { lateCommitMs, monotonic, ending }: Pick<LookDeps, 'lateCommitMs' | 'monotonic' | 'ending'>,
  since: () => number,
): Promise<boolean> {
  for (;;) {
    const leftMs = since() + lateCommitMs - monotonic();
    if (ending.aborted) return false;
    if (leftMs <= 0) return true;
    await pause(leftMs, ending);
  }
}

/** Resolves after this many ms, or when everything ends. */
function pause(ms: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      ending.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    ending.addEventListener('abort', end);
  });
}
