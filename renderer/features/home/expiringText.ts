import { pluralize } from '../../../shared/text/pluralize';
import { formatNumber, formatWeekday } from '../../../shared/text/formats';

/** A local calendar day, or what is left of it. */
export interface ExpiryDay {
  /** ms since 1970; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** How many pending invitations expire then. */
  readonly count: number;
}

export const barName = ({ from }: ExpiryDay): string => formatWeekday(from);

/** The bounds of a bar, as a filter takes them. */
export const barBounds = ({
  from,
  to,
}: ExpiryDay): { readonly expiresFrom: number; readonly expiresTo: number } => ({
  expiresFrom: from,
  expiresTo: to,
});

/** The chart in one or two sentences. @param days from today on */
export function expirySummary(days: readonly ExpiryDay[]): string {
  const total = sumOf(days);
  const last = days.at(-1);
  const by = last === undefined ? '' : ` by ${barName(last)}`;
  if (total === 0) return `No pending invitations expire${by}.`;
  const soon = sumOf(days.slice(0, 2));
  if (total === 1) {
    return `1 pending invitation expires${by}, ${soon === 0 ? 'but not today or tomorrow' : 'today or tomorrow'}.`;
  }
  const [peak] = [...days].sort((one, other) => other.count - one.count);
  return [
    `${pluralize(total, 'pending invitation')} expire${by}, ${soon === 0 ? 'none' : formatNumber(soon)} of them today or tomorrow.`,
    ...(peak === undefined ? [] : [`The busiest day is ${barName(peak)}, with ${formatNumber(peak.count)}.`]),
  ].join(' ');
}

const sumOf = (days: readonly ExpiryDay[]): number => days.reduce((sum, { count }) => sum + count, 0);
