import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { accessKey, type AccountAccess } from '../journal/append';
import { createLaterLooks } from './laterLooks';
import { lookOnce, type LookDeps } from './lookOnce';

/** How many accounts of one connection are looked at at the same time. */
const parallelLooks = 2;

/**
 * Finds out what became of operations in doubt: waits until a late commit is past, reads the account's whole pending
 * list twice, and settles what it proves. The rest stays in doubt, with what is known. Where the list could not be read it
 * is tried again, later and later.
 */
export interface Reconciler {
  /** Calls of this way ended in doubt just now, or are to be looked at again: a late commit is waited for. */
  look(access: AccountAccess): void;
  /** What is in doubt for longer is looked at right away. */
  lookNow(access: AccountAccess): void;
  /** Something happened that may open the way to Amazon: lists that could not be read are tried at once. */
  tryNow(): void;
  /** Resolves when no doubt is being looked at. A list that is to be tried again later is not waited for. */
  idle(): Promise<void>;
}

interface Look {
  /** The latest time something of this way came into doubt, by the clock that never jumps. */
  since: number;
  readonly end: Promise<void>;
}

export function createReconciler(deps: LookDeps): Reconciler {
  const { monotonic, ending } = deps;
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
          // While it waited for its turn something may have come into doubt, which must not be judged yet.
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
      // Begins after `look` is there to be asked. Whatever fails leaves the operations in doubt, for the next start.
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
    async idle() {
      while (looks.size > 0) await Promise.all([...looks.values()].map(({ end }) => end));
    },
  };
}

/** Newer doubts make it wait again. @returns false when the program ends */
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

/** Resolves after so many ms, or when it is all over. */
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
