/** Delay of the first full refresh, in ms: not while the window is being drawn. */
const firstReadingAfterMs = 1000;
/** How often the age of the data is checked, in ms. */
const lookEveryMs = 30 * 60_000;

/** Why it is checked: the app has started or the computer woke up, so someone is there; or time has passed. */
export type Occasion = 'start' | 'wakeUp' | 'time';

interface BackgroundRefreshDeps {
  /** Age, in minutes, at which an account is refreshed; 0 = never automatically. */
  readonly refreshAfterMinutes: () => number;
  /** Refreshes data older than this, in ms. */
  readonly refresh: (olderThanMs: number) => void;
  /** Resolves when no refresh is running, or it waits for a person. */
  readonly refreshed: () => Promise<void>;
  /** Calls the listener each time the computer wakes up. */
  readonly onResume: (listener: () => void) => () => void;
  /** Called after each check, when outdated data was refreshed. */
  readonly looked: (occasion: Occasion) => void;
}

/**
 * Keeps Amazon's data up to date while the app is open: refreshes everything at start, which also shows whether each sign-in is
 * still valid; then periodically, and when the computer wakes up, refreshes what is too old. Nothing happens while it sleeps.
 * @returns a function that stops it
 */
export function startBackgroundRefresh({
  refreshAfterMinutes,
  refresh,
  refreshed,
  onResume,
  looked,
}: BackgroundRefreshDeps): () => void {
  let isStopped = false;
  const look = (occasion: Occasion): void => {
    const minutes = refreshAfterMinutes();
    if (minutes > 0) refresh(occasion === 'start' ? 0 : minutes * 60_000);
    void refreshed().then(() => {
      // What was being read as the app quit ends after the data was closed.
      if (!isStopped) looked(occasion);
    });
  };
  const first = setTimeout(look, firstReadingAfterMs, 'start');
  const timer = setInterval(look, lookEveryMs, 'time');
  const forgetResume = onResume(() => {
    look('wakeUp');
  });
  return () => {
    isStopped = true;
    clearTimeout(first);
    clearInterval(timer);
    forgetResume();
  };
}
