import { counted } from '../../components/formatTime';
import type { Chosen } from './chosenInvitations';

/** Of what is listed, how much cannot be reached from here. */
export const unreachedWords = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        `${counted(count, 'invitation')} more ${count === 1 ? 'is' : 'are'} left out: you are signed out of the connection that leads there, or only a viewer in the account.`,
      ];

/** Of what is chosen, what a change of pending ones is not about. */
export const notPendingWords = ({ all, pending }: Chosen): readonly string[] => {
  const count = all.length - pending.length;
  return count === 0
    ? []
    : [`${counted(count, 'chosen invitation')} ${count === 1 ? 'is' : 'are'} not pending and left out.`];
};

/** Of what is chosen, what inviting anew is not about. */
export function notEndedWords({ all, pending, ended, hidden }: Chosen): readonly string[] {
  const accepted = all.filter(({ invitation: { state } }) => state === 'accepted').length;
  const twice = all.length - pending.length - accepted - hidden - ended.length;
  return [
    ...(pending.length === 0
      ? []
      : [`${counted(pending.length, 'chosen invitation')} still pending: resend instead.`]),
    ...(accepted === 0 ? [] : [`${counted(accepted, 'person', 'people')} accepted already.`]),
    ...(hidden === 0
      ? []
      : [`Amazon hides the address or role of ${counted(hidden, 'person', 'people')}: invite them by hand.`]),
    ...(twice === 0 ? [] : [`${counted(twice, 'older invitation')} of the same people left out.`]),
  ];
}

/** That there is a most, when there are more. */
export const mostWords = (total: number, most: number): readonly string[] =>
  total <= most
    ? []
    : [
        `These are the first ${most.toLocaleString()} of ${total.toLocaleString()}; do the others afterwards.`,
      ];
