/** Keeps a turn while the account's lists are read, which may take longer than a turn lasts. */
export interface TurnKeeper {
  /** The turn was taken, or its people were claimed: from now on it is kept for a while. */
  start(): void;
  stop(): void;
}

/** The turn is renewed after this part of its length, */
const renewedAfter = 1 / 3;

/** and this many times: after five minutes a reading is of no use any longer, and colleagues wait. */
const maxRenewals = 8;

/**
 * @param turnMs how long a turn lasts unless it is renewed, in ms
 * @param renew renews it; if that fails, it is tried again with the next one
 */
export function createTurnKeeper(turnMs: number, renew: () => Promise<unknown>): TurnKeeper {
  let timer: NodeJS.Timeout | null = null;
  let left = 0;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function wait(): void {
    timer = setTimeout(() => {
      left -= 1;
      const own = timer;
      void renew().finally(() => {
        if (timer === own && left > 0) wait();
      });
    }, turnMs * renewedAfter);
    timer.unref();
  }

  return {
    start() {
      stop();
      left = maxRenewals;
      wait();
    },
    stop,
  };
}
