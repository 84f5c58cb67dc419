/** What people read in What's new, besides the changelog itself. */
export const whatsNewText = {
  whatsNew: 'What’s new',
  close: 'Close',
  unreleased: 'This version',
};
