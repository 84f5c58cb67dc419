import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './database';

/** The last turn that was promised, for each database. */
const promised = new WeakMap<Database, Promise<void>>();

/**
 * Waits for a turn of the event loop in which nobody else who asked here writes to the database. Answers that arrive
 * together are written one a turn, so that what is asked of the program in between does not wait for all of them.
 */
export function writeTurn(db: Database): Promise<void> {
  const own = (promised.get(db) ?? Promise.resolve()).then(() => nextTurn());
  promised.set(db, own);
  return own;
}
