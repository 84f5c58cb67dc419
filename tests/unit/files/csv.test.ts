import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvLines } from '../../../main/files/csv';

const read = (text: string): unknown[] => papaparse.parse(text, { skipEmptyLines: true }).data;

describe('lines of CSV', () => {
  test.each([
    ['plain text', 'Rosa Lind', 'Rosa Lind'],
    ['a comma', 'Lind, Rosa', '"Lind, Rosa"'],
    ['quotes', 'Rosa "R" Lind', '"Rosa ""R"" Lind"'],
    ['a new line', 'Rosa\nLind', '"Rosa\nLind"'],
    ['a Windows new line', 'Rosa\r\nLind', '"Rosa\r\nLind"'],
    ['outer spaces', ' Rosa ', '" Rosa "'],
    ['emoji and other scripts', '👩‍💻 Ροζα 测试', '👩‍💻 Ροζα 测试'],
    ['nothing', null, ''],
    ['a number', -5, '-5'],
  ])('hold %s', (_name, cell, written) => {
    expect(csvLines([[cell, 'end']])).toBe(`${written},end\r\n`);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '=1+1\nsecond line',
    '＝1+1',
    '＠SUM(A1)',
    '=HYPERLINK("https://evil.example","Click, me")',
  ])('never give a spreadsheet the formula %j to calculate', (text) => {
    expect(read(csvLines([['before', text]]))).toEqual([['before', `'${text}`]]);
  });

  test.each(['a=1', 'mail+tag@example.com', '1-2', 'Jean-Luc', "'quoted'"])('leave %j as it is', (text) => {
    expect(csvLines([[text]])).toBe(`${text}\r\n`);
  });

  test('end with a line end, so that files grow by appending', () => {
    expect(csvLines([['a', 'b']]) + csvLines([]) + csvLines([['c', 'd']])).toBe('a,b\r\nc,d\r\n');
  });
});
