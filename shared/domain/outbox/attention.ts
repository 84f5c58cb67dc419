import type { Run, Wait } from './run';

/**
 * How many changes a person can do something about now, of those held back since the app was closed: what waits for the network
 * or for a sign-in could not go if it were continued.
 */
export function continuable(held: readonly Run[], waits: readonly Wait[]): number {
  const closed = new Set(
    waits.flatMap(({ connectionId, reason, accounts }) =>
      reason !== 'throttled' && accounts === undefined ? [connectionId] : [],
    ),
  );
  return held
    .flatMap(({ accounts }) => accounts)
    .reduce((sum, { connectionId, counts }) => sum + (closed.has(connectionId) ? 0 : counts.queued), 0);
}
