import { formatNumber } from '../../text/formats';
import type { Counts, Run, RunKind } from './run';

export const noCounts: Counts = {
  queued: 0,
  sending: 0,
  done: 0,
  failed: 0,
  inDoubt: 0,
  skipped: 0,
  stopped: 0,
};

/** The total requested. */
export const totalOf = ({ queued, sending, done, failed, inDoubt, skipped, stopped }: Counts): number =>
  queued + sending + done + failed + inDoubt + skipped + stopped;

/** Not sent yet, or not answered. */
export const underWayOf = ({ queued, sending }: Pick<Counts, 'queued' | 'sending'>): number =>
  queued + sending;

/** Not settled: pending or in doubt. */
export const openOf = (counts: Pick<Counts, 'queued' | 'sending' | 'inDoubt'>): number =>
  underWayOf(counts) + counts.inDoubt;

/** Sent, however it ended. */
export const sentOf = (counts: Counts): number => totalOf(counts) - underWayOf(counts);

export const addedUp = (parts: readonly Counts[]): Counts =>
  parts.reduce(
    (sum, { queued, sending, done, failed, inDoubt, skipped, stopped }) => ({
      queued: sum.queued + queued,
      sending: sum.sending + sending,
      done: sum.done + done,
      failed: sum.failed + failed,
      inDoubt: sum.inDoubt + inDoubt,
      skipped: sum.skipped + skipped,
      stopped: sum.stopped + stopped,
    }),
    noCounts,
  );

/**
 * In words: "2 queued, 117 done, 1 failed". Leaves out zeros.
 * @param kind what was requested, if it is a single kind: its done count then has its own word
 */
export const countsText = (counts: Counts, kind?: RunKind): string =>
  countsParts(counts, kind)
    .map(({ text }) => text)
    .join(', ');

/** The same, one count at a time, in the words and order of a batch's rows (`rowStateNames`). */
export function countsParts(
  counts: Counts,
  kind?: RunKind,
): readonly { readonly status: string; readonly text: string }[] {
  const parts: readonly [number, string][] = [
    [counts.queued, 'queued'],
    [counts.sending, 'sending'],
    [counts.done, kind === undefined ? 'done' : doneTexts[kind]],
    [counts.failed, 'failed'],
    [counts.inDoubt, 'unconfirmed'],
    [counts.skipped, 'skipped'],
    [counts.stopped, 'stopped'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, status]) => ({ status, text: `${formatNumber(count)} ${status}` }));
}

const doneTexts: Readonly<Record<RunKind, string>> = {
  create: 'invited',
  revoke: 'revoked',
  resend: 'resent',
  changeRole: 'done',
  setRole: 'changed',
  removeMember: 'removed',
};

/** Whether something of a run goes out, or would if Amazon could be reached: what waits is not held back. */
export const isMoving = ({
  paused,
  startsAt,
  counts,
}: Pick<Run, 'paused' | 'startsAt' | 'counts'>): boolean =>
  counts.sending > 0 || (!paused && startsAt === null && counts.queued > 0);

/** Whether a run waits for its start: nothing of it was sent, and it can be called back. */
export const isStarting = ({ startsAt, counts }: Run): boolean => startsAt !== null && counts.queued > 0;
