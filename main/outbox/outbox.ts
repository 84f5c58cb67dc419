import type { Decision } from '../../shared/domain/outbox/operation';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import { inTurns } from '../storage/stepwise';
import { transaction } from '../storage/transaction';
import { resolve } from './doubts/decide';
import { createChanges, type Changes } from './agreed/changes';
import { accessesInDoubt } from './journal/read';
import { setPaused, setStopped } from './journal/write';
import { attention } from './journal/attention';
import { groupOperations } from './journal/groupOperations';
import { createRunPaces } from './sending/paces/runPaces';
import { listOperations, type OperationsQuery } from './journal/listOperations';
import { createAccountPaces } from './sending/paces/accountPaces';
import { plannedChecks } from './doubts/plannedChecks';
import { createReconciler, type Reconciler } from './doubts/reconciler';
import { recover } from './sending/recover';
import { createDiskRoom } from '../storage/writeWhenDiskHasRoom';
import { outboxStatus } from './outboxStatus';
import { createSender } from './sending/sender';
import { createStartWaits, defaultStartWaitMs } from './sending/paces/startWaits';
import { moveAll, removeStaged } from './agreed/staging';
import { takeRefreshed } from './doubts/takeRefreshed';
import { withdrawStopped } from './sending/withdraw';
import type { OutboxDeps } from './deps';

/**
 * The durable journal through which every change goes to Amazon. The commands record the request and immediately return the IDs
 * of its operations, one for each person or invitation; sending happens in the background, and `operations` shows how each one
 * ended. No operation is sent again unless Amazon certainly didn't accept it; a retry after a doubt or a failure is a new
 * operation that names the one it replaces.
 *
 * Functions that take an ID throw CodedError NOT_FOUND if it isn't known, and INVALID_INPUT, naming it, if the request can't be
 * carried out. In that case nothing was written or sent.
 */
export interface Outbox extends Omit<Changes, 'idle'> {
  /** A page of the journal, newest first. */
  operations(query: OperationsQuery): ChannelOutput<'outbox.operations'>;
  status(): ChannelOutput<'outbox.status'>;
  /** See 'outbox.groups'. */
  groups(query: CheckedInput<'outbox.groups'>): Promise<ChannelOutput<'outbox.groups'>>;
  /** See 'outbox.attention'. */
  attention(): ChannelOutput<'outbox.attention'>;
  pause(runIds?: readonly number[]): void;
  /** What was paused goes on, and what waits for its start starts. */
  resume(runIds?: readonly number[]): void;
  /** From this call on none of them is sent; resolves when everything queued is canceled. */
  stop(runIds?: readonly number[]): Promise<void>;
  /** Settles an operation in doubt. @returns the ID of the new operation if it is retried */
  resolve(operationId: number, decision: Decision): number[];
  /** Call once at start, before any change: resumes what the last run of the app left open. */
  recover(options: { readonly continueAtStart: boolean }): void;
  /** Something happened that may restore access to Amazon: signed in, woke up. Work waiting for that tries immediately. */
  tryNow(): void;
  /** Resolves when nothing is being sent or waits for its turn. */
  idle(): Promise<void>;
  /** Resolves when no doubt is waiting to be checked. */
  doubtsLookedAt(): Promise<void>;
  /** Whether answers of Amazon, or the next calls, are waiting for disk space. They continue automatically. */
  waitsForRoom(): boolean;
  /** Waits for pending answers and starts nothing more; `recover` resumes the rest at the next start. */
  close(): Promise<void>;
}

/**
 * Amazon's slowest calls take 30 s (amazon-api §5); how long after its connection closed a call may be carried out isn't
 * documented. In ms.
 */
const defaultLateCommitMs = 60_000;

/** Pausing, resuming and stopping runs. Without run IDs, all of them. */
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
  // The app may have ended while canceling them.
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
  const runPaces = createRunPaces(deps.monotonic);
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
    status: () => outboxStatus(deps, accounts, runPaces),
    groups: ({ of, runId = null }) => inTurns(groupOperations(db, { of, runId })),
    attention: () => ({ ...attention(db), checks: plannedChecks(deps, reconciler) }),
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
