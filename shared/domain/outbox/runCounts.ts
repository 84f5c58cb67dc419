import { formatNumber } from '../../text/formats';
import type { Counts, Run } from './run';

export const noCounts: Counts = { queued: 0, sending: 0, done: 0, failed: 0, inDoubt: 0, skipped: 0 };

/** What is asked for altogether. */
export const totalOf = ({ queued, sending, done, failed, inDoubt, skipped }: Counts): number =>
  queued + sending + done + failed + inDoubt + skipped;

/** What is not sent yet, or not answered. */
export const underWayOf = ({ queued, sending }: Counts): number => queued + sending;

/** What is not settled: under way or in doubt. */
export const openOf = (counts: Counts): number => underWayOf(counts) + counts.inDoubt;

/** What was sent, however it ended. */
export const sentOf = (counts: Counts): number => totalOf(counts) - underWayOf(counts);

export const addedUp = (parts: readonly Counts[]): Counts =>
  parts.reduce(
    (sum, { queued, sending, done, failed, inDoubt, skipped }) => ({
      queued: sum.queued + queued,
      sending: sum.sending + sending,
      done: sum.done + done,
      failed: sum.failed + failed,
      inDoubt: sum.inDoubt + inDoubt,
      skipped: sum.skipped + skipped,
    }),
    noCounts,
  );

/** In words: "2 under way, 117 done, 1 failed". Leaves out what is zero. */
export const countsText = (counts: Counts): string =>
  countsParts(counts)
    .map(({ text }) => text)
    .join(', ');

/** The same, each count by itself. */
export function countsParts(counts: Counts): readonly { readonly status: string; readonly text: string }[] {
  const parts: readonly [number, string][] = [
    [underWayOf(counts), 'under way'],
    [counts.done, 'done'],
    [counts.failed, 'failed'],
    [counts.inDoubt, 'unconfirmed'],
    [counts.skipped, 'skipped'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, status]) => ({ status, text: `${formatNumber(count)} ${status}` }));
}

/** Whether something of a run goes out, or would if Amazon could be reached: what waits is not held back. */
export const isMoving = ({ paused, counts }: Run): boolean =>
  counts.sending > 0 || (!paused && counts.queued > 0);
