import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '../../shared/errors';
import { BusyError } from '../network/retryAfter';

const firstPauseMs = 500;

interface Patience {
  /** Ends it at once, with the last failure. */
  readonly signal: AbortSignal;
  /** For how long it is tried again, in ms; the last try may begin just before. */
  readonly limitMs: number;
  /** Whether it may go better next time. */
  readonly mayPass: (error: CodedError) => boolean;
}

/**
 * Does `work` again until it succeeds, waiting as long as the other side asks, else longer each time.
 * @throws the last CodedError where it can't pass or the limit is reached
 */
export async function patiently<T>(
  work: () => Promise<T>,
  { signal, limitMs, mayPass }: Patience,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !(error instanceof CodedError) || !mayPass(error)) throw error;
      const ms = (error instanceof BusyError ? error.retryAfterMs : undefined) ?? pauseMs;
      if (performance.now() + ms > end) throw error;
      await wait(ms, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
