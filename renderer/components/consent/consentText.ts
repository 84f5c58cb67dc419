import { formatNumber } from '../../../shared/text/formats';

/** What people read before they agree to a change. */
export const consentText = {
  close: 'Close',
  numbersMissing: 'The current numbers aren’t known yet.',
  differenceTitle: 'Something changed since you opened this',

  sponsoredAds: (accountNames: string) => `Change users of ${accountNames}`,
  sponsoredAdsHint: (accounts: number) =>
    accounts === 1
      ? 'All its instances are for sponsored ads, so it probably comes from instant access. Amazon doesn’t say whether changing its users here also changes who can use the sponsored ads account itself. You confirm this once.'
      : 'All their instances are for sponsored ads, so they probably come from instant access. Amazon doesn’t say whether changing their users here also changes who can use the sponsored ads accounts themselves. You confirm this once for each account.',
  sponsoredAdsMissing: 'Confirm the accounts for sponsored ads.',

  yourself: (member: string, accountName: string) => `${member} in ${accountName} may be me, and I want this`,
  yourselfHint: 'You may lose your own access. Only another admin can give it back.',
  yourselfMissing: 'Confirm that this may be about yourself.',

  teamRulesTitle: 'A rule of your team needs a newer version of this app',
  teamRules: (accounts: number) =>
    accounts === 1
      ? 'One of these accounts is shared with your team: nothing is sent to it until you update.'
      : `${formatNumber(accounts)} of these accounts are shared with your team: nothing is sent to them until you update.`,

  teamAwayTitle: 'The team’s database is away',
  teamAway: (accounts: number) =>
    accounts === 1
      ? 'One of these accounts is shared with your team, so what you confirm for it waits.'
      : `${formatNumber(accounts)} of these accounts are shared with your team, so what you confirm for them waits.`,
  teamAwayWaits:
    'It’s sent once the database answers. Until then you see it under Operations, where you can stop it.',
  teamAwaySolo:
    'It’s sent once the database answers. Under Operations you can stop it, or send it without the team, with a reason.',

  notify: 'How should they be notified?',
  notifyMissing: 'Select whether Amazon sends an email.',
  amazonNotifies: 'Amazon sends the email',
  amazonNotifiesHint: 'Each person gets Amazon’s own invitation email.',
  shareLinks: 'No email: I’ll share links',
  shareLinksHint: 'Amazon sends no email. You share each link yourself.',

  lostAnswer: 'If Amazon’s answer is lost',
  lostAnswerAsksMe: 'If Amazon’s answer is lost: ask me',
  lostAnswerIsSentAgain: 'If Amazon’s answer is lost: send again if its list clearly doesn’t have it',
  askMe: 'Ask me',
  askMeHint:
    'The app checks Amazon’s list about a minute later. Anything still unclear is listed under Operations.',
  sendAgain: 'Send again if Amazon’s list clearly doesn’t have it',
  sendAgainHint:
    'After two complete readings that don’t show it, at most twice. Anything less clear is left to you.',
};
