import { afterEach, beforeEach, vi } from 'vitest';
import type { RunningSandbox } from '../amazon/sandbox';

/** All clocks and timers of this process: they run as usual, and jump when a test says so. */
export interface JumpingClock {
  /**
   * Lets this many ms pass here and in the sandbox, and then runs what is due. A call that is pending in the meantime takes that
   * long.
   */
  jump(ms: number, sandbox: Pick<RunningSandbox, 'moveClock'>): Promise<void>;
}

/** Call it once in a test file, outside the tests and before `wiredApp`, which uses the clocks as they are then. */
export function jumpingClock(): JumpingClock {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
      shouldAdvanceTime: true,
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return {
    async jump(ms, sandbox) {
      await sandbox.moveClock(ms);
      await vi.advanceTimersByTimeAsync(ms);
    },
  };
}
