import { whereItHappened } from '../failures/crashReport';
import type { Occasion } from '../lifecycle/backgroundRefresh';
import type { Log } from '../logging/log';
import { notificationsText } from './notificationsText';

/** What the decision depends on. Times are ms since 1970. */
export interface ExpiryFacts {
  readonly now: number;
  /** Whether the person wants reminders. */
  readonly wanted: boolean;
  /** When it was last shown; null = never. */
  readonly lastShownAt: number | null;
  /** How many pending invitations expire within 48 hours. */
  readonly expiring: number;
  readonly occasion: Occasion;
}

/** If left running overnight, the app waits until this hour of the day (the person's local time). */
const earliestHour = 8;

/**
 * What to say about invitations about to expire, or null: not twice on one day, not if there are none, and before the morning
 * only to someone who has just opened the app.
 */
export function expiryText({ now, wanted, lastShownAt, expiring, occasion }: ExpiryFacts): string | null {
  if (!wanted || expiring === 0) return null;
  if (occasion === 'time' && new Date(now).getHours() < earliestHour) return null;
  if (lastShownAt !== null && new Date(lastShownAt).toDateString() === new Date(now).toDateString())
    return null;
  return notificationsText.expiring(expiring);
}

interface ExpiryReminderDeps {
  readonly log: Log;
  readonly facts: () => Omit<ExpiryFacts, 'occasion'>;
  /** @param failed called if the system didn't show it */
  readonly notify: (text: string, failed: () => void) => void;
  /** Stores when it was shown, across restarts; null: never. */
  readonly rememberShown: (at: number | null) => void;
}

/** @returns a function that shows a reminder of expiring invitations if it is due; never throws */
export const createExpiryReminder =
  ({ log, facts, notify, rememberShown }: ExpiryReminderDeps): ((occasion: Occasion) => void) =>
  (occasion) => {
    try {
      const known = facts();
      const text = expiryText({ ...known, occasion });
      if (text === null) return;
      // Stored first: missing one reminder is better than repeating it.
      rememberShown(known.now);
      notify(text, () => {
        rememberShown(known.lastShownAt);
      });
    } catch (error) {
      log.error(`Could not show the reminder about expiring invitations: ${whereItHappened(error)}`);
    }
  };
