import {
  addedUp,
  countsText,
  isMoving,
  isStarting,
  sentOf,
  totalOf,
  underWayOf,
} from '../../../../shared/domain/outbox/runCounts';
import type { Counts, Run, RunKind } from '../../../../shared/domain/outbox/run';
import { formatNumber } from '../../../../shared/text/formats';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { runTitle } from '../../../../shared/domain/outbox/runTitle';
import { slowedText, timeLeft, waitingText } from '../../results/notices/waitText';

type OutboxStatus = ChannelOutput<'outbox.status'>;

/** What a run was asked to do; see `runTitle`. */
export function titleOf({ kind, counts, accounts }: Run): string {
  const [only] = accounts;
  return runTitle({
    kind,
    total: totalOf(counts),
    accounts: accounts.length,
    accountName: accounts.length === 1 && only !== undefined ? only.accountName : null,
  });
}

/** Its progress: "34 of 120 sent: 33 invited, 1 unconfirmed". */
export function progressText(counts: Counts, kind: RunKind): string {
  const sent = sentOf(counts);
  const results = countsText({ ...counts, queued: 0, sending: 0 }, kind);
  return `${formatNumber(sent)} of ${formatNumber(totalOf(counts))} sent${results === '' ? '' : `: ${results}`}`;
}

/** The same with how fast it goes and how long the rest takes, where that is known. */
export function progressWithPace({ counts, kind, pace }: Pick<Run, 'counts' | 'kind' | 'pace'>): string {
  const progress = progressText(counts, kind);
  if (pace === null) return progress;
  return `${progress} · about ${formatNumber(pace.perMinute)} a minute, ${timeLeft(pace.leftMs)} left`;
}

/** From 0 to 100. */
export const percentOf = (counts: Counts): number =>
  totalOf(counts) === 0 ? 100 : Math.floor((sentOf(counts) / totalOf(counts)) * 100);

export const isOpen = ({ counts }: Run): boolean => underWayOf(counts) > 0;

export interface Indication {
  readonly type: 'in-progress' | 'warning' | 'stopped';
  readonly text: string;
}

/**
 * All sending in one line, for any screen; null if there is nothing to say.
 * @param doubts how many operations are in doubt, including those of ended runs
 */
export function indicationOf(
  { runs, waits, slowed }: Pick<OutboxStatus, 'runs' | 'waits' | 'slowed'>,
  doubts: number,
): Indication | null {
  const moving = runs.filter(isMoving);
  const doubtText = doubts === 0 ? [] : [`${formatNumber(doubts)} unconfirmed`];
  const line = (type: Indication['type'], ...parts: string[]): Indication => ({
    type,
    text: [...parts, ...doubtText].join(' · '),
  });
  if (moving.length > 0) {
    const counts = addedUp(moving.map((run) => run.counts));
    const progress = `${formatNumber(sentOf(counts))} of ${formatNumber(totalOf(counts))}`;
    const isMoved = ({ connectionId }: { readonly connectionId: string }): boolean =>
      moving.some(({ accounts }) => accounts.some((account) => account.connectionId === connectionId));
    const slow = slowed.find(isMoved);
    const wait = waits.find((each) => isMoved(each) && each.accounts === undefined);
    if (wait !== undefined) return line('warning', waitingText(wait.reason, slow), progress);
    return slow === undefined
      ? line('in-progress', `Sending ${progress}`)
      : line('in-progress', slowedText(slow), progress);
  }
  const starting = addedUp(runs.filter(isStarting).map((run) => run.counts));
  if (starting.queued > 0)
    return line('in-progress', `Starting soon: ${formatNumber(starting.queued)} waiting`);
  const { queued } = addedUp(runs.map((run) => run.counts));
  if (queued > 0) return line('stopped', `Paused: ${formatNumber(queued)} waiting`);
  return doubts === 0 ? null : line('warning');
}
