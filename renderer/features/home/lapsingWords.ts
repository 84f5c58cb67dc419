import { counted } from '../../../shared/counted';

export interface LapsingDay {
  /** ms since 1970, when its 24 hours begin. */
  readonly from: number;
  readonly count: number;
}

const dayMs = 86_400_000;
const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const moment = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** What a bar is called: the day on which its 24 hours begin. */
export const barName = ({ from }: LapsingDay): string => dayName.format(from);

/** Exactly which 24 hours. */
export const barSpan = ({ from }: LapsingDay): string =>
  `${moment.format(from)} to ${moment.format(from + dayMs)}`;

/** The bounds of a bar, as a filter takes them. */
export const barBounds = ({
  from,
}: LapsingDay): { readonly expiresFrom: number; readonly expiresTo: number } => ({
  expiresFrom: from,
  expiresTo: from + dayMs,
});

/** The chart in a sentence or two. */
export function lapsingSummary(days: readonly LapsingDay[]): string {
  const total = sumOf(days);
  if (total === 0) return 'No pending invitation lapses in the next 14 days.';
  const soon = sumOf(days.slice(0, 3));
  const period = `in the next ${counted(days.length, 'day')}`;
  if (total === 1) {
    return `1 pending invitation lapses ${period}, ${soon === 0 ? 'but not' : 'and that'} within 3 days.`;
  }
  const [most] = [...days].sort((one, other) => other.count - one.count);
  return [
    `${counted(total, 'pending invitation')} lapse ${period}, ${soon === 0 ? 'none' : soon.toLocaleString()} of them within 3 days.`,
    ...(most === undefined
      ? []
      : [`Most, ${most.count.toLocaleString()}, in the 24 hours from ${moment.format(most.from)}.`]),
  ].join(' ');
}

const sumOf = (days: readonly LapsingDay[]): number => days.reduce((sum, { count }) => sum + count, 0);
