import { pluralize } from '../../../shared/text/pluralize';
import { addedUp, isMoving, isStarting } from '../../../shared/domain/outbox/runCounts';
import type { Run } from '../../../shared/domain/outbox/run';

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
  const arrives =
    sending === 0
      ? ''
      : `${pluralize(sending, 'change')} ${sending === 1 ? 'is' : 'are'} on the way to Amazon. The app quits once the answer arrives. `;
  const notStarted = starting === 0 ? '' : ` ${startingQuestion(starting).message} ${pausedAtQuit}`;
  if (unpaused.queued === 0) {
    return { message: 'Changes are being sent right now.', detail: `${arrives.trim()}${notStarted}` };
  }
  return {
    message: `${pluralize(unpaused.queued, 'change')} ${unpaused.queued === 1 ? 'is' : 'are'} still waiting to be sent.`,
    detail: `${arrives}Waiting changes stay on this computer and ${
      continues ? 'are sent at the next launch.' : 'continue when you resume them at the next launch.'
    }${notStarted}`,
  };
}

const pausedAtQuit = 'They stay on this computer, paused, until you resume them.';

/** While nothing goes out, but something is about to. @param count how many changes wait for the start of their run */
const startingQuestion = (count: number): QuitQuestion => ({
  message: `${pluralize(count, 'change')} ${count === 1 ? 'hasn’t' : 'haven’t'} started.`,
  detail: pausedAtQuit,
});
