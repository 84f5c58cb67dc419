/** What people read around the checklist for the first real account, which is docs/first-account.md itself. */
export const firstAccountText = {
  title: 'Checklist for your first real account',
  close: 'Close',
  copyObservations: 'Copy observations',
  copiedObservations: 'Copied, without any value of an answer. Nothing was sent.',
};
