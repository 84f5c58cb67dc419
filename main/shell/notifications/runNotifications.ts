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
  /** Whether somebody looks at the app. */
  readonly isLookedAt: () => boolean;
  readonly notify: (text: string) => void;
}

/** Changes come many times a second while a run goes out; nobody sees a taskbar move faster than this (ms). */
const lookEveryMs = 500;

/**
 * Shows outside the window how sending goes: on the taskbar, and with one notification when all of it has ended and
 * nobody looks at the app.
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
