import type { Topic } from '../../../shared/bridge/channels';
import { coalesce } from '../../../shared/util/coalesce';
import type { Run } from '../../../shared/domain/outbox/run';
import { whereItHappened } from '../failures/crashReport';
import type { Log } from '../logging/log';
import { watchForEnd } from './runSummary';
import { taskbarProgress, type TaskbarProgress } from '../window/taskbarProgress';

interface Followed {
  readonly log: Log;
  readonly runs: () => readonly Run[];
  readonly showProgress: (progress: TaskbarProgress | null) => void;
  /** Whether someone is looking at the app. */
  readonly isLookedAt: () => boolean;
  readonly notify: (text: string) => void;
}

/** Changes come many times a second during a run; nobody sees a taskbar move faster than this (ms). */
const lookEveryMs = 500;

/**
 * Shows the progress of sending outside the window: on the taskbar, and with one notification when everything has ended and
 * nobody is looking at the app.
 * @returns the listener for every topic
 */
export function notifyOfRuns({
  log,
  runs,
  showProgress,
  isLookedAt,
  notify,
}: Followed): (topic: Topic) => void {
  const ended = watchForEnd();
  const look = coalesce(() => {
    try {
      const now = runs();
      showProgress(taskbarProgress(now));
      const text = ended(now);
      if (text !== null && !isLookedAt()) notify(text);
    } catch (error) {
      log.error(`How sending goes could not be shown: ${whereItHappened(error)}`);
    }
  }, lookEveryMs);
  return (topic) => {
    if (topic === 'operations.changed') look();
  };
}
