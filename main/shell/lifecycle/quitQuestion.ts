import { pluralize } from '../../../shared/text/pluralize';
import { addedUp, isMoving } from '../../../shared/domain/outbox/runCounts';
import type { Run } from '../../../shared/domain/outbox/run';

/** What to ask before the app is left. */
export interface QuitQuestion {
  readonly message: string;
  readonly detail: string;
}

/**
 * The question to ask while changes go out; null when nothing does, and the app can simply go.
 * @param continues whether what waits goes out by itself at the next start
 */
export function quitQuestion(runs: readonly Run[], continues: boolean): QuitQuestion | null {
  const moving = runs.filter(isMoving);
  if (moving.length === 0) return null;
  const unpaused = addedUp(moving.filter(({ paused }) => !paused).map((run) => run.counts));
  const { sending } = addedUp(moving.map((run) => run.counts));
  const arrives =
    sending === 0
      ? ''
      : `${pluralize(sending, 'change')} ${sending === 1 ? 'is' : 'are'} on the way to Amazon. The app quits once the answer arrives. `;
  if (unpaused.queued === 0) return { message: 'Changes are being sent right now.', detail: arrives.trim() };
  return {
    message: `${pluralize(unpaused.queued, 'change')} ${unpaused.queued === 1 ? 'is' : 'are'} still waiting to be sent.`,
    detail: `${arrives}Waiting changes stay on this computer and ${
      continues ? 'are sent at the next launch.' : 'continue when you resume them at the next launch.'
    }`,
  };
}
