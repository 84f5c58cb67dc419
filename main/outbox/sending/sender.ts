import type { AccountAccess } from '../journal/append';
import { accessesWithWork } from '../journal/read';
import { createAccountLane } from './accountLane';
import { type LaneDeps } from '../deps';

/** How many accounts of one connection are sent to at the same time. Amazon's limits are not published (amazon-api §5). */
const parallelAccounts = 4;

/** Sends journaled calls in the background: those of one account one after another, accounts side by side. */
export interface Sender {
  /** Call it whenever there may be something to send. */
  wake(): void;
  /** Resolves when nothing is being sent or waits for its turn. */
  idle(): Promise<void>;
}

export function createSender(deps: LaneDeps): Sender {
  const { db, ending } = deps;
  const lanes = new Map<string, { readonly connectionId: string; readonly end: Promise<void> }>();
  /** Accounts that wait because of their own trouble; they take no other account's place. */
  const resting = new Map<string, Promise<void>>();

  const lanesOf = (connectionId: string): number =>
    [...lanes.values()].filter((lane) => lane.connectionId === connectionId).length;

  function wake(): void {
    if (ending.aborted) return;
    for (const way of accessesWithWork(db)) {
      const key = JSON.stringify([way.realm, way.accountId]);
      if (lanes.has(key) || resting.has(key)) continue;
      if (deps.paceOfAccount(way).isHeld()) {
        rest(key, way);
        continue;
      }
      if (lanesOf(way.connectionId) >= parallelAccounts) continue;
      if (deps.paces.of(way.connectionId).isShut()) continue;
      const end = createAccountLane(deps, way)
        .run()
        .then(
          () => {
            lanes.delete(key);
            wake();
          },
          () => {
            // The database takes nothing any more. What is `queued` or `sending` stays so, and the next start settles it.
            lanes.delete(key);
          },
        );
      lanes.set(key, { connectionId: way.connectionId, end });
    }
  }

  function rest(key: string, way: AccountAccess): void {
    const end = deps
      .paceOfAccount(way)
      .turn(ending)
      .then(() => {
        resting.delete(key);
        wake();
      });
    resting.set(key, end);
  }

  return {
    wake,
    async idle() {
      while (lanes.size + resting.size > 0) {
        await Promise.all([...[...lanes.values()].map(({ end }) => end), ...resting.values()]);
      }
    },
  };
}
