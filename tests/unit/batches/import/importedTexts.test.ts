import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { ReadOptions, Table } from '../../../../main/batches/tables/request';

const path = (name: string): string => join(import.meta.dirname, '../../../fixtures/imports/text', name);
const fixture = (name: string, options: ReadOptions = {}): Promise<Table> =>
  readTable({ file: path(name) }, options);
const pasted = (name: string): Promise<Table> => readTable({ text: readFileSync(path(name), 'utf8') }, {});
const text = (content: string): Promise<Table> => readTable({ text: content }, {});
const rowsOf = async (reading: Promise<Table>): Promise<string[][]> => (await reading).rows;

const trimmed = (rows: string[][]): string[][] => rows.map((row) => row.map((cell) => cell.trim()));

describe('names are read correctly, and shown for confirmation, from a file in', () => {
  test.each([
    ['shift-jis.csv', 'shift_jis', ['山田 太郎', '佐藤 花子']],
    ['shift-jis-english-headers.csv', 'shift_jis', ['山田 太郎', '佐藤 花子']],
    ['euc-jp.csv', 'euc-jp', ['山田 太郎', '佐藤 花子']],
    ['euc-jp-english-headers.csv', 'euc-jp', ['山田 太郎']],
    ['gbk.csv', 'gb18030', ['王伟', '李娜']],
    ['gbk-english-headers.csv', 'gb18030', ['王伟', '李娜']],
    ['big5.csv', 'big5', ['陳志明']],
    ['euc-kr.csv', 'euc-kr', ['김민수']],
    ['windows-1250-polish-czech.csv', 'windows-1250', ['Łukasz Żółć', 'Jiří Dvořák']],
    ['windows-1251-russian.csv', 'windows-1251', ['Иван Петров']],
    ['windows-1253-greek.csv', 'windows-1253', ['Νίκος Παπαδόπουλος']],
    ['windows-1254-turkish.csv', 'windows-1254', ['Işıl Şahin']],
    ['windows-1255-hebrew.csv', 'windows-1255', ['דנה לוי']],
    ['windows-1256-arabic.csv', 'windows-1256', ['محمد علي']],
    ['iso-8859-15.csv', 'iso-8859-15', ['Éloïse Œuvrard']],
    ['mac-roman.csv', 'macintosh', ['Jörg Müller', 'Zoë Français']],
    ['dos-850.csv', 'ibm850', ['Jürgen Größe']],
  ])('%s', async (name, encoding, names) => {
    const { rows, encodingDoubt, ...table } = await fixture(name);
    expect(rows.slice(1).map((row) => row[2])).toEqual(names);
    expect(table.encoding).toBe(encoding);
    expect(names).toContain(encodingDoubt?.text);
    expect(encodingDoubt?.others.map((other) => other.text)).not.toContain(encodingDoubt?.text);
  });

  test('the encoding that a person selects is used, whatever the likeliest is', async () => {
    const { rows, encodingDoubt } = await fixture('windows-1250-polish-czech.csv', {
      encoding: 'windows-1257',
    });
    expect(rows[1]?.[2]).toBe('£ukasz Æó³ę');
    expect(encodingDoubt).toBeNull();
  });
});

test('other likely readings of a name are offered with their encodings', async () => {
  const { encodingDoubt } = await fixture('windows-1254-turkish.csv');
  expect(encodingDoubt?.rowNumber).toBe(2);
  expect(encodingDoubt?.others).toContainEqual({ encoding: 'windows-1252', text: 'Iþýl Þahin' });
});

test('no question is asked if an encoding is certain', async () => {
  const fixtures = join(import.meta.dirname, '../../../fixtures/imports');
  for (const name of ['utf-8.csv', 'utf-8-mark-semicolon.csv', 'utf-16le.csv', 'hostile.csv']) {
    expect((await readTable({ file: join(fixtures, name) }, {})).encodingDoubt, name).toBeNull();
  }
});

describe('each row is read as its author meant it, with', () => {
  const header = ['E-mail', 'Name', 'Role'];
  const account = 'Copper Kettle Coffee';
  test.each<[string, string, string[][]]>([
    [
      'vertical-bars.csv',
      '|',
      [
        ['Account', ...header],
        [account, 'a@agency.example', 'Ann Ames', 'viewer'],
        [account, 'b@agency.example', 'Ben Bo', 'admin'],
      ],
    ],
    [
      'sep-line-vertical-bar.csv',
      '|',
      [
        ['Account', ...header],
        [account, 'a@agency.example', 'Ann Ames', 'viewer'],
      ],
    ],
    [
      'sep-line-quoted-after-mark.csv',
      ';',
      [
        ['Account', ...header],
        [account, 'a@agency.example', 'Ann Ames', 'viewer'],
      ],
    ],
    ['sep-line-carriage-returns.csv', ';', [header, ['a@agency.example', 'Rob Smith', 'viewer']]],
    ['typographic-quotes.csv', ',', [header, ['a@agency.example', 'Smith, Rob', 'viewer']]],
    [
      'spaces-before-quotes.csv',
      ',',
      [header, ['a@agency.example', 'Smith, Rob', 'viewer'], ['b@agency.example', 'Bo, Ben', 'admin']],
    ],
    [
      'whole-lines-quoted.csv',
      ',',
      [header, ['a@agency.example', 'Rob Smith', 'viewer'], ['b@agency.example', 'Bo, Ben', 'admin']],
    ],
    [
      'whole-lines-quoted-semicolons.csv',
      ';',
      [
        ['Account', ...header],
        [account, 'ann@agency.example', 'Ann', 'viewer'],
      ],
    ],
    [
      'mixed-line-ends.csv',
      ',',
      [
        header,
        ['a@agency.example', 'Ann', 'viewer'],
        ['b@agency.example', 'Ben', 'admin'],
        ['c@agency.example', 'Cy', 'viewer'],
      ],
    ],
    [
      'mixed-line-ends-name-last.csv',
      ',',
      [
        ['Account', 'E-mail', 'Role', 'Name'],
        [account, 'a@agency.example', 'viewer', 'Ann'],
        [account, 'b@agency.example', 'admin', 'Ben'],
        [account, 'c@agency.example', 'viewer', 'Cy'],
        [account, 'd@agency.example', 'viewer', 'Dee'],
      ],
    ],
    ['trailing-commas.csv', ',', [header, ['a@agency.example', 'Ann', 'viewer']]],
    [
      'nickname-in-quotes.csv',
      ',',
      [
        header,
        ['a@agency.example', '"Rob" Smith', 'viewer'],
        ['b@agency.example', 'Ben Bo', 'admin'],
        ['c@agency.example', 'Cy "C"', 'viewer'],
        ['d@agency.example', 'Dee Day', 'viewer'],
      ],
    ],
    [
      'nickname-in-quotes-with-account.csv',
      ',',
      [
        ['Account', ...header],
        [account, 'a@agency.example', '"Rob" Smith', 'viewer'],
        [account, 'b@agency.example', 'Ben Bo', 'admin'],
        [account, 'c@agency.example', 'Cy "Cyclone"', 'viewer'],
        [account, 'd@agency.example', 'Dee Day', 'viewer'],
      ],
    ],
    [
      'semicolons-with-commas-in-names.csv',
      ';',
      [
        ['Account', ...header],
        [account, 'ann@agency.example', 'Ames, Ann', 'viewer'],
        [account, 'ben@agency.example', 'Bo, Ben', 'admin'],
        [account, 'cy@agency.example', 'Cole, Cy', 'admin'],
      ],
    ],
    [
      'commas-with-semicolons-in-notes.csv',
      ',',
      [
        ['Account', ...header, 'Note'],
        [account, 'ann@agency.example', 'Ann', 'viewer', 'a;b;c;d'],
        [account, 'ben@agency.example', 'Ben', 'viewer', 'a;b;c;d'],
      ],
    ],
  ])('%s', async (name, delimiter, rows) => {
    const table = await fixture(name);
    expect(trimmed(table.rows)).toEqual(rows);
    expect(table).toMatchObject({ delimiter, isPeopleList: false });
  });

  test.each([
    ['marks inside a quoted cell', 'a@x.example,"The "Big" Co",viewer', 'The "Big" Co'],
    ['a mark doubled at the end only', 'a@x.example,"Cy "Cyclone"",viewer', 'Cy "Cyclone"'],
    ['marks after backslashes', 'a@x.example,"Rob \\"The\\" Smith, Jr",viewer', 'Rob "The" Smith, Jr'],
    ['text after a quoted comma', 'a@x.example,"Smith, Rob" (Sales),viewer', '"Smith, Rob" (Sales)'],
    ['two words in marks', 'a@x.example,"A" B "C",viewer', '"A" B "C"'],
    ['typographic marks that contain no comma', 'a@x.example,“Ann”,viewer', '“Ann”'],
    ['German quotation marks', 'a@x.example,„Smith, Rob“,viewer', 'Smith, Rob'],
    ['several lines in a cell', 'a@x.example,"two\nlines, and ""more""",viewer', 'two\nlines, and "more"'],
  ])('%s', async (_what, line, name) => {
    const rows = await rowsOf(text(`E-mail,Name,Role\n${line}\nb@x.example,Ben,admin\n`));
    expect(rows.slice(1)).toEqual([
      ['a@x.example', name, 'viewer'],
      ['b@x.example', 'Ben', 'admin'],
    ]);
  });

  test('a nickname in marks in the last column, which affects no other row', async () => {
    const lines = ['E-mail,Name', 'a@x.example,"Rob" Smith', 'b@x.example,"Ben" Bo', 'c@x.example,Cy'];
    expect(await rowsOf(text(lines.join('\n')))).toEqual(lines.map((line) => line.split(',')));
  });

  test('a mark that is never closed, which is reported before a row with its own marks', async () => {
    const lines = ['E-mail,Name,Role', 'a@x.example,"Ann ""A"" Ames,viewer', 'b@x.example,Ben "B" Bo,admin'];
    await expect(text(lines.join('\n'))).rejects.toThrow(/row 2, column B: a quotation mark is never closed/);
  });

  test.each(['SEP=;', '"sep=;"', 'sep = ;', '“sep=;”', 'sep=;;;;', '"sep=;",,'])('%s', async (line) => {
    const rows = await rowsOf(text(`${line}\r\nE-mail;Name, in full\r\na@x.example;Ames, Ann\r\n`));
    expect(rows).toEqual([
      ['E-mail', 'Name, in full'],
      ['a@x.example', 'Ames, Ann'],
    ]);
  });

  test('lines with marks quoted as a whole, among others that are not', async () => {
    const lines = ['E-mail,Name,Role', '"a@x.example,""Bo, Ben"",admin"', 'b@x.example,Ann,viewer'];
    expect(await rowsOf(text(lines.join('\n')))).toEqual([
      ['E-mail', 'Name', 'Role'],
      ['a@x.example', 'Bo, Ben', 'admin'],
      ['b@x.example', 'Ann', 'viewer'],
    ]);
  });

  test('a cell far to the right of the list, which is left out and reported by its row', async () => {
    const far = `${','.repeat(250)}x`;
    const { rows, leftOut } = await text(`E-mail,Name\na@x.example,Ann${far}\nb@x.example,Ben\n${far}\n`);
    expect(rows).toEqual([
      ['E-mail', 'Name'],
      ['a@x.example', 'Ann'],
      ['b@x.example', 'Ben'],
    ]);
    expect(leftOut).toEqual([{ reason: 'farCells', count: 2, rowNumbers: [2, 4], names: [] }]);
  });

  test.each([
    ['a header', `E-mail,Name${','.repeat(250)}Far\na@x.example,Ann\n`],
    ['an address', `E-mail,Name\na@x.example,Ann${','.repeat(250)}b@x.example\n`],
    ['much beside it', `E-mail,Name\na@x.example,Ann${',x'.repeat(300)}\n`],
  ])('but a table that is too wide is rejected if that cell is %s', async (_what, content) => {
    await expect(text(content)).rejects.toThrow(/maximum is 200/);
  });

  test('a drawn table, whose lines are counted as left out', async () => {
    const { rows, rowNumbers, leftOut } = await fixture('markdown-table.txt');
    expect(rows).toEqual([
      ['E-mail', 'Name', 'Role'],
      ['ann@agency.example', 'Ann Ames', 'viewer'],
      ['ben@agency.example', 'Ben Bo', 'admin'],
    ]);
    expect(rowNumbers).toEqual([1, 3, 4]);
    expect(leftOut).toEqual([{ reason: 'ruleLines', count: 1, rowNumbers: [2], names: [] }]);
  });
});

describe('a quotation mark that swallows other rows is rejected by its position:', () => {
  test.each([
    ['before one that opens a cell', 'a@x.example,"Rob,viewer\nb@x.example,"Ben",admin', /row 2, column B/],
    [
      'before one that seems to close it',
      'a@x.example,"Rob,viewer\nb@x.example,Ben",admin',
      /row 2, column B/,
    ],
    ['without another one', 'a@x.example,Rob,viewer\nb@x.example,"Ben,admin', /row 3, column B/],
  ])('%s', async (_what, lines, place) => {
    const reading = text(`E-mail,Name,Role\n${lines}\nc@x.example,Cy,viewer`);
    await expect(reading).rejects.toThrow(place);
    await expect(reading).rejects.toThrow(/never closed\. Close it or delete it/);
  });
});

describe('people are a list, in files as in pasted text:', () => {
  const three = ['ann@agency.example', 'ben@agency.example', 'cy@agency.example'];
  test.each([
    ['people-last-first-quoted.txt', ['Ames, Ann', 'Ben Bo', 'Cy Cole'], three],
    ['people-last-first.txt', ['Ames, Ann', 'Bo, Ben'], three.slice(0, 2)],
    ['addresses-semicolons.txt', ['Ann', 'Ben', 'Cy'], three],
    ['addresses-tabs.txt', ['Ann', 'Ben', 'Cy'], three],
    ['addresses-commas.csv', ['Ann', 'Ben', 'Cy'], three],
    ['addresses-commas-two-rows.csv', ['Ann', 'Ben', 'Cy', 'Dee'], [...three, 'dee@agency.example']],
    ['pasted-row-of-addresses.txt', ['Ann', 'Ben', 'Cy'], three],
    ['pasted-row-of-names.txt', ['Ann Ames', 'Ben Bo'], three.slice(0, 2)],
  ])('%s', async (name, names, addresses) => {
    for (const table of [await fixture(name), await pasted(name)]) {
      expect(table).toMatchObject({ isPeopleList: true, delimiter: null });
      expect(table.rows).toEqual(names.map((each, index) => [each, addresses[index]]));
    }
  });

  test('but not if a delimiter was selected', async () => {
    const { isPeopleList, rows } = await fixture('addresses-commas.csv', { delimiter: ',' });
    expect(isPeopleList).toBe(false);
    expect(trimmed(rows)).toEqual([three]);
  });

  test.each<[string, string[][]]>([
    [
      'pasted-backup-addresses.txt',
      [
        ['Name', 'E-mail', 'Backup e-mail'],
        ['Ann', 'ann@agency.example', 'ann2@agency.example'],
        ['Ben', 'ben@agency.example', 'ben2@agency.example'],
      ],
    ],
    [
      'pasted-address-in-note.txt',
      [
        ['Name', 'E-mail', 'Role', 'Note'],
        ['Ames, Ann', 'ann@agency.example', 'viewer', 'ask ben@agency.example'],
        ['Ben Bo', 'ben@agency.example', 'admin', ''],
      ],
    ],
    [
      'pasted-two-addresses-per-row.txt',
      [
        ['Team', 'Lead', 'Deputy'],
        ['Media', 'ann@agency.example', 'ben@agency.example'],
        ['Search', 'cy@agency.example', 'dee@agency.example'],
      ],
    ],
  ])('nor if headers or columns make it a table: %s', async (name, rows) => {
    for (const table of [await fixture(name), await pasted(name)]) {
      expect(table.isPeopleList).toBe(false);
      expect(table.rows).toEqual(rows);
    }
  });

  test.each([
    'Copper Kettle Coffee,Ann Ames <ann@x.example>,viewer\nBlue Heron Outfitters,Ben Bo <ben@x.example>,admin',
    'Ann | ann@x.example | viewer',
    'ann@x.example,Ann,viewer,ask ben@x.example',
  ])('nor if each column contains one kind of value: %s', async (content) => {
    expect((await text(content)).isPeopleList).toBe(false);
  });

  test('a greeting above it is not taken for headers', async () => {
    const { isPeopleList, rows } = await text('Hi, please add:\nann@x.example, ben@x.example');
    expect(isPeopleList).toBe(true);
    expect(rows.map((row) => row[1])).toEqual(expect.arrayContaining(['ann@x.example', 'ben@x.example']));
  });
});

describe('text that is not a table is reported, with what to do:', () => {
  test.each([
    ['web-page.xls', /is a web page \(HTML\) named \.xls\. Open it in Excel, save it as \.xlsx/],
    ['sign-in-page.csv', /is a web page \(HTML\) without a table.* Sign in there/],
    ['excel-2003-xml.xls', /is an XML spreadsheet of Excel 2003\. Open it in Excel/],
    ['contact-cards.txt', /contains contact cards \(vCard\).* export that as CSV/],
    ['mail.txt', /is an email message.* Copy the addresses/],
  ])('%s', async (name, message) => {
    await expect(fixture(name)).rejects.toThrow(message);
    await expect(pasted(name)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.each([
    ['[{"email":"ann@x.example"}]', /is JSON/],
    ['{"people": []}', /is JSON/],
    ['BEGIN:VCALENDAR\r\nATTENDEE:mailto:ann@x.example', /is a calendar/],
    ['<?xml version="1.0"?><people/>', /is XML, which isn’t a table/],
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n<table>',
      /is a web page \(HTML\)/,
    ],
  ])('%j', async (content, message) => {
    await expect(text(content)).rejects.toThrow(message);
  });

  test.each([
    'To: Ann Ames <ann@x.example>\nCc: Ben Bo <ben@x.example>',
    'Date: 2026-11-28\nTo: 2026-12-31\n\nE-mail,Name\nann@x.example,Ann',
    '[Required] E-mail,Name\nann@x.example,Ann',
  ])('and a list that only starts like one is read: %j', async (content) => {
    expect((await text(content)).rows.length).toBeGreaterThan(1);
  });
});
