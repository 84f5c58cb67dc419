import { describe, expect, test } from 'vitest';
import {
  ageOf,
  countdown,
  counted,
  dateOf,
  exactTime,
  readAtOf,
  remainingUntil,
  timeOf,
} from '../../../renderer/components/text/formatTime';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 24, 12);

describe('how long an invitation is still valid', () => {
  test.each([
    [14 * day, '14 days', 'later'],
    [3 * day, '3 days', 'later'],
    [14 * day - minute, '14 days', 'later'],
    [13.4 * day, '13 days', 'later'],
    [3 * day - 1, '3 days', 'soon'],
    [2 * day, '2 days', 'soon'],
    [2 * day - 1, '47 hours', 'soon'],
    [day, '24 hours', 'soon'],
    [90 * minute, '1 hour', 'soon'],
    [minute, '1 minute', 'soon'],
    [minute - 1, 'Under a minute', 'soon'],
    [0, 'Expired', 'over'],
    [-day, 'Expired', 'over'],
  ])('%d ms left reads %j and is %s', (left, text, urgency) => {
    expect(remainingUntil(now + left, now)).toEqual({ text, urgency });
  });
});

describe('an age', () => {
  test.each([
    [-hour, 'just now'],
    [30_000, 'just now'],
    [5 * minute, '5 minutes ago'],
    [47 * hour, '1 day ago'],
  ])('of %d ms reads %j', (age, text) => {
    expect(ageOf(now - age, now)).toBe(text);
  });
});

describe('a time, relative to another', () => {
  const noon = new Date(2026, 10, 28, 12).getTime();
  test.each([
    ['the same day', new Date(2026, 10, 28, 14, 5), '14:05', 'Nov 28'],
    ['the first minute of it', new Date(2026, 10, 28, 0, 0), '00:00', 'Nov 28'],
    ['the day before', new Date(2026, 10, 27, 23, 59), 'Nov 27, 23:59', 'Nov 27'],
    ['the first day of the year', new Date(2026, 0, 1, 0, 0), 'Jan 1, 00:00', 'Jan 1'],
    ['the year after, on the same day', new Date(2027, 10, 28, 14, 5), 'Nov 28, 2027, 14:05', 'Nov 28, 2027'],
    [
      'the last minute of the year before',
      new Date(2025, 11, 31, 23, 59),
      'Dec 31, 2025, 23:59',
      'Dec 31, 2025',
    ],
  ])('of %s', (_, at, time, day) => {
    expect(timeOf(at.getTime(), noon)).toBe(time);
    expect(readAtOf(at.getTime(), noon)).toBe(time);
    expect(dateOf(at.getTime(), noon)).toBe(day);
    expect(exactTime(at.getTime())).toMatch(/^[A-Z][a-z]{2} \d+, 20\d\d, \d\d:\d\d:00 \S+$/);
  });

  test('is text if something was never read', () => {
    expect(readAtOf(null, noon)).toBe('Never read');
  });
});

test('a countdown shows minutes and seconds and never goes below zero', () => {
  expect(countdown(now + 5 * minute, now)).toBe('5:00');
  expect(countdown(now + 61_500, now)).toBe('1:02');
  expect(countdown(now - minute, now)).toBe('0:00');
});

test('a number agrees with its noun', () => {
  expect([counted(1, 'person', 'people'), counted(2, 'person', 'people'), counted(0, 'call')]).toEqual([
    '1 person',
    '2 people',
    '0 calls',
  ]);
});
