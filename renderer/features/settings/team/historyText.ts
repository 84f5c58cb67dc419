import type { FactsProgress } from '../../../../shared/domain/team/factsProgress';
import { formatList, formatNumber } from '../../../../shared/text/formats';
import { pluralize } from '../../../../shared/text/pluralize';

/** By the class of PostgreSQL's code. */
const reasonOf = (code: string): string => {
  if (code.startsWith('22')) return 'the team’s database can’t store a value in it';
  return code.startsWith('54')
    ? 'the team’s database finds it too large'
    : 'it breaks a rule of the team’s database';
};

/** What people read in Settings about the history that a team shares. */
export const historyText = {
  learned: 'History from colleagues',
  never: 'Not read yet',
  mergingOf: ({ learned, about }: { readonly learned: number; readonly about: number }) =>
    `Reading: ${formatNumber(learned)} of about ${formatNumber(Math.max(learned, about))}`,
  waiting: 'Your history for colleagues',
  waitingOf: (count: number) =>
    count === 0 ? 'Shared' : `${pluralize(count, 'entry', 'entries')} waiting to be shared`,
  refused: 'Not shared',
  refusedOf: ({ count, codes }: FactsProgress['refused']) => {
    const reasons = [...new Set(codes.map(reasonOf))];
    return `${pluralize(count, 'entry', 'entries')} couldn’t be shared: ${formatList(reasons)} (PostgreSQL ${formatList(codes)}). A newer version of the app tries again.`;
  },
  unreadable: 'Not readable here',
  unreadableOf: (count: number) =>
    `${pluralize(count, 'entry', 'entries')} from colleagues can’t be read by this version. Update the app.`,
};
