import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { formatClockWithZone, formatNumber } from '../../../../shared/text/formats';
import { byCount } from '../../../../shared/text/pluralize';

const minute = 60_000;

/** Reading an account's list twice takes seconds. In ms, and more than usual. */
const readingMs = 30_000;

/**
 * When unconfirmed changes settle automatically, and which of them a person decides. No time is given unless it is planned.
 * @param unreachable whether Amazon can't be reached now
 * @param now ms since 1970
 */
export function unconfirmedText(
  attention: Pick<ChannelOutput<'outbox.attention'>, 'decisions' | 'checks'> | undefined,
  unreachable: boolean,
  now: number,
): string {
  const { decisions, checks } = attention ?? { decisions: 0, checks: { planned: 0, by: null, unplanned: 0 } };
  const toDecide = decisions + checks.unplanned;
  const planned = checks.planned === 0 ? [] : [checkText(checks.by, unreachable, now)];
  if (toDecide === 0) return [lost, ...planned].join(' ');
  const amount = formatNumber(toDecide);
  const decision =
    planned.length === 0 && toDecide === 1 ? 'It needs' : byCount(toDecide, '1 needs', `${amount} need`);
  return [lost, ...planned, `${decision} your decision.`].join(' ');
}

const lost = 'Amazon’s answer was lost.';

function checkText(by: number | null, unreachable: boolean, now: number): string {
  if (unreachable) return 'The app checks Amazon’s list when you’re back online.';
  if (by === null || by <= now) return 'The app is checking Amazon’s list now.';
  const settled = Math.ceil((by + readingMs) / minute) * minute;
  return `Settles by ${formatClockWithZone(settled)} if Amazon’s list shows what happened. Otherwise you’re asked.`;
}
