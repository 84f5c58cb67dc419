import type { Decision } from '../../shared/domain/outbox/operation';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import { transaction } from '../storage/transaction';
import { resolve } from './doubts/decide';
import { createChanges, type Changes } from './agreed/changes';
import { accessesInDoubt } from './journal/read';
import { setPaused, setStopped } from './journal/write';
import { listOperations, type OperationsQuery } from './journal/listOperations';
import { createAccountPaces } from './sending/accountPaces';
import { createReconciler, type Reconciler } from './doubts/reconciler';
import { recover } from './sending/recover';
import { createDiskRoom } from '../storage/writeWhenDiskHasRoom';
import { outboxStatus } from './outboxStatus';
import { createSender } from './sending/sender';
import { createStartWaits, defaultStartWaitMs } from './sending/startWaits';
import { moveAll, removeStaged } from './agreed/staging';
import { takeRefreshed } from './doubts/takeRefreshed';
import { withdrawStopped } from './sending/withdraw';
import type { OutboxDeps } from './deps';

/**
 * The durable journal through which every change goes to Amazon. The changes write down what is asked and answer at
 * once with the ids of its operations, one for each person or invitation; sending goes on in the background, and
 * `operations` tells how each one ended. No operation is sent again unless Amazon certainly did not take it; what is
 * sent again after a doubt or a failure is a new operation that names the one it replaces.
 *
 * Whatever names something throws CodedError NOT_FOUND when it is not known, and INVALID_INPUT, naming it, when it
 * cannot be done. Then nothing at all was written or sent.
 */
export interface Outbox extends Omit<Changes, 'idle'> {
  /** A page of the journal, newest first. */
  operations(query: OperationsQuery): ChannelOutput<'outbox.operations'>;
  status(): ChannelOutput<'outbox.status'>;
  pause(runIds?: readonly number[]): void;
  /** What was paused goes on, and what waits for its start starts. */
  resume(runIds?: readonly number[]): void;
  /** From the call on nothing of them leaves; resolves when all that waited is withdrawn. */
  stop(runIds?: readonly number[]): Promise<void>;
  /** Settles an operation in doubt. @returns the id of the new operation where it is sent again */
  resolve(operationId: number, decision: Decision): number[];
  /** Call once at start, before any change: takes up what the last run of the program left open. */
  recover(options: { readonly continueAtStart: boolean }): void;
  /** Something happened that may open the way to Amazon: signed in, awake again. What waits for that tries at once. */
  tryNow(): void;
  /** Resolves when nothing is being sent or waits for its turn. */
  idle(): Promise<void>;
  /** Resolves when no doubt waits to be looked at. */
  doubtsLookedAt(): Promise<void>;
  /** Whether answers of Amazon, or the next calls, wait for room on the disk. They go on by themselves. */
  waitsForRoom(): boolean;
  /** Lets what is on its way arrive, and begins nothing more; `recover` takes up the rest at the next start. */
  close(): Promise<void>;
}

/**
 * Amazon's slowest calls take 30 s (amazon-api §5), and how much later than its connection a call may be carried
 * out is not documented. In ms.
 */
const defaultLateCommitMs = 60_000;

/** Pausing, resuming and stopping runs. Where no runs are named, all of them are meant. */
function steering(deps: OutboxDeps, goOn: () => void): Pick<Outbox, 'pause' | 'resume' | 'stop'> {
  const { db, now, changed } = deps;
  return {
    pause(runIds) {
      moveAll(db, now());
      transaction(db, () => {
        setPaused(db, runIds, true);
      });
      changed('operations.changed');
    },
    resume(runIds) {
      moveAll(db, now());
      transaction(db, () => {
        setPaused(db, runIds, false);
      });
      goOn();
    },
    async stop(runIds) {
      moveAll(db, now());
      transaction(db, () => {
        setStopped(db, runIds);
      });
      await withdrawStopped(deps);
    },
  };
}

/** Settling doubts as a person decides. */
const resolving =
  (deps: OutboxDeps, reconciler: Pick<Reconciler, 'look'>, goOn: () => void): Outbox['resolve'] =>
  (operationId, decision) => {
    const { operationIds, lookAgain } = resolve(deps, operationId, decision);
    if (lookAgain !== null) reconciler.look(lookAgain);
    deps.changed('invitations.changed');
    goOn();
    return operationIds;
  };

/** Completes what the last run of the program wrote down in part. */
function recoverJournal(deps: OutboxDeps, how: { readonly continueAtStart: boolean }): void {
  const { db, now } = deps;
  removeStaged(db);
  moveAll(db, now());
  recover(deps, how);
  // The program may have ended while it withdrew them.
  void withdrawStopped(deps).catch(() => undefined);
}

/** How long the outbox waits where it has to, in ms. */
export interface OutboxWaits {
  readonly lateCommitMs?: number;
  readonly startWaitMs?: number;
}

export function createOutbox(deps: OutboxDeps, waits: OutboxWaits = {}): Outbox {
  const { db, changed, paces } = deps;
  const { lateCommitMs = defaultLateCommitMs, startWaitMs = defaultStartWaitMs } = waits;
  const ending = new AbortController();
  const room = createDiskRoom(() => {
    changed('app.changed');
  });
  const accounts = createAccountPaces(deps);
  const shared = { ...deps, room, ending: ending.signal, paceOfAccount: accounts.of };
  const reconciler = createReconciler({
    ...shared,
    lateCommitMs,
    settled: () => sender.wake(),
  });
  const sender = createSender({ ...shared, doubted: reconciler.look });
  paces.onOpened(sender.wake);
  deps.access.onRefreshed((account, reading) => {
    takeRefreshed(deps, account, reading, reconciler.lookNow);
  });

  const startWaits = createStartWaits({ ...shared, started: goOn }, startWaitMs);
  const changes = createChanges({ ...shared, startWaitMs, accepted: goOn });

  function goOn(): void {
    changed('operations.changed');
    startWaits.watch();
    sender.wake();
  }

  return {
    ...changes,
    operations: (query) => listOperations(db, query),
    status: () => outboxStatus(deps, accounts),
    ...steering(deps, goOn),
    resolve: resolving(deps, reconciler, goOn),
    recover(how) {
      recoverJournal(deps, how);
      for (const access of accessesInDoubt(db)) reconciler.look(access);
      sender.wake();
    },
    tryNow() {
      paces.tryNow();
      accounts.tryNow();
      reconciler.tryNow();
      sender.wake();
    },
    async idle() {
      await changes.idle();
      await sender.idle();
    },
    doubtsLookedAt: reconciler.idle,
    waitsForRoom: room.waiting,
    async close() {
      ending.abort();
      room.giveUp();
      await Promise.all([changes.idle(), sender.idle(), reconciler.idle()]);
    },
  };
}
