import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './database';

/** The last promised turn, for each database. */
const promised = new WeakMap<Database, Promise<void>>();

/**
 * Waits for a turn of the event loop in which no other caller of this function writes to the database. Answers that arrive
 * together are written one per turn, so that other requests don't have to wait for all of them.
 */
export function writeTurn(db: Database): Promise<void> {
  const own = (promised.get(db) ?? Promise.resolve()).then(() => nextTurn());
  promised.set(db, own);
  return own;
}
