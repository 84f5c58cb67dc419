/** What people read on Redeem. */
export const redeemText = {
  // RedeemPage
  redeem: 'Redeem',
  description: 'Invitations that others sent you. Nothing is redeemed until you say so.',
  clearRedeemed: 'Clear the redeemed ones',
  showDetailsOfAll: (count: number) => `Show details of all ${count}`,
  readFailed: 'Could not read what waits',
  emptyTitle: 'No invitation waits',
  emptyBody:
    'Open a redeem link you were sent, or paste it above. Amazon’s email has the invitation’s ID, which works too.',
  removedNotice: (title: string) =>
    `“${title}” was taken from the list. The invitation itself stays as it is.`,
  putBack: 'Put it back',

  // ArrivalNotices
  unreadableLinkTitle: 'A link that was opened could not be read',
  dismiss: 'Dismiss',

  // SetupNotice
  setupTitle: 'Someone sent you a set-up',
  showSetup: 'Look at it',
  dismissSetup: 'Dismiss the set-up',

  // ConnectFirst
  connectFirst: 'Set up a connection first',
  linkWaits: 'The link waits',
  linksWait: 'The links wait',

  // PasteLinks
  pasteLabel: 'Paste a link, an invitation ID or a whole message',
  pastePlaceholder: (scheme: string) => `${scheme}://redeem/…`,
  add: 'Add',
  pasteFailed: 'Could not read it',
  notInvitationTitle: 'Not an invitation',
  noInvitationFound: 'No invitation in it. Paste the whole link, or the invitation ID from Amazon’s email.',

  // RedeemAllButton
  redeemAll: 'Redeem all',
  redeemAllOf: (count: string) => `Redeem all ${count}`,
  redeemAllTitle: (count: string) => `Redeem ${count}?`,
  redeemAllConfirm: (count: string) => `Redeem ${count}`,
  redeemAllFailed: 'Not all were redeemed',
  redeemAllBody: 'One after the other. How each ends shows beside it.',
  redeemingAll: 'Redeeming one after the other',

  // InvitationCard
  cardLabel: (title: string) => `Invitation ${title}`,
  waitsUntil: (when: string) => `waits here until ${when}`,
  askAgain: (title: string) => `Ask Amazon again about ${title}`,
  remove: (title: string) => `Take ${title} from the list`,
  previewFailed: 'Amazon does not show this invitation',
  redeemFailed: 'Not redeemed',
  askingHint: 'Nothing is redeemed by asking.',

  // PreviewFacts
  role: 'Role',
  invitedBy: 'Invited by',
  invited: 'Invited',
  expires: 'Expires',
  notStated: 'Amazon does not say',
  amazonsState: 'Amazon’s word for its state',

  // WhoRedeems
  redeemer: 'Will be redeemed by',
  redeemerPlaceholder: 'Choose who redeems it',
  redeemerLabel: (title: string) => `Who redeems ${title}`,
  otherPersonTitle: 'This invitation is for somebody else',
  otherPersonBody: (invited: string, signedIn: string) =>
    `Amazon invited ${invited}, and you are signed in as ${signedIn}. Amazon may refuse it. Choose another connection above, or sign in as the invited person.`,

  // RedeemStep
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  signInHint: 'Sign in to see what this invitation is.',
  showDetails: 'Show details',
  showDetailsOf: (invitationId: string) => `Show details of invitation ${invitationId}`,
  showDetailsHint: 'This link was opened outside the app. Amazon hasn’t been asked about it yet.',
  redeemAnyway: 'Redeem anyway',
  redeeming: (title: string) => `Redeeming ${title}`,
  termsFirst: 'Accept the terms first.',
  alreadyRedeemed: 'You’ve already redeemed this invitation to ',
  redeemed: 'You now have access to ',
  accountHint: 'It is in Accounts as soon as they have been read again.',

  // TermsStep
  openTermsLabel: (action: string, name: string) => `${action}: terms of ${name}`,
  unknownTerms: (termsType: string) =>
    `Amazon asks for the terms “${termsType}”, which this app cannot open. Accept them at Amazon, by the link in its email.`,
  termsRequired: (name: string) => `Amazon asks you to accept the terms of ${name} first.`,
  openTerms: 'Read and accept at Amazon',
  openTermsAgain: 'Open again',
  termsFailed: 'The terms are not accepted yet',
  termsAccepted: (name: string) => `Terms of ${name} accepted`,
  termsWaiting: (name: string) => `Waiting until you have accepted the terms of ${name} in your browser.`,
  browserFailedTitle: 'Your browser could not be opened',
  browserFailedBody: 'Copy the link and open it in a browser.',
  copyLink: 'Copy link',
  copyLinkLabel: (name: string) => `Copy the link to the terms of ${name}`,
  copied: 'Copied',
  copyFailed: 'Could not copy. Try again with the window in front.',
  cancel: 'Cancel',
  cancelLabel: (name: string) => `Cancel: terms of ${name}`,

  // redeemWords
  amazonMarketingCloud: 'Amazon Marketing Cloud',
  amazonAds: 'Amazon Ads',
  amazonDsp: 'Amazon DSP',
  amazonAdsPartnerNetwork: 'Amazon Ads Partner Network',
};
