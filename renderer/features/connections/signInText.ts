/** The texts of the dialogs around a sign-in. */
export const questionTexts = {
  header: 'Is this you?',
  signedIn: (label: string): string => `You’re signed in to ${label} as:`,
  consequence:
    'If you didn’t sign in as this user yourself, sign out. Nothing is changed in this user’s name until you answer.',
  yes: 'Yes, that’s me',
  no: 'No, sign out',
};

/** @param named whether Amazon said who signed in */
export const otherUserTexts = (named: boolean) => ({
  header: named ? 'Another Amazon user signed in' : 'Amazon doesn’t say who signed in',
  keep: 'Keep the previous user',
  accept: named ? 'Use this Amazon user' : 'Continue without a name',
  browserAgain: 'Continuing opens your browser once more. Sign in as the same user there.',
});

export const waitingTexts = {
  /** Amazon shows its own page if the return URL isn't registered; nothing reaches the app then. */
  ownErrorPage: (returnUrl: string): string =>
    `Does Amazon show an error page, for example that a URL “has not been whitelisted”? Then ${returnUrl} isn’t registered as an allowed return URL of your client ID, and no answer will come. Cancel, register it exactly as it is, and sign in again.`,
  copied: 'Link copied. It works once, on this computer; earlier links no longer work.',
  notCopied: 'Couldn’t copy. Select the link above and copy it.',
  linkAbout: 'To sign in with another browser or profile. Each link works once, on this computer only.',
};
