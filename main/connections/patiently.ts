import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '../../shared/errors';
import { BusyError } from '../network/retryAfter';

const firstPauseMs = 500;

interface Patience {
  /** Stops immediately, with the last failure. */
  readonly signal: AbortSignal;
  /** How long to keep trying, in ms; the last attempt may begin just before the end. */
  readonly limitMs: number;
  /** Whether another attempt may succeed. */
  readonly mayPass: (error: CodedError) => boolean;
}

/**
 * Repeats `work` until it succeeds, waiting as long as the other side asks, otherwise longer each time.
 * @throws the last CodedError if it is permanent or the limit is reached
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
