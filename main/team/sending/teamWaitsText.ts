import { pluralize } from '../../../shared/text/pluralize';

/** The English of why a shared account waits, and of why a person in it isn't changed. */
export const teamWaitsText = {
  othersTurn: ({
    name,
    isOwn,
    sent,
    total,
  }: {
    name: string;
    isOwn: boolean;
    sent: number;
    total: number;
  }) => {
    const who = isOwn ? 'Another of your computers' : name;
    return total === 0
      ? `${who} is sending in this account. It’s your turn after that.`
      : `${who} is sending in this account, ${String(sent)} of ${pluralize(total, 'change')}. It’s your turn after that.`;
  },
  notYetConnected: 'The app hasn’t reached it yet.',
  turnJustEnded: 'A colleague was just sending in this account.',
  storeAway: (message: string) =>
    `This account is shared with your team, and nothing is sent in it without the team’s database. ${message}`,
  checking:
    'This account is shared with your team. After an unexpected end, the app makes sure that no copy of its data is running elsewhere before it sends.',
  copy: 'This account is shared with your team, and another copy of this app’s data is running. Quit one of the two; this one sends nothing until then.',
  invitedBy: (name: string, isOwn: boolean, when: string) =>
    isOwn
      ? `You invited this person on ${when}, from another computer or a copy of this data, so nothing was sent. Retry to invite them again.`
      : `${name} invited this person on ${when} (from the team), so nothing was sent. Retry to invite them again.`,
  beingChanged: (name: string, isOwn: boolean) =>
    isOwn
      ? 'Another of your computers is changing this person, or doesn’t know how that ended, so nothing was sent. Look there, or settle it here if that app is gone; then retry.'
      : `${name} is changing this person, or doesn’t know how that ended, so nothing was sent. Ask ${name}, or settle it here if that app is gone; then retry.`,
};
