import { formatList, formatNumber } from '../../../shared/text/formats';
import { pluralize, byCount } from '../../../shared/text/pluralize';

/** What people read on Redeem. */
export const redeemText = {
  timeLeft: '{time} left' as const,
  numberAs: '{number} as {person}' as const,

  // RedeemPage
  redeem: 'Redeem',
  description: 'Invitations that others sent you. Nothing is redeemed until you say so.',
  readFailed: 'Couldn’t read the waiting invitations',
  emptyTitle: 'No invitations waiting',
  emptyBody:
    'Open a redeem link you received, or paste it above. The invitation ID in Amazon’s email works too.',
  removedNotice: (title: string) =>
    `“${title}” was removed from the list. The invitation itself is unchanged.`,
  putBack: 'Undo',

  // ArrivalNotices
  unreadableLinkTitle: 'A link you opened couldn’t be read',
  dismiss: 'Dismiss',

  turnedAway: (links: number) =>
    links === 1
      ? '1 link was turned away because too many came at once. Open it again, or paste it here.'
      : `${formatNumber(links)} links were turned away because too many came at once. Open them again, or paste them here.`,

  // SetupNotice
  setupBody: (label: string, region: string) =>
    `It fills in the form for a new connection${label === '' ? '' : ` named “${label}”`} in ${region}. Nothing is connected until you’ve reviewed it and agreed.`,
  setupTitle: 'Someone sent you a setup',
  showSetup: 'View setup',
  dismissSetup: 'Dismiss setup',

  // ConnectFirst
  connectFirst: 'Set up a connection first',
  noConnection: (regions: readonly string[]) =>
    regions.length === 0 ? 'You have no connection yet' : `You have no connection in ${formatList(regions)}`,
  connectFirstBody: (links: number) =>
    links === 1
      ? 'Sign in to see what this invitation is for. The link stays here for a day; see below until when.'
      : `Sign in to see what these ${pluralize(links, 'invitation')} are for. The links stay here for a day; see below until when.`,

  // PasteLinks
  pasteLabel: 'Paste a link, an invitation ID or a whole message',
  pastePlaceholder: (scheme: string) => `${scheme}://redeem/…`,
  add: 'Add',
  termsPage:
    '{text} is Amazon’s terms page, not an invitation. The invitation’s own link or ID is in Amazon’s email.' as const,
  unreadable: '{text} {reason}' as const,
  pasteFailed: 'Couldn’t read it',
  notInvitationTitle: 'Not an invitation',
  noInvitationFound: 'No invitation found. Paste the entire link, or the invitation ID from Amazon’s email.',

  // RedeemAs, WhoRedeems
  redeemAs: 'Who redeems',
  redeemer: 'Will be redeemed by',
  redeemerOf: (number: string) => `${number} will be redeemed by`,
  redeemerPlaceholder: 'Select who redeems them',
  invitedPeople: (people: readonly string[]) => `Amazon invited ${formatList(people)}.`,
  otherPersonTitle: (count: number) =>
    byCount(
      count,
      'This invitation is for someone else',
      `${formatNumber(count)} invitations are for someone else`,
    ),
  otherPersonBody: (invited: readonly string[], signedIn: string) =>
    `Amazon invited ${formatList(invited)}, and you’re signed in as ${signedIn}. Amazon may reject it. Select another connection above, or sign in as the invited person.`,
  anotherAddress: 'another address',
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  signInHint: (count: number) =>
    byCount(
      count,
      'Sign in to see this invitation’s details.',
      `Sign in to see the details of these ${formatNumber(count)} invitations.`,
    ),

  // RedeemTable
  invitations: 'Invitations',
  counts: ({ waiting, redeemed }: { readonly waiting: number; readonly redeemed: number }) =>
    redeemed === 0
      ? `(${formatNumber(waiting)} waiting)`
      : `(${formatNumber(waiting)} waiting, ${formatNumber(redeemed)} redeemed)`,
  clearRedeemed: 'Clear redeemed',
  showDetailsOfAll: (count: number) => `Show details of all ${formatNumber(count)}`,
  noneReady: 'No invitation is ready to redeem.',
  termsFirst: 'Accept the terms first.',
  selectInvitations: 'Invitations to redeem',
  selectAll: 'Select all that are ready',
  selectOne: (title: string) => `Select ${title}`,

  // redeemColumns
  account: 'Account',
  role: 'Role',
  invitedBy: 'From',
  expires: 'Expires',
  state: 'State',
  actions: 'Actions',
  notStated: 'Not provided by Amazon',
  unknownAccount: 'Account not known yet',
  invitationId: 'Invitation {id}' as const,
  waitsUntil: (when: string) => `stays here until ${when}`,

  // RedeemButton
  redeemAllOf: (count: string) => `Redeem all ${count}`,
  redeemNumber: (number: string | null) => (number === null ? 'Redeem' : `Redeem ${number}`),
  redeemAllTitle: (count: string) => `Redeem ${count}?`,
  redeemAllFailed: 'Some weren’t redeemed',
  redeemAllBody: 'They’re redeemed one after another. Each result is shown beside its invitation.',
  redeemingAll: 'Redeeming one after another',

  // RowActions
  askAgain: (title: string) => `Ask Amazon again about ${title}`,
  remove: (title: string) => `Remove ${title} from the list`,

  // RowState
  previewFailed: 'Amazon doesn’t show this invitation',
  redeemFailed: 'Not redeemed',
  asking: 'Checking with Amazon',
  ready: 'Ready',
  expired: 'Expired',
  forSomeoneElse: 'For someone else',
  amazonsState: (state: string) => `State at Amazon: ${state}`,
  waitsFor: {
    connect: 'No connection yet',
    choose: 'Select who redeems it',
    signIn: 'Sign in first',
    terms: 'Terms not accepted yet',
  },
  notChecked: 'Not checked',
  showDetails: 'Show details',
  showDetailsOf: (invitationId: string) => `Show details of invitation ${invitationId}`,
  showDetailsHint: 'This link was opened outside the app. Amazon hasn’t been asked about it yet.',
  redeemAnyway: 'Redeem anyway',
  redeeming: (title: string) => `Redeeming ${title}`,
  asRedeemer: (person: string) => `as ${person}`,
  alreadyRedeemed: 'You’ve already redeemed this',

  // Redeemed
  joined: (account: string) => `You joined ${account}`,
  canOpen: (instances: string) => `You can open ${instances}.`,
  instancesUnknown: 'Amazon hasn’t been asked yet what you can open.',
  noInstance: (inviter: string | null) =>
    `No instance yet. An administrator still adds you to them: ask ${inviter ?? 'the person who invited you'}.`,
  checkInstances: 'Check again',
  copyRequest: 'Copy a message to ask',
  request: ({ inviter, account, who }: { inviter: string | null; account: string; who: string | null }) =>
    `Hi${inviter === null ? '' : ` ${inviter}`}, I joined the AMC account ${account}${who === null ? '' : ` as ${who}`}, but can’t open an instance yet. Please add me: in the AMC console, go to Administration, Account access and settings, then Users and Instances.`,
  accountHint: 'It appears under Accounts after the next refresh.',

  // TermsStep
  openTermsLabel: (action: string, name: string) => `${action}: terms of ${name}`,
  unknownTerms: (termsType: string) =>
    `Amazon asks for the terms “${termsType}”, which this app can’t open. Accept them on Amazon’s site, using the link in its email.`,
  termsRequired: (name: string) => `Amazon asks you to accept the terms of ${name} first.`,
  openTerms: 'Read and accept on Amazon',
  openTermsAgain: 'Open again',
  termsFailed: 'The terms haven’t been accepted yet',
  termsAccepted: (name: string) => `Terms of ${name} accepted`,
  termsWaiting: (name: string) => `Waiting for you to accept the terms of ${name} in your browser.`,
  browserFailedTitle: 'Couldn’t open your browser',
  browserFailedBody: 'Copy the link and open it in a browser.',
  copyLink: 'Copy link',
  copyLinkLabel: (name: string) => `Copy the link to the terms of ${name}`,
  copied: 'Copied',
  copyFailed: 'Couldn’t copy. Bring the window to the front and try again.',
  cancel: 'Cancel',
  cancelLabel: (name: string) => `Cancel: terms of ${name}`,

  // redeemWords
  amazonMarketingCloud: 'Amazon Marketing Cloud',
  amazonAds: 'Amazon Ads',
  amazonDsp: 'Amazon DSP',
  amazonAdsPartnerNetwork: 'Amazon Ads Partner Network',
  alreadyHere: (count: number) =>
    byCount(count, '1 invitation was here already.', `${formatNumber(count)} invitations were here already.`),
};
