import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { dayBounds } from '../../../../renderer/queries/dayBounds';

/** The bounds in this time zone: in a separate process, since a process has one time zone. */
function boundsIn(timeZone: string, now: string, days: number): string[] {
  const program = `const bounds = (${dayBounds.toString()})(Date.parse('${now}'), ${String(days)});
    const name = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
    console.log(JSON.stringify(bounds.map((at) => name.format(at))));`;
  const env = { ...process.env, TZ: timeZone };
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { env, encoding: 'utf8' })) as string[];
}

test('late in the evening the first day is the rest of today', () => {
  expect(boundsIn('UTC', '2026-11-23T23:30:00Z', 2)).toEqual([
    '2026-11-23 23:30',
    '2026-11-24 00:00',
    '2026-11-25 00:00',
  ]);
});

test('a day on which the clocks change is one day, whether it has 25 hours or 23', () => {
  expect(boundsIn('Europe/Berlin', '2026-10-23T22:15:00Z', 3)).toEqual([
    '2026-10-24 00:15',
    '2026-10-25 00:00',
    '2026-10-26 00:00',
    '2026-10-27 00:00',
  ]);
  expect(boundsIn('Europe/Berlin', '2027-03-26T23:15:00Z', 3)).toEqual([
    '2027-03-27 00:15',
    '2027-03-28 00:00',
    '2027-03-29 00:00',
    '2027-03-30 00:00',
  ]);
});

test('a day that starts at one o’clock, because there is no midnight, starts then', () => {
  expect(boundsIn('America/Santiago', '2026-09-05T20:00:00Z', 2)).toEqual([
    '2026-09-05 16:00',
    '2026-09-06 01:00',
    '2026-09-07 00:00',
  ]);
});

test('days continue across the end of a month and of a year', () => {
  const bounds = dayBounds(new Date(2026, 11, 30, 12).getTime(), 3);
  expect(bounds).toEqual([
    new Date(2026, 11, 30, 12).getTime(),
    new Date(2026, 11, 31).getTime(),
    new Date(2027, 0, 1).getTime(),
    new Date(2027, 0, 2).getTime(),
  ]);
});
