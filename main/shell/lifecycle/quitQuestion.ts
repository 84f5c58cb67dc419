import { addedUp, isMoving, isStarting } from '../../../shared/domain/outbox/runCounts';
import type { Run } from '../../../shared/domain/outbox/run';
import { quitText } from './quitText';

/** What to ask before the app is left. */
export interface QuitQuestion {
  readonly message: string;
  readonly detail: string;
}

/**
 * The question to ask while changes are being sent; null if none are, and the app can simply quit.
 * @param continues whether what is queued is sent automatically on the next launch
 */
export function quitQuestion(runs: readonly Run[], continues: boolean): QuitQuestion | null {
  const moving = runs.filter(isMoving);
  const starting = addedUp(runs.filter(isStarting).map((run) => run.counts)).queued;
  if (moving.length === 0) return starting === 0 ? null : startingQuestion(starting);
  const unpaused = addedUp(moving.filter(({ paused }) => !paused).map((run) => run.counts));
  const { sending } = addedUp(moving.map((run) => run.counts));
  const arriving = sending === 0 ? [] : [quitText.arriving(sending)];
  const notStarted = starting === 0 ? [] : [quitText.notStarted(starting), quitText.pausedAtQuit];
  if (unpaused.queued === 0) {
    return { message: quitText.beingSent, detail: [...arriving, ...notStarted].join(' ') };
  }
  const afterwards = continues ? quitText.sentAtNextLaunch : quitText.resumedAtNextLaunch;
  return {
    message: quitText.waiting(unpaused.queued),
    detail: [...arriving, afterwards, ...notStarted].join(' '),
  };
}

/** While nothing goes out, but something is about to. @param count how many changes wait for the start of their run */
const startingQuestion = (count: number): QuitQuestion => ({
  message: quitText.notStarted(count),
  detail: quitText.pausedAtQuit,
});
