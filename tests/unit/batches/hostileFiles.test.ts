import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../main/batches/tables/readTable';
import type { Table } from '../../../main/batches/tables/request';
import { sparseSheet } from '../../../main/batches/tables/sparseSheet';
import { unpack, UnpacksToTooMuch } from '../../../main/batches/tables/unpack';
import { textCell, workbookParts, zip } from '../../support/zip';

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

describe('what an archive unpacks to', () => {
  const large = {
    'a.xml': Buffer.alloc(600_000),
    'b.xml': Buffer.alloc(600_000),
    'c.bin': Buffer.alloc(9e6),
  };
  const xml = (name: string): boolean => name.endsWith('.xml');

  test.each([undefined, 1, 0, 4_000_000_000])(
    'is counted while it is unpacked, when it claims %j',
    (claim) => {
      const archive = zip(large, claim);
      expect(() => unpack(archive, xml, 1_100_000)).toThrow(UnpacksToTooMuch);
      const parts = unpack(archive, xml, 1_200_000);
      expect([...parts].map(([name, part]) => [name, part.length])).toEqual([
        ['a.xml', 600_000],
        ['b.xml', 600_000],
      ]);
    },
  );

  test('is refused where a workbook comes to more than is read, whatever its directory says', async () => {
    const tenMegabytes = Buffer.alloc(10 * 1024 * 1024);
    const more = Array.from({ length: 31 }, (_, at) => [`xl/more${String(at)}.xml`, tenMegabytes] as const);
    const parts = { ...workbookParts(people), ...Object.fromEntries(more) };
    await expect(read('bomb.xlsx', zip(parts, 1))).rejects.toThrow(/bomb\.xlsx unpacks to more than 300 MB/);
  }, 20_000);

  test.each([
    ['cut off', (archive: Buffer) => archive.subarray(0, archive.length - 30)],
    ['without a directory', (archive: Buffer) => archive.subarray(0, 200)],
    ['with a directory that leads elsewhere', (archive: Buffer) => archive.fill(0xee, archive.length - 6)],
  ])('is damaged when it is %s', async (_how, damage) => {
    await expect(read('damaged.xlsx', damage(workbook('')))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('a sheet is read without its gaps', () => {
  test.each([
    ['one stray cell at the last place of all', `<row r="1048576">${textCell('XFD1048576', 'x')}</row>`],
    ['one stray cell far to the right', `<row r="3">${textCell('ZZ3', 'x')}</row>`],
    ['rows with a style only', styledRows(50_000)],
    ['many cells with a style only', `<row r="3">${'<c r="A3" s="1"/>'.repeat(100_000)}</row>`],
    ['cells that are opened and never closed', `<row r="3">${'<c r="XFD3">'.repeat(100_000)}</c></row>`],
  ])('with %s', async (_what, more) => {
    const table = await read('sheet.xlsx', workbook(more));
    expect(table.rows).toEqual(rows);
    expect(table.rowNumbers).toEqual([1, 2]);
  });

  test('and its rows keep their numbers over rows that were left out', async () => {
    const more = `<row r="3" s="1"/><row r="4"><c r="A4" s="1"/></row><row r="5">${textCell('A5', 'bo@x.example')}</row>`;
    const table = await read('gaps.xlsx', workbook(more));
    expect(table.rows.at(-1)?.[0]).toBe('bo@x.example');
    expect(table.rowNumbers).toEqual([1, 2, 5]);
  });

  test('but a table that is too wide is seen as one', async () => {
    const wide = Array.from({ length: 300 }, (_, at) => textCell(`${letters(at + 1)}3`, 'x')).join('');
    await expect(read('wide.xlsx', workbook(`<row r="3">${wide}</row>`))).rejects.toThrow(/has 201 columns/);
  });

  test('and is refused where a cell far below would make it fill too much', async () => {
    const far = Array.from({ length: 20 }, (_, at) => textCell(`${letters(at + 1)}1048576`, 'x')).join('');
    await expect(read('far.xlsx', workbook(`<row r="1048576">${far}</row>`))).rejects.toThrow(
      /a cell in row 1,048,576, far below the list\. Clear it/,
    );
  });

  test('and nothing of rows with a style only reaches what reads it', () => {
    expect(sparseSheet(styledRows(1000), 200)).toEqual({ xml: '', lastRow: 0, lastColumn: 0 });
    expect(sparseSheet(`<row r="9">${textCell('XFD9', 'x')}</row>`, 200).xml).toBe('');
  });

  test('with the prefix some programs give their names, and without places of their own', () => {
    const sheet =
      '<x:row r="1"><x:c r="A1" s="1"/><x:c r="B1"><x:v>1</x:v></x:c></x:row><x:row r="2"></x:row>';
    expect(sparseSheet(sheet, 200).xml).toBe('<x:row r="1"><x:c r="B1"><x:v>1</x:v></x:c></x:row>');
    const placeless = '<row><c s="1"/><c><v>1</v></c></row><row/><cols><col min="1"/></cols>';
    expect(sparseSheet(placeless, 200).xml).toBe(placeless);
  });
});

describe('a text of line breaks', () => {
  test('before nothing is an empty one', async () => {
    await expect(read('breaks.csv', '\n'.repeat(20 * 1024 * 1024))).rejects.toThrow(/holds no rows/);
  });

  test.each(['\n', '\r', '\r\n', ',\n'])('%j before a row is refused by its lines', async (line) => {
    const text = `${line.repeat(2_000_000)}ann@x.example`;
    await expect(read('breaks.csv', text)).rejects.toThrow(
      /more than 1,000,000 lines\. Delete the empty ones/,
    );
  });

  test('behind the rows changes nothing', async () => {
    const table = await read('people.csv', `E-mail,Name\nann@x.example,Ann\n${'\r\n'.repeat(5_000_000)}`);
    expect(table.rows).toEqual(rows);
  });
});

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
