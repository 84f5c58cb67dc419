import type { Database } from '../../../storage/database';
import type { DiskRoom } from '../../../storage/writeWhenDiskHasRoom';
import { endStartWait, startingRuns } from '../../journal/startWait';

/** How long a large run waits before its first call, so that a person can call it back; in ms. */
export const defaultStartWaitMs = 10_000;

interface StartWaitsDeps {
  readonly db: Database;
  readonly room: DiskRoom;
  /** Aborted when the program ends: then no run starts, and the next launch finds it waiting. */
  readonly ending: AbortSignal;
  /** Called when a run has started. */
  readonly started: () => void;
}

/** Lets runs start whose wait in the journal is over. */
export interface StartWaits {
  /** Call it after runs were written down. */
  watch(): void;
}

/**
 * A wait is measured by a clock that doesn't jump, from the moment its run was first seen here.
 * @param waitMs how long each waits
 */
export function createStartWaits({ db, room, ending, started }: StartWaitsDeps, waitMs: number): StartWaits {
  const timers = new Map<number, NodeJS.Timeout>();
  ending.addEventListener('abort', () => {
    for (const timer of timers.values()) clearTimeout(timer);
  });

  async function start(runId: number): Promise<void> {
    timers.delete(runId);
    await room.write(() => {
      endStartWait(db, runId);
    });
    started();
  }

  return {
    watch() {
      if (ending.aborted) return;
      for (const runId of startingRuns(db)) {
        if (timers.has(runId)) continue;
        // If the database accepts no more writes, it stays waiting: the next launch pauses it.
        timers.set(
          runId,
          setTimeout(() => void start(runId).catch(() => undefined), waitMs),
        );
      }
    },
  };
}
