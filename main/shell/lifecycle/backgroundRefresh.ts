/** When all is read first, in ms: not while the window is being drawn. */
const firstReadingAfterMs = 1000;
/** How often the age of the pictures is looked at, in ms. */
const lookEveryMs = 30 * 60_000;

/** Why it is looked: the app has started or the computer woken up, so somebody is there; or time has passed. */
export type Occasion = 'start' | 'wakeUp' | 'time';

interface BackgroundRefreshDeps {
  /** From which age on an account is read again, in minutes; 0 = never by itself. */
  readonly refreshAfterMinutes: () => number;
  /** Refreshes what is older than that, in ms. */
  readonly refresh: (olderThanMs: number) => void;
  /** Resolves when no refresh is running, or it waits for somebody. */
  readonly refreshed: () => Promise<void>;
  /** Calls the listener each time the computer wakes up. */
  readonly onResume: (listener: () => void) => () => void;
  /** Called after each look, when what had grown old was read again. */
  readonly looked: (occasion: Occasion) => void;
}

/**
 * Keeps the picture of Amazon from growing old while the app is open: reads all of it at the start, which also shows
 * whether each sign-in still holds; then looks from time to time, and when the computer wakes up, for what is too old.
 * While it sleeps nothing happens.
 * @returns the function that ends it
 */
export function startBackgroundRefresh({
  refreshAfterMinutes,
  refresh,
  refreshed,
  onResume,
  looked,
}: BackgroundRefreshDeps): () => void {
  const look = (occasion: Occasion): void => {
    const minutes = refreshAfterMinutes();
    if (minutes > 0) refresh(occasion === 'start' ? 0 : minutes * 60_000);
    void refreshed().then(() => {
      looked(occasion);
    });
  };
  const first = setTimeout(look, firstReadingAfterMs, 'start');
  const timer = setInterval(look, lookEveryMs, 'time');
  const forgetResume = onResume(() => {
    look('wakeUp');
  });
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    forgetResume();
  };
}
