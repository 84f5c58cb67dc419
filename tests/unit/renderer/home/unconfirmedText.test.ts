import { expect, test } from 'vitest';
import { unconfirmedText } from '../../../../renderer/features/home/inbox/unconfirmedText';
import { formatClockWithZone } from '../../../../shared/text/formats';

const now = Date.UTC(2026, 10, 28, 11, 3, 10);
const at = (hours: number, minutes: number): string =>
  formatClockWithZone(Date.UTC(2026, 10, 28, hours, minutes));
const checks = (planned: number, by: number | null, unplanned = 0) => ({ planned, by, unplanned });

test.each([
  [
    'a planned check has a time that the reading keeps, with its zone',
    { decisions: 0, checks: checks(2, now + 20_000) },
    `Amazon’s answer was lost. Settles by ${at(11, 4)} if Amazon’s list shows what happened. Otherwise you’re asked.`,
  ],
  [
    'the next minute, if the reading may go on into it',
    { decisions: 0, checks: checks(2, now + 40_000) },
    `Amazon’s answer was lost. Settles by ${at(11, 5)} if Amazon’s list shows what happened. Otherwise you’re asked.`,
  ],
  [
    'a check that goes on has no time',
    { decisions: 0, checks: checks(1, now) },
    'Amazon’s answer was lost. The app is checking Amazon’s list now.',
  ],
  [
    'what the list didn’t settle is a person’s',
    { decisions: 1, checks: checks(0, null) },
    'Amazon’s answer was lost. It needs your decision.',
  ],
  [
    'and so is what nothing is planned for',
    { decisions: 1, checks: checks(0, null, 2) },
    'Amazon’s answer was lost. 3 need your decision.',
  ],
  [
    'both are said',
    { decisions: 1, checks: checks(4, now) },
    'Amazon’s answer was lost. The app is checking Amazon’s list now. 1 needs your decision.',
  ],
  ['nothing is claimed before it is known', undefined, 'Amazon’s answer was lost.'],
])('%s', (_, attention, text) => {
  expect(unconfirmedText(attention, false, now)).toBe(text);
});

test('while Amazon can’t be reached no time is promised', () => {
  expect(unconfirmedText({ decisions: 0, checks: checks(1, now + 20_000) }, true, now)).toBe(
    'Amazon’s answer was lost. The app checks Amazon’s list when you’re back online.',
  );
});
