import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that is done in rounds, one at a time and with a rest between them; only the latest wish counts. */
export interface Rounds<Wish> {
  /** A round begins now, or after the one under way and its rest. */
  wish(next: Wish): void;
  /** Forgets what is wished for. Resolves when the round under way is over; until then `isStopped` holds for it. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way and nothing is wished for. */
  settled(): Promise<void>;
}

/** @param round never rejects @param restMs in ms */
export function createRounds<Wish extends object>(
  round: (wish: Wish, isStopped: () => boolean) => Promise<void>,
  restMs: number,
): Rounds<Wish> {
  let wanted: Wish | null = null;
  let running: Promise<void> | null = null;
  let resting: NodeJS.Timeout | undefined;
  /** Rounds of an earlier era are stopped. */
  let era = 0;

  function begin(): void {
    if (wanted === null || running !== null || resting !== undefined) return;
    const own = era;
    const wish = wanted;
    wanted = null;
    running = round(wish, () => own !== era).finally(() => {
      running = null;
      if (own === era) rest();
      else begin();
    });
  }

  function rest(): void {
    resting = setTimeout(() => {
      resting = undefined;
      begin();
    }, restMs);
    resting.unref();
  }

  return {
    wish(next) {
      wanted = next;
      begin();
    },
    async stop() {
      era += 1;
      wanted = null;
      clearTimeout(resting);
      resting = undefined;
      await running;
    },
    async settled() {
      while (running !== null || resting !== undefined) await (running ?? nextTurn());
    },
  };
}
