import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../../shared/errors';

/** ms between attempts. There is no event for freed space; polling is cheap. */
const pauseMs = 1000;

/** Writes what must not be lost: while the disk is full it waits and tries again, so that freeing space is enough. */
export interface DiskRoom {
  /** @throws anything `work` throws; DISK_FULL only after `giveUp`. */
  write<T>(work: () => T): Promise<T>;
  /** Whether something is waiting right now. */
  waiting(): boolean;
  /** Makes everything that waits fail, and everything after it, because the app is about to quit. */
  giveUp(): void;
}

/** @param changed called when waiting begins and when it ends. */
export function createDiskRoom(changed: () => void): DiskRoom {
  const ending = new AbortController();
  let waiting = 0;
  /** The failure with which waiting was given up: no call begins after an answer was lost. */
  let givenUp: CodedError | null = null;

  async function writeWhenThereIsRoom<T>(work: () => T): Promise<T> {
    for (;;) {
      // Aborted means over: the next attempt is the last one.
      await pause(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
      try {
        return work();
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        if (ending.signal.aborted) {
          givenUp = error;
          throw error;
        }
      }
    }
  }

  return {
    async write(work) {
      if (givenUp !== null) throw givenUp;
      try {
        return work();
      } catch (error) {
        if (!isDiskFull(error)) throw error;
      }
      waiting += 1;
      changed();
      try {
        return await writeWhenThereIsRoom(work);
      } finally {
        waiting -= 1;
        changed();
      }
    },
    waiting: () => waiting > 0,
    giveUp: () => ending.abort(),
  };
}

const isDiskFull = (error: unknown): error is CodedError =>
  error instanceof CodedError && error.code === 'DISK_FULL';
