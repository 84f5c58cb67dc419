/** What people read about times. */
export const timesText = {
  neverRead: 'Never read',
  overdue: 'Expired',
  lessThanMinute: 'Under a minute',
};
