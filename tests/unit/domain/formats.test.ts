import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../shared/text/formats';

const file = join(import.meta.dirname, '../../../shared/text/formats.ts');
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
const formats = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions }).outputText;

/** The output of a program started with this language and time zone, which are both read at startup. */
async function written(language: string, zone: string, moment: string): Promise<unknown> {
  const program = `${formats}
    const at = Date.parse(${JSON.stringify(moment)});
    const times = { formatClock, formatDay, formatWeekday, formatDayAndClock, formatDate, formatLongDate, formatMoment,
      formatExactly, isoDay, isoMinute };
    console.log(JSON.stringify({
      ...Object.fromEntries(Object.entries(times).map(([name, format]) => [name, format(at)])),
      number: formatNumber(1234567.5),
      list: formatList(['a', 'b', 'c']),
      order: ['Zeta', 'Ädele', 'account 10', 'Account 9', 'Ida', 'ıda'].sort(compareNames),
    }));`;
  const env = { ...process.env, LANG: language, LC_ALL: language, TZ: zone };
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  const answer: unknown = JSON.parse(stdout);
  return answer;
}

const same = {
  number: '1,234,567.5',
  list: 'a, b, and c',
  order: ['account 9', 'account 10', 'Ädele', 'Ida', 'ıda', 'Zeta'].map((name) =>
    name === 'account 9' ? 'Account 9' : name,
  ),
};
const languages = ['en_US.UTF-8', 'de_DE.UTF-8', 'ja_JP.UTF-8', 'tr_TR.UTF-8'];

describe('numbers, times and names are formatted the same', () => {
  test.each(languages)('with the language %s', async (language) => {
    expect(await written(language, 'UTC', '2026-11-28T14:05:09Z')).toEqual({
      ...same,
      formatClock: '14:05',
      formatDay: 'Nov 28',
      formatWeekday: 'Sat, Nov 28',
      formatDayAndClock: 'Nov 28, 14:05',
      formatDate: 'Nov 28, 2026',
      formatLongDate: 'Saturday, November 28, 2026',
      formatMoment: 'Nov 28, 2026, 14:05',
      formatExactly: 'Nov 28, 2026, 14:05:09 UTC',
      isoDay: '2026-11-28',
      isoMinute: '2026-11-28 1405',
    });
  });

  test('at the end of a year, each in its own zone', async () => {
    const moment = '2026-12-31T15:30:00Z';
    expect(await written('ja_JP.UTF-8', 'Asia/Tokyo', moment)).toMatchObject({
      formatExactly: 'Jan 1, 2027, 00:30:00 GMT+9',
      formatMoment: 'Jan 1, 2027, 00:30',
      isoMinute: '2027-01-01 0030',
    });
    expect(await written('en_US.UTF-8', 'America/Los_Angeles', moment)).toMatchObject({
      formatExactly: 'Dec 31, 2026, 07:30:00 PST',
      formatMoment: 'Dec 31, 2026, 07:30',
      isoMinute: '2026-12-31 0730',
    });
  });

  test('in the hour that repeats when daylight saving time ends, with the zone to distinguish it', async () => {
    const zone = 'America/Los_Angeles';
    expect(await written('de_DE.UTF-8', zone, '2026-11-01T08:30:00Z')).toMatchObject({
      formatExactly: 'Nov 1, 2026, 01:30:00 PDT',
    });
    expect(await written('de_DE.UTF-8', zone, '2026-11-01T09:30:00Z')).toMatchObject({
      formatExactly: 'Nov 1, 2026, 01:30:00 PST',
    });
  });
});

describe('a typed number', () => {
  test.each([
    ['1200', 1200],
    [' 1200 ', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1\u202f200', 1200],
    ['1’200', 1200],
    ['1,234,567', 1_234_567],
    ['0', 0],
  ])('%j is %d', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  test.each(['', ' ', '12,00', '1,2', '1.5', '1,234.567', '1200,', '-5', '1e3', '0x10', 'many'])(
    '%j is not a number',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );
});
