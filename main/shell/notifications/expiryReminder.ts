import { pluralize } from '../../../shared/text/pluralize';
import { whereItHappened } from '../failures/crashReport';
import type { Occasion } from '../lifecycle/backgroundRefresh';
import type { Log } from '../logging/log';

/** What the decision depends on. Times are ms since 1970. */
export interface ExpiryFacts {
  readonly now: number;
  /** Whether the person wants to be told. */
  readonly wanted: boolean;
  /** When it was last told; null = never. */
  readonly toldAt: number | null;
  /** How many pending invitations end within 48 hours. */
  readonly lapsing: number;
  readonly occasion: Occasion;
}

/** Left running over night, the app waits until this hour of the day (the person's own). */
const firstHour = 8;

/**
 * What to tell of invitations about to lapse, or null: not twice on one day, not when there are none, and before the
 * morning only to somebody who has just come.
 */
export function expiryText({ now, wanted, toldAt, lapsing, occasion }: ExpiryFacts): string | null {
  if (!wanted || lapsing === 0) return null;
  if (occasion === 'time' && new Date(now).getHours() < firstHour) return null;
  if (toldAt !== null && new Date(toldAt).toDateString() === new Date(now).toDateString()) return null;
  return `${pluralize(lapsing, 'invitation')} will lapse within 48 hours. Resend ${lapsing === 1 ? 'it' : 'them'} to give ${lapsing === 1 ? 'its person' : 'their people'} two more weeks.`;
}

interface Surroundings {
  readonly log: Log;
  readonly facts: () => Omit<ExpiryFacts, 'occasion'>;
  /** @param failed is called when the system did not show it */
  readonly notify: (text: string, failed: () => void) => void;
  /** Keeps when it was told, over restarts; null: never. */
  readonly rememberTold: (at: number | null) => void;
}

/** @returns the function that tells of invitations about to lapse, if there is something to tell now; never throws */
export const createExpiryReminder =
  ({ log, facts, notify, rememberTold }: Surroundings): ((occasion: Occasion) => void) =>
  (occasion) => {
    try {
      const known = facts();
      const text = expiryText({ ...known, occasion });
      if (text === null) return;
      // Remembered first: better not told once than told again and again.
      rememberTold(known.now);
      notify(text, () => {
        rememberTold(known.toldAt);
      });
    } catch (error) {
      log.error(`What is about to lapse could not be told: ${whereItHappened(error)}`);
    }
  };
