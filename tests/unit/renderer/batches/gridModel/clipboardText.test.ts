import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import {
  readPasted,
  tableText,
} from '../../../../../renderer/features/batches/gridModel/commands/clipboardText';

test('a block from a spreadsheet stays a block, with quoted cells as one', () => {
  const text = 'Copper\tjane@x.example\t"Doe\nJane ""JD"""\r\nOak\tsam@x.example\tSam\r\n';
  expect(readPasted(text, 'account')).toEqual({
    column: 'account',
    rows: [
      ['Copper', 'jane@x.example', 'Doe Jane "JD"'],
      ['Oak', 'sam@x.example', 'Sam'],
    ],
  });
});

test('a quotation mark inside text loses nothing', () => {
  expect(readPasted('"the boss\tadmin\nSam\tviewer', 'userName').rows).toEqual([
    ['"the boss', 'admin'],
    ['Sam', 'viewer'],
  ]);
});

test('people copied from a mail program go to email and name, including entries that are not people', () => {
  const text = 'Jane Doe <jane@x.example>; "Lind, Rosa" <rosa@x.example>; the rest of us';
  expect(readPasted(text, 'account')).toEqual({
    column: 'emailAddress',
    rows: [['jane@x.example', 'Jane Doe'], ['rosa@x.example', 'Lind, Rosa'], ['the rest of us']],
  });
  expect(readPasted(text, 'note')).toEqual({ column: 'note', rows: [[text]] });
});

test('a first row of column names is left out, a first row of data is not', () => {
  const header = 'Account\tE-mail\tName\tRole\tNote';
  const row = 'Copper\tjane@x.example\tJane\tadmin\t';
  expect(readPasted(`${header}\n${row}`, 'account').rows).toEqual([
    ['Copper', 'jane@x.example', 'Jane', 'admin', ''],
  ]);
  expect(readPasted(`${header}\n${row}`, 'emailAddress').rows).toHaveLength(2);
  expect(readPasted('Role', 'role').rows).toEqual([['Role']]);
});

test('copied cells paste back unchanged', () => {
  const rows = [
    ['a "b" c', '=1+1', ''],
    ['line', "'x", 'ü 名'],
    ["=cmd|' /C calc'!A0", "'=1+1", '+49 30 1234'],
  ];
  expect(readPasted(tableText(rows), 'account').rows).toEqual(rows);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '＝1+1', "=cmd|' /C calc'!A0", '=1+1\nsecond line'])(
  'copied text never gives a spreadsheet the formula %j to calculate',
  (text) => {
    const pasted = papaparse.parse(tableText([['before', text]]), { delimiter: '\t' }).data;
    expect(pasted).toEqual([['before', `'${text}`]]);
  },
);
