import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { Table } from '../../../../main/batches/tables/request';
import {
  openArchive,
  UnpacksToTooMuch,
  type Archive,
} from '../../../../main/batches/tables/workbook/archive';
import { CodedError } from '../../../../shared/errors';
import { textCell, workbookParts, zip } from '../../../support/fixtures/zip';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-hostile-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const read = (name: string, content: string | Buffer): Promise<Table> => {
  writeFileSync(join(folder, name), content);
  return readTable({ file: join(folder, name) }, {});
};

const people =
  `<row r="1">${textCell('A1', 'E-mail')}${textCell('B1', 'Name')}</row>` +
  `<row r="2">${textCell('A2', 'ann@x.example')}${textCell('B2', 'Ann')}</row>`;
const rows = [
  ['E-mail', 'Name'],
  ['ann@x.example', 'Ann'],
];
const workbook = (more: string): Buffer => zip(workbookParts(people + more));

describe('the unpacked size of an archive', () => {
  const large = {
    'a.xml': Buffer.alloc(600_000),
    'b.xml': Buffer.alloc(600_000),
    'c.bin': Buffer.alloc(9e6),
  };
  const bytesOf = async (archive: Archive, name: string): Promise<number> => {
    let bytes = 0;
    for await (const piece of archive.contentOf(name)) bytes += piece.length;
    return bytes;
  };

  test.each([undefined, 1, 0])('is counted while unpacking, even if it claims %j', async (claim) => {
    const tight = openArchive(zip(large, claim), 1_100_000);
    expect(await bytesOf(tight, 'a.xml')).toBe(600_000);
    await expect(bytesOf(tight, 'b.xml')).rejects.toThrow(UnpacksToTooMuch);
    const wide = openArchive(zip(large, claim), 1_200_000);
    expect([await bytesOf(wide, 'a.xml'), await bytesOf(wide, 'B.XML')]).toEqual([600_000, 600_000]);
  });

  test('is rejected at once if it claims too much', async () => {
    const archive = openArchive(zip(large, 4_000_000_000), 1_200_000);
    await expect(bytesOf(archive, 'a.xml')).rejects.toThrow(UnpacksToTooMuch);
  });

  test('is rejected if a workbook exceeds the limit, whatever its directory says', async () => {
    const spaces = Buffer.alloc(310 * 1024 * 1024, ' ');
    const [start = '', end = ''] = (workbookParts(people)['xl/worksheets/sheet1.xml'] ?? '').split(
      '</sheetData>',
    );
    const sheet = Buffer.concat([Buffer.from(start), spaces, Buffer.from(`</sheetData>${end}`)]);
    const parts = { ...workbookParts(people), 'xl/worksheets/sheet1.xml': sheet };
    await expect(read('bomb.xlsx', zip(parts, 1))).rejects.toThrow(/bomb\.xlsx unpacks to more than 300 MB/);
  }, 60_000);

  test.each([
    ['cut off', (archive: Buffer) => archive.subarray(0, archive.length - 30)],
    ['without a directory', (archive: Buffer) => archive.subarray(0, 200)],
    ['with a directory that points elsewhere', (archive: Buffer) => archive.fill(0xee, archive.length - 6)],
  ])('is reported as damaged when it is %s', async (_how, damage) => {
    await expect(read('damaged.xlsx', damage(workbook('')))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('a sheet is read without its gaps', () => {
  test.each([
    ['one stray cell at the last possible position', `<row r="1048576">${textCell('XFD1048576', 'x')}</row>`],
    ['one stray cell far to the right', `<row r="3">${textCell('ZZ3', 'x')}</row>`],
    ['rows with only a style', styledRows(50_000)],
    ['many cells with only a style', `<row r="3">${'<c r="A3" s="1"/>'.repeat(100_000)}</row>`],
  ])('with %s', async (_what, more) => {
    const table = await read('sheet.xlsx', workbook(more));
    expect(table.rows).toEqual(rows);
    expect(table.rowNumbers).toEqual([1, 2]);
  });

  test('and its rows keep their numbers across rows that were left out', async () => {
    const more = `<row r="3" s="1"/><row r="4"><c r="A4" s="1"/></row><row r="5">${textCell('A5', 'bo@x.example')}</row>`;
    const table = await read('gaps.xlsx', workbook(more));
    expect(table.rows.at(-1)?.[0]).toBe('bo@x.example');
    expect(table.rowNumbers).toEqual([1, 2, 5]);
  });

  test('but a table that is too wide is recognized as one', async () => {
    const wide = Array.from({ length: 300 }, (_, at) => textCell(`${letters(at + 1)}3`, 'x')).join('');
    await expect(read('wide.xlsx', workbook(`<row r="3">${wide}</row>`))).rejects.toThrow(
      /row 3, column GS .* too wide. The maximum is 200 columns/,
    );
  });

  test('and a row far below fills no rows in between', async () => {
    const far = Array.from({ length: 20 }, (_, at) => textCell(`${letters(at + 1)}1048576`, 'x')).join('');
    const table = await read('far.xlsx', workbook(`<row r="1048576">${far}</row>`));
    expect(table.rowNumbers).toEqual([1, 2, 1_048_576]);
  });

  test.each([
    ['rows', '<row><c t="b"><v>1</v></c></row>'.repeat(250_000), /more than 250,000 rows/],
    ['cells', '<row><c r="GR1" t="b"><v>1</v></c></row>'.repeat(41_000), /reach too far to the right/],
    ['text', `<row>${'<c t="s"><v>0</v></c>'.repeat(101)}</row>`, /more text than a list of people\./],
  ])(
    'and is rejected with too many or too much of %s',
    async (_what, more, message) => {
      const long = { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>` };
      const archive = zip({ ...workbookParts(people + more), ...long });
      await expect(read('much.xlsx', archive)).rejects.toThrow(message);
    },
    20_000,
  );

  test.each([
    ['cells that are never closed', '<c r="XFD3">'.repeat(1_000_000)],
    ['a text that never ends', `<c><is><t>${'&amp;'.repeat(1_000_000)}`],
    ['a comment that never ends', `<!--${' -'.repeat(10_000_000)}`],
  ])('and is rejected with %s', async (_what, more) => {
    await expect(read('open.xlsx', workbook(`<row r="3">${more}`))).rejects.toThrow(
      /a program other than Excel/,
    );
  });

  test('and its own entities are not resolved', async () => {
    const parts = workbookParts(`<row>${textCell('A1', 'a&b;c')}</row>`);
    const sheet = `<!DOCTYPE x [<!ENTITY b "${'x'.repeat(1000)}">]>${parts['xl/worksheets/sheet1.xml'] ?? ''}`;
    expect((await read('entity.xlsx', zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).rows).toEqual([
      ['a&b;c'],
    ]);
  });
});

describe('text of line breaks', () => {
  test('before nothing is empty', async () => {
    await expect(read('breaks.csv', '\n'.repeat(20 * 1024 * 1024))).rejects.toThrow(/has no rows/);
  });

  test.each(['\n', '\r', '\r\n', ',\n'])('%j before a row is rejected by its lines', async (line) => {
    const text = `${line.repeat(2_000_000)}ann@x.example`;
    await expect(read('breaks.csv', text)).rejects.toThrow(
      /more than 1,000,000 lines\. Delete the empty ones/,
    );
  });

  test('after the rows changes nothing', async () => {
    const table = await read('people.csv', `E-mail,Name\nann@x.example,Ann\n${'\r\n'.repeat(5_000_000)}`);
    expect(table.rows).toEqual(rows);
  });
});

describe('4 MB of a single text are read or rejected in time:', () => {
  test.each([',“ ”x', '“,”', '"', '",“', ',"a"b', '"\\', '\xe9,'])('%j', async (piece) => {
    const content = Buffer.from(piece.repeat((4 * 1024 * 1024) / piece.length), isLatin1(piece));
    // Compared by a word: a failure would print the text.
    const outcome = await read('pieces.csv', content).then(() => 'read', codeOf);
    expect(['read', 'INVALID_INPUT']).toContain(outcome);
  });
});

const codeOf = (thrown: unknown): string => (thrown instanceof CodedError ? thrown.code : String(thrown));

/** Pieces with these letters are bytes that aren't UTF-8. */
const isLatin1 = (piece: string): 'latin1' | 'utf8' => (/[\x80-\xff]/.test(piece) ? 'latin1' : 'utf8');

function styledRows(count: number): string {
  let all = '';
  for (let row = 3; row < count + 3; row += 1)
    all += `<row r="${String(row)}" s="1"><c r="A${String(row)}" s="1"/></row>`;
  return all;
}

/** "AB" for 28. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : letters(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
