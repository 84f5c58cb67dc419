/** What people read in components/text. */
export const textText = {
  neverRead: 'Never read',
  pastItsTwoWeeks: 'Past its two weeks',
  underAMinute: 'Under a minute',
};
