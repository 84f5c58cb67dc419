import type { Slowed, Wait, WaitReason } from '../../../../shared/domain/outbox/run';
import { unreachableText } from '../../../components/text/unreachableText';
import { counted } from '../../../components/text/formatTime';

const minute = 60_000;

/** "Slowed by Amazon, about 4 minutes left"; without the time if that isn't known. */
export const slowedText = (slowed: Pick<Slowed, 'leftMs'> | undefined): string =>
  slowed === undefined ? 'Slowed by Amazon' : `Slowed by Amazon, ${timeLeft(slowed.leftMs)} left`;

/** "about 4 minutes" */
export function timeLeft(ms: number): string {
  if (ms < minute) return 'less than a minute';
  const minutes = Math.round(ms / minute);
  return `about ${minutes < 90 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour')}`;
}

/** How fast requests are sent now. */
export const paceText = ({ callsPerMinute }: Pick<Slowed, 'callsPerMinute'>): string =>
  `Sending at about ${counted(callsPerMinute, 'request')} a minute, faster as Amazon allows.`;

const reasons: Record<Exclude<WaitReason, 'throttled'>, string> = {
  unreachable: 'can’t reach Amazon right now',
  signIn: 'sign in to continue',
  team: 'waiting for your team',
};

/** The heading of one wait. @param label its connection's label */
export function waitHeader(
  { reason, accounts = [] }: Pick<Wait, 'reason' | 'accounts'>,
  label: string,
  slowed: Slowed | undefined,
): string {
  if (reason === 'throttled') return `${label}: ${slowedText(slowed)}`;
  if (accounts.length === 0) return `${label}: ${reasons[reason]}`;
  const [first = '', ...others] = accounts;
  const names = others.length === 0 ? first : `${first} and ${counted(others.length, 'more account')}`;
  return reason === 'team' ? `${names}: ${reasons.team}` : `${label}: can’t read ${names} right now`;
}

/** Why nothing is sent, in a few words, for a line shown on every screen. */
export const waitingText = (reason: WaitReason, slowed: Slowed | undefined): string =>
  reason === 'throttled' ? slowedText(slowed) : shortly[reason];

const shortly: Record<Exclude<WaitReason, 'throttled'>, string> = {
  unreachable: unreachableText.goesOut,
  signIn: 'Sign in to continue',
  team: 'Waiting for your team',
};
