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
  readonly lastShownAt: number | null;
  /** How many pending invitations end within 48 hours. */
  readonly expiring: number;
  readonly occasion: Occasion;
}

/** Left running over night, the app waits until this hour of the day (the person's own). */
const earliestHour = 8;

/**
 * What to tell of invitations about to expire, or null: not twice on one day, not when there are none, and before the
 * morning only to somebody who has just come.
 */
export function expiryText({ now, wanted, lastShownAt, expiring, occasion }: ExpiryFacts): string | null {
  if (!wanted || expiring === 0) return null;
  if (occasion === 'time' && new Date(now).getHours() < earliestHour) return null;
  if (lastShownAt !== null && new Date(lastShownAt).toDateString() === new Date(now).toDateString())
    return null;
  return `${pluralize(expiring, 'invitation')} will expire within 48 hours. Resend ${expiring === 1 ? 'it' : 'them'} to add two more weeks.`;
}

interface ExpiryReminderDeps {
  readonly log: Log;
  readonly facts: () => Omit<ExpiryFacts, 'occasion'>;
  /** @param failed is called when the system did not show it */
  readonly notify: (text: string, failed: () => void) => void;
  /** Keeps when it was told, over restarts; null: never. */
  readonly rememberShown: (at: number | null) => void;
}

/** @returns the function that tells of invitations about to expire, if there is something to tell now; never throws */
export const createExpiryReminder =
  ({ log, facts, notify, rememberShown }: ExpiryReminderDeps): ((occasion: Occasion) => void) =>
  (occasion) => {
    try {
      const known = facts();
      const text = expiryText({ ...known, occasion });
      if (text === null) return;
      // Remembered first: better not told once than told again and again.
      rememberShown(known.now);
      notify(text, () => {
        rememberShown(known.lastShownAt);
      });
    } catch (error) {
      log.error(`Could not show the reminder about expiring invitations: ${whereItHappened(error)}`);
    }
  };
