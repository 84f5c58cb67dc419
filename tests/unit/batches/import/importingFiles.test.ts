import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { ReadOptions, Table } from '../../../../main/batches/tables/request';

const fixture = (name: string, options: ReadOptions = {}): Promise<Table> =>
  readTable({ file: join(import.meta.dirname, '../../../fixtures/imports', name) }, options);

const people = [
  ['Account', 'E-mail', 'Name', 'Role', 'Note'],
  ['Copper Kettle Coffee', 'rosa@northwind.example', 'Rosa Lind', 'Admin', 'from the fair'],
  ['Copper Kettle Coffee', 'jorg@northwind.example', 'Jörg Müßig', 'Betrachter', '5 € – “urgent”'],
  ['Bright Bikes', 'zoe@northwind.example', 'Zoë, née Ørsted', 'viewer', 'two\nlines'],
];
const windowsLines = people.map((row) => row.map((cell) => cell.replace('\n', '\r\n')));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-import-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const written = (name: string, content: string | Buffer, options: ReadOptions = {}): Promise<Table> => {
  writeFileSync(join(folder, name), content);
  return readTable({ file: join(folder, name) }, options);
};

describe('a list is read the same from', () => {
  test.each([
    ['utf-8.csv', 'utf-8', ','],
    ['utf-8-mark-semicolon.csv', 'utf-8', ';'],
    ['utf-8.tsv', 'utf-8', '\t'],
    ['utf-16le-mark.txt', 'utf-16le', '\t'],
    ['utf-16be-mark.txt', 'utf-16be', '\t'],
    ['utf-16le.csv', 'utf-16le', ';'],
    ['windows-1252.csv', 'windows-1252', ';'],
    ['sep-line.csv', 'utf-8', ';'],
    ['unix-lines.csv', 'utf-8', ','],
    ['two-encodings.csv', 'utf-8', ','],
    ['text-named.xlsx', 'utf-8', ','],
  ])('%s', async (name, encoding, delimiter) => {
    const table = await fixture(name);
    expect(table).toMatchObject({ fileName: name, format: 'csv', encoding, delimiter, sheets: [] });
    expect([people, windowsLines]).toContainEqual(table.rows);
    expect(table.rowNumbers).toEqual([1, 2, 3, 4]);
  });

  test.each(['workbook.xlsx', 'workbook-named.csv', 'formula.xlsx'])('%s', async (name) => {
    const table = await fixture(name);
    expect(table).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, sheet: 'People' });
    expect(table.rows).toEqual(people);
  });

  test('the first sheet with content, or the one that was selected, is read', async () => {
    const table = await fixture('second-sheet.xlsx');
    expect(table.sheets.map(({ name }) => name)).toEqual(['Cover', 'People', 'Old']);
    expect(table.sheet).toBe('People');
    expect(table.rows).toHaveLength(4);
    expect((await fixture('second-sheet.xlsx', { sheet: 'Old' })).rows).toEqual(people.slice(0, 2));
  });
});

test('a selected encoding and delimiter are kept', async () => {
  const table = await fixture('utf-8.csv', { encoding: 'windows-1252', delimiter: ';' });
  expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
  expect(table.rows[2]?.join()).toContain('JÃ¶rg');
});

test('cells in another encoding than their file are read, and reported', async () => {
  const { mended } = await fixture('two-encodings.csv');
  expect(mended).toEqual([
    { rowNumber: 3, text: 'Jörg Müßig' },
    { rowNumber: 3, text: '5 € – “urgent”' },
  ]);
  expect((await fixture('utf-8.csv')).mended).toEqual([]);
});

test('the first of merged cells has the text, and the others are empty', async () => {
  const { rows } = await fixture('merged.xlsx');
  expect(rows.map(([account]) => account)).toEqual(['Account', 'Copper Kettle Coffee', '', 'Bright Bikes']);
});

test('a formula that was never calculated is an empty cell', async () => {
  expect((await fixture('formula-without-value.xlsx')).rows[1]?.[2]).toBe('');
});

test('text that looks like a formula is text', async () => {
  const { rows } = await fixture('hostile.csv');
  expect(rows[1]).toEqual([
    "=cmd|'/c calc'!A1",
    '@SUM(A1)@x.example',
    '+1+1',
    '-1',
    '=HYPERLINK("https://evil.example","click")',
  ]);
  expect(rows[2]?.slice(1, 4)).toEqual(["'; DROP TABLE batches; --", '__proto__', 'constructor']);
});

test('every byte of Windows-1252 becomes its character', async () => {
  const bytes = Buffer.from([0x80, 0x8e, 0x92, 0x9f, 0xa0, 0xe4, 0xff]);
  const { rows } = await written('bytes.csv', bytes, { encoding: 'windows-1252' });
  expect(rows).toEqual([['€Ž’Ÿ\u00A0äÿ']]);
});

test('empty rows are left out, and the others keep their numbers', async () => {
  const { rows, rowNumbers } = await written('gaps.csv', 'E-mail,Name\n\n,,\na@b.example,Ann\n');
  expect(rows).toEqual([
    ['E-mail', 'Name'],
    ['a@b.example', 'Ann'],
  ]);
  expect(rowNumbers).toEqual([1, 4]);
});

describe('a file that cannot be imported says why, and what to do:', () => {
  const refused = async (reading: Promise<Table>, message: RegExp): Promise<void> => {
    await expect(reading).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(message) as string,
    });
  };

  test.each([
    ['empty.csv', /^empty\.csv is empty\. Select/],
    ['blank.csv', /^blank\.csv has no rows\./],
    ['nul.csv', /^nul\.csv, row 3, column B contains a NUL character.* Save it again/],
    [
      'quotation-mark.csv',
      /^quotation-mark\.csv, row 3, column C: a quotation mark .* never closed\. Close it/,
    ],
    ['picture.csv', /^picture\.csv is a picture, despite its name\. Select a \.csv/],
    ['password.xlsx', /protected with a password\. Open it in Excel, remove/],
    ['old.xls', /old Excel format \(\.xls\)\. .* save it as \.xlsx/],
    ['damaged.xlsx', /^damaged\.xlsx is damaged or not an Excel workbook\./],
    ['no-workbook.xlsx', /^no-workbook\.xlsx is a Word document\./],
    ['unpacks-to-much.xlsx', /more than 300 MB/],
    ['bad-cell.xlsx', /^bad-cell\.xlsx, row 3, column B can’t be read because .* save it as a new \.xlsx/],
    ['not-there.csv', /^not-there\.csv couldn’t be read\. Check/],
  ])('%s', async (name, message) => {
    await refused(fixture(name), message);
  });

  test('more rows than a batch can hold', async () => {
    const rows = Array.from({ length: 250_001 }, (_, index) => `p${index}@b.example`).join('\n');
    await refused(written('long.csv', rows), /has 250,001 rows. The maximum is 250,000.* Split it/);
  });

  test('more columns than any list has', async () => {
    await refused(written('wide.csv', `a,b\n${'x,'.repeat(300)}`), /row 2 has 300 columns/);
  });

  test('more than 20 MB', async () => {
    const large = Buffer.alloc(100 * 1024 * 1024, 'a,b\n');
    await refused(written('large.csv', large), /large\.csv has 100 MB. The maximum is 20 MB/);
  });

  test('a file with NULs at even and odd positions, which is not UTF-16', async () => {
    const bytes = Buffer.from(
      'E-mail,Name\nann@x.example,J\xf6rg \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\n',
      'latin1',
    );
    await refused(written('nuls.csv', bytes), /row 2, column B contains a NUL character/);
  });

  test('a folder', async () => {
    await refused(readTable({ file: folder }, {}), /couldn’t be read/);
  });
});
