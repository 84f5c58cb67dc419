import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { csvLines } from '../../../main/files/csv';
import { unescapedCell } from '../../../shared/text/csvFormulas';

const read = (text: string): unknown[] =>
  papaparse.parse(text, { delimiter: ',', skipEmptyLines: true }).data;

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
  ])('can contain %s', (_name, cell, written) => {
    expect(csvLines([[cell, 'end']])).toBe(`${written},end\r\n`);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t1+1',
    '\r1+1',
    '\n1+1',
    '  =1+1',
    '=1+1\nsecond line',
    '＝1+1',
    '＠SUM(A1)',
    '=HYPERLINK("https://evil.example","Click, me")',
  ])('never give a spreadsheet the formula %j to calculate', (text) => {
    expect(read(csvLines([['before', text]]))).toEqual([['before', `'${text}`]]);
  });

  test.each([
    ["a;=cmd|'/C calc'!A0", "a;'=cmd|'/C calc'!A0"],
    ['a, =1+1', "a,' =1+1"],
    ['a\t"=1+1"', 'a\t\'"=1+1"'],
    ['a\n-1\r\n@SUM(A1)', "a\n'-1\r'\n'@SUM(A1)"],
    ["a;'=1", "a;''=1"],
    ['\t=1+1', "'\t'=1+1"],
    ['\r=1+1', "'\r'=1+1"],
    ['\n=1+1', "'\n'=1+1"],
    ['a;＝1', "a;'＝1"],
  ])('guard the formula in %j that another separator would turn into a cell', (text, written) => {
    expect(read(csvLines([['before', text]]))).toEqual([['before', written]]);
    expect(unescapedCell(written)).toBe(text);
  });

  test('are read as they were written, whatever a cell contains, and no part of one is a formula', () => {
    const units = fc.constantFrom("'", '"', '=', '-', '＝', '\t', '\n', '\r', ',', ';', ' ', 'a');
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 24 }), (text) => {
        const [[, written = ''] = []] = papaparse.parse<string[]>(csvLines([['x', text, 'end']]), {
          delimiter: ',',
        }).data;
        expect(unescapedCell(written)).toBe(text);
        const [first, ...others] = written.split(/[;,\t\r\n]/);
        expect(first).not.toMatch(/^\s*[=\-＝]/);
        for (const part of others) expect(part).not.toMatch(/^[\s"]*[=\-＝]/);
      }),
      { numRuns: 3000 },
    );
  });

  test('scale with their length for a cell of nothing but separators', () => {
    const long = '\t'.repeat(2_000_000);
    expect(unescapedCell(long) === long).toBe(true);
  });

  test.each(['a; b', 'mail+tag@example.com', '1-2', 'Jean-Luc', "'quoted'"])('leave %j as it is', (text) => {
    expect(csvLines([[text]])).toBe(`${text}\r\n`);
  });

  test('end with a line break, so that files grow by appending', () => {
    expect(csvLines([['a', 'b']]) + csvLines([]) + csvLines([['c', 'd']])).toBe('a,b\r\nc,d\r\n');
  });
});
