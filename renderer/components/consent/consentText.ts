/** What people read before they agree to a change. */
export const consentText = {
  close: 'Close',
  differenceTitle: 'Not what you agreed to anymore',

  notify: 'How will they hear of it?',
  notifyMissing: 'Choose whether Amazon sends an email.',
  amazonNotifies: 'Amazon sends the email',
  amazonNotifiesHint: 'Each person gets Amazon’s own invitation email at the address given.',
  shareLinks: 'No email: I will share links',
  shareLinksHint: 'Amazon stays silent. You pass each invitation on yourself.',

  lostAnswer: 'If Amazon’s answer is lost',
  askMe: 'Ask me',
  askMeHint:
    'The app reads Amazon’s list about a minute later. What the list does not settle waits for you under Operations.',
  sendAgain: 'Send again when Amazon’s list clearly lacks it',
  sendAgainHint:
    'After two complete readings that do not show it, at most twice. Everything less clear waits for you.',
};
