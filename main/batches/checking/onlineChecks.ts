import type { CheckProgress } from '../../../shared/domain/batch/checkProgress';

/** The online checks that are running, by batch. */
export interface OnlineChecks {
  /** @param total how many accounts it reads */
  begin(batchId: string, total: number): RunningCheck;
  /** Null while none is running for that batch. */
  progressOf(batchId: string): CheckProgress | null;
  /** The accounts being read are finished, no other is begun; the rows are checked anyway. */
  stop(batchId: string): void;
}

export interface RunningCheck {
  readonly isStopped: () => boolean;
  /** Another account was read, or couldn't be. */
  readonly read: () => void;
  readonly end: () => void;
}

export function createOnlineChecks(): OnlineChecks {
  const running = new Map<string, { done: number; readonly total: number; stopped: boolean }>();
  return {
    begin(batchId, total) {
      const check = { done: 0, total, stopped: false };
      running.set(batchId, check);
      return {
        isStopped: () => check.stopped,
        read() {
          check.done += 1;
        },
        end() {
          // Sending may have begun another one meanwhile.
          if (running.get(batchId) === check) running.delete(batchId);
        },
      };
    },
    progressOf: (batchId) => running.get(batchId) ?? null,
    stop(batchId) {
      const check = running.get(batchId);
      if (check !== undefined) check.stopped = true;
    },
  };
}
