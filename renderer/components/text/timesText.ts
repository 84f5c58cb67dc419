/** What people read about times. */
export const timesText = {
  neverRead: 'Never read',
  overdue: 'Past its two weeks',
  lessThanMinute: 'Under a minute',
};
