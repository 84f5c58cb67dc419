import { formatNumber } from '../../../../shared/text/formats';
import { pluralize } from '../../../../shared/text/pluralize';

/** What people read in Settings about the history that a team shares. */
export const historyText = {
  learned: 'History from colleagues',
  never: 'Not read yet',
  mergingOf: ({ learned, about }: { readonly learned: number; readonly about: number }) =>
    `Reading: ${formatNumber(learned)} of about ${formatNumber(Math.max(learned, about))}`,
  waiting: 'Your history for colleagues',
  waitingOf: (count: number) =>
    count === 0 ? 'Shared' : `${pluralize(count, 'entry', 'entries')} waiting to be shared`,
  unreadable: 'Not readable here',
  unreadableOf: (count: number) =>
    `${pluralize(count, 'entry', 'entries')} from colleagues can’t be read by this version. Update the app.`,
};
