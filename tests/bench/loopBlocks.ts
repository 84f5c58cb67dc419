import { closeSync, openSync, readSync } from 'node:fs';

export interface LoopBlocks {
  /** The longest time for which the event loop did nothing else, in ms. */
  readonly maxMs: number;
  /** The same without the time for which the thread was ready to run but got no processor. */
  readonly maxOwnMs: number;
}

/** The interval of the measurement, in ms; not part of the figures. */
const everyMs = 1;

/** Watches this process's event loop until stopped. */
export function watchLoop(): { stop(): LoopBlocks } {
  const waited = processorWait();
  let maxMs = 0;
  let maxOwnMs = 0;
  let lookedAt = performance.now();
  let waitedMs = waited.ms();
  const timer = setInterval(() => {
    const now = performance.now();
    const waitedNow = waited.ms();
    const blockMs = now - lookedAt - everyMs;
    maxMs = Math.max(maxMs, blockMs);
    maxOwnMs = Math.max(maxOwnMs, blockMs - (waitedNow - waitedMs));
    lookedAt = now;
    waitedMs = waitedNow;
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      waited.close();
      return { maxMs, maxOwnMs };
    },
  };
}

/** How long the main thread has waited for a processor since it began. Known on Linux; elsewhere 0. */
function processorWait(): { ms(): number; close(): void } {
  if (process.platform !== 'linux') return { ms: () => 0, close: () => undefined };
  const file = openSync('/proc/self/schedstat', 'r');
  const text = Buffer.alloc(100);
  return {
    ms() {
      // Three numbers: ns on a processor, ns waiting for one, time slices.
      const [, waitedNs] = text.toString('ascii', 0, readSync(file, text, 0, text.length, 0)).split(' ');
      return Number(waitedNs) / 1e6;
    },
    close: () => closeSync(file),
  };
}
