import { maxSelected } from '../../../../shared/domain/invitation/invitation';
import { formatNumber } from '../../../../shared/text/formats';
import { counted } from '../../../components/text/formatTime';
import type { SelectedInvitations } from './selectedInvitations';
import { byCount } from '../../../../shared/text/pluralize';

/** Why an invitation can't be changed from here; see `reachThrough`. */
export const unreachedReason =
  'you’re signed out of its connection, only a viewer in the account, or Amazon no longer lists the account for you';

/** How many listed invitations can't be reached from here. */
export const unreachedText = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        byCount(
          count,
          `1 invitation more is left out: ${unreachedReason}.`,
          `${formatNumber(count)} invitations more are left out: ${unreachedReason}.`,
        ),
      ];

/** Which selected invitations a change of pending ones excludes. */
export const notPendingText = ({ all, pending }: SelectedInvitations): readonly string[] => {
  const count = all.length - pending.length;
  return count === 0
    ? []
    : [
        byCount(
          count,
          '1 selected invitation is not pending and will be left out.',
          `${formatNumber(count)} selected invitations are not pending and will be left out.`,
        ),
      ];
};

/** Which selected invitations inviting again excludes. */
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

/** Says that a change is limited to this many, if there are more. */
export const limitText = (taken: number, total: number): readonly string[] =>
  taken < maxSelected || total <= taken
    ? []
    : [`These are the first ${formatNumber(taken)} of ${formatNumber(total)}. Do the rest afterward.`];
