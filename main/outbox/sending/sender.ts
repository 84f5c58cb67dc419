import { accountKey } from '../../../shared/util/accountKey';
import { parallelAccounts } from '../../../shared/domain/outbox/parallelAccounts';
import type { AccountAccess } from '../journal/append';
import { accessesWithWork } from '../journal/calls';
import { createAccountLane } from './lanes/accountLane';
import { type LaneDeps } from '../deps';

/** Sends recorded calls in the background: those of one account one after another, accounts in parallel. */
export interface Sender {
  /** Call it whenever there may be something to send. */
  wake(): void;
  /** Resolves when nothing is being sent or waits for its turn. */
  idle(): Promise<void>;
}

interface SendingLane {
  readonly connectionId: string;
  /** It sends nothing more: the next account is sent to meanwhile. */
  isLeaving: boolean;
  end: Promise<void>;
}

export function createSender(deps: LaneDeps): Sender {
  const { db, ending } = deps;
  const lanes = new Map<string, SendingLane>();
  /** Accounts waiting because of their own problem; they don't take another account's slot. */
  const resting = new Map<string, Promise<void>>();

  const lanesOf = (connectionId: string): number =>
    [...lanes.values()].filter((lane) => lane.connectionId === connectionId && !lane.isLeaving).length;

  function wake(): void {
    if (ending.aborted) return;
    for (const access of accessesWithWork(db)) {
      const key = accountKey(access);
      if (lanes.has(key) || resting.has(key)) continue;
      if (deps.paceOfAccount(access).isHeld()) {
        rest(key, access);
        continue;
      }
      if (lanesOf(access.connectionId) >= parallelAccounts) continue;
      if (deps.paces.of(access.connectionId).isShut()) continue;
      const lane: SendingLane = {
        connectionId: access.connectionId,
        isLeaving: false,
        end: Promise.resolve(),
      };
      lanes.set(key, lane);
      lane.end = createAccountLane(deps, access)
        .run(() => {
          lane.isLeaving = true;
          wake();
        })
        .then(
          () => {
            lanes.delete(key);
            wake();
          },
          () => {
            // The database accepts no more writes. What is `queued` or `sending` stays so, and the next start settles it.
            lanes.delete(key);
          },
        );
    }
  }

  function rest(key: string, access: AccountAccess): void {
    const end = deps
      .paceOfAccount(access)
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
