import type { Exclusion, ExclusionReason } from '../../../../shared/domain/invitation/exclusions';
import { formatNumber } from '../../../../shared/text/formats';
import { someNames } from '../../../components/text/someNames';

const reasons: Record<ExclusionReason, string> = {
  inDoubt: 'an earlier change is unconfirmed. Resolve it under Operations, then try again.',
  underWay: 'an earlier change is in progress. Wait for its result.',
  accepted: 'already accepted.',
  revoked: 'already revoked.',
  lapsed: 'expired. Invite again instead.',
  gone: 'no longer in Amazon’s list. Refresh, then invite again if it’s still needed.',
  pending: 'still pending. Resend instead.',
  hidden: 'Amazon hides the address or the role. Invite manually.',
  erased: 'their data was erased.',
};

/** Max number of people named in a line. */
const maxNamed = 3;

/** How many were left out, why, who, and what to do: "2 (Jane Roe, Tim Poe): still pending. Resend instead." */
export const leftOutText = ({ reason, invitations }: Exclusion): string =>
  `${formatNumber(invitations.length)} (${someNames(
    invitations.map(({ userName, emailAddress }) => userName || emailAddress),
    maxNamed,
  )}): ${reasons[reason]}`;

/** How many were left out, for any reason. */
export const leftOutCount = (leftOut: readonly Exclusion[]): number =>
  leftOut.reduce((sum, { invitations }) => sum + invitations.length, 0);

/** Whether some are to be handled under Operations. */
export const isForOperations = (leftOut: readonly Exclusion[]): boolean =>
  leftOut.some(({ reason }) => reason === 'inDoubt' || reason === 'underWay');
