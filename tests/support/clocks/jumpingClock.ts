import { afterEach, beforeEach, vi } from 'vitest';
import type { RunningSandbox } from '../amazon/sandbox';

/** All clocks and timers of this process: they go on as ever, and jump when a test says so. */
export interface JumpingClock {
  /**
   * Lets so many ms pass here and in the sandbox, and what is due then happen. A call that is under way in the meantime takes
   * as long.
   */
  jump(ms: number, sandbox: Pick<RunningSandbox, 'moveClock'>): Promise<void>;
}

/** Call it once in a test file, outside the tests and before `wiredApp`, which takes the clocks as they are then. */
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
