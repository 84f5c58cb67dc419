/** When it is looked at first, in ms: not while the window is being drawn. */
const firstLookAfterMs = 2000;
/** How often the age of the pictures is looked at, in ms. */
const lookEveryMs = 30 * 60_000;

interface Surroundings {
  /** From which age on an account is read again, in minutes; 0 = never by itself. */
  readonly refreshAfterMinutes: () => number;
  /** Refreshes what is older than that, in ms. */
  readonly refresh: (olderThanMs: number) => void;
  /** Resolves when no refresh is running. */
  readonly refreshed: () => Promise<void>;
  /** Calls the listener each time the computer wakes up. */
  readonly onResume: (listener: () => void) => () => void;
  /** Called after each look, when what had grown old was read again. */
  readonly looked: () => void;
}

/**
 * Keeps the picture of Amazon from growing old while the app is open: looks soon, from time to time, and when the computer
 * wakes up. While it sleeps nothing happens.
 * @returns the function that ends it
 */
export function keepFresh({
  refreshAfterMinutes,
  refresh,
  refreshed,
  onResume,
  looked,
}: Surroundings): () => void {
  const look = (): void => {
    const minutes = refreshAfterMinutes();
    if (minutes > 0) refresh(minutes * 60_000);
    void refreshed().then(looked);
  };
  const first = setTimeout(look, firstLookAfterMs);
  const timer = setInterval(look, lookEveryMs);
  const forgetResume = onResume(look);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    forgetResume();
  };
}
