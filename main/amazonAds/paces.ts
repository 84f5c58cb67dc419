import type { Wait } from '../../shared/domain/run';
import { createPace, type Clock, type Pace } from './pace';

/** The pace of each connection. */
export interface Paces {
  of(connectionId: string): Pace;
  /** See Pace.tryNow; for every connection. */
  tryNow(): void;
  waits(): Wait[];
}

/** @param changed is called when a connection begins to wait or ends it */
export function createPaces(clock: Clock, changed: () => void): Paces {
  const paces = new Map<string, Pace>();
  return {
    of(connectionId) {
      const pace = paces.get(connectionId) ?? createPace(clock, changed);
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
  };
}
