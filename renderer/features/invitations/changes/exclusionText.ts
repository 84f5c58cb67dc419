import { maxSelected } from '../../../../shared/domain/invitation/invitation';
import { formatNumber } from '../../../../shared/text/formats';
import { counted } from '../../../components/text/formatTime';
import type { SelectedInvitations } from './selectedInvitations';

/** Why an invitation cannot be changed from here; see `reachThrough`. */
export const unreachedReason =
  'you’re signed out of its connection, only a viewer in the account, or Amazon no longer lists the account for you';

/** Of what is listed, how much cannot be reached from here. */
export const unreachedText = (count: number): readonly string[] =>
  count === 0
    ? []
    : [`${counted(count, 'invitation')} more ${count === 1 ? 'is' : 'are'} left out: ${unreachedReason}.`];

/** Of what is selected, what a change of pending ones is not about. */
export const notPendingText = ({ all, pending }: SelectedInvitations): readonly string[] => {
  const count = all.length - pending.length;
  return count === 0
    ? []
    : [
        `${counted(count, 'selected invitation')} ${count === 1 ? 'is' : 'are'} not pending and will be left out.`,
      ];
};

/** Of what is selected, what inviting again is not about. */
export function notEndedText({ all, pending, ended, hidden }: SelectedInvitations): readonly string[] {
  const accepted = all.filter(({ invitation: { state } }) => state === 'accepted').length;
  const twice = all.length - pending.length - accepted - hidden - ended.length;
  return [
    ...(pending.length === 0
      ? []
      : [`${counted(pending.length, 'selected invitation')} still pending: resend instead.`]),
    ...(accepted === 0 ? [] : [`${counted(accepted, 'person', 'people')} already accepted.`]),
    ...(hidden === 0
      ? []
      : [
          `Amazon hides the address or role of ${counted(hidden, 'person', 'people')}: invite them manually.`,
        ]),
    ...(twice === 0 ? [] : [`${counted(twice, 'older invitation')} of the same people left out.`]),
  ];
}

/** That these are as many as one change can be about, when there are more. */
export const limitText = (taken: number, total: number): readonly string[] =>
  taken < maxSelected || total <= taken
    ? []
    : [`These are the first ${formatNumber(taken)} of ${formatNumber(total)}. Do the rest afterward.`];
