import { formatNumber } from '../../../../shared/text/formats';
import { pluralize } from '../../../../shared/text/pluralize';

/** What people read about changes that need them, grouped by account and cause. */
export const groupsText = {
  people: 'People',
  showAll: (total: number) => `Show all ${formatNumber(total)}`,
  showFewer: 'Show fewer',
  showMore: (count: number) => `Show ${pluralize(count, 'more person', 'more people')}`,
  moreGroups: 'Only the groups with the newest changes are listed. More follow once these are resolved.',

  retryGroup: 'Retry group',
  retryGroupOf: (count: number, account: string) => `Retry ${pluralize(count, 'change')} in ${account}`,
  retryGroupBody: 'These changes in one account failed for the same reason.',
  resolveGroup: 'Resolve group…',
  resolveGroupOf: (count: number, account: string) => `Resolve ${pluralize(count, 'change')} in ${account}`,
  checkGroupOf: (count: number, account: string) => `Check ${pluralize(count, 'change')} in ${account} again`,
};

/** "Rosa Lind, Tariq Aziz, Mia Wu and 14 more" */
export function foldedNames(names: readonly string[], total: number): string {
  const more = total - names.length;
  return more > 0 ? `${names.join(', ')} and ${formatNumber(more)} more` : names.join(', ');
}
