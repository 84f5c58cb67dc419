import type { Wait } from '../../../shared/domain/outbox/run';
import { createPace, type Clock, type Pace } from './pace';

/** The pace of each connection. */
export interface Paces {
  of(connectionId: string): Pace;
  /** See Pace.tryNow; for every connection. */
  tryNow(): void;
  waits(): Wait[];
  /** `listener` is called when a connection that was waiting for a person can continue. */
  onOpened(listener: () => void): void;
}

/** @param changed called when a connection starts or stops waiting */
export function createPaces(clock: Clock, changed: () => void): Paces {
  const paces = new Map<string, Pace>();
  const listeners: (() => void)[] = [];
  const opened = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    of(connectionId) {
      const pace = paces.get(connectionId) ?? createPace(clock, { changed, opened });
      paces.set(connectionId, pace);
      return pace;
    },
    tryNow() {
      for (const pace of paces.values()) pace.tryNow();
    },
    waits: () =>
      [...paces].flatMap(([connectionId, pace]) => {
        const waiting = pace.waiting();
        return waiting === null ? [] : [{ connectionId, ...waiting }];
      }),
    onOpened(listener) {
      listeners.push(listener);
    },
  };
}
