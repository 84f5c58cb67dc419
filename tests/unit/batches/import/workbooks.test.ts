import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { ReadOptions, Table } from '../../../../main/batches/tables/request';
import { textCell, workbookParts, zip } from '../../../support/fixtures/zip';

const fixture = (name: string, options: ReadOptions = {}): Promise<Table> =>
  readTable({ file: join(import.meta.dirname, '../../../fixtures/imports/workbooks', name) }, options);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-workbooks-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const written = (content: Buffer, options: ReadOptions = {}): Promise<Table> => {
  writeFileSync(join(folder, 'people.xlsx'), content);
  return readTable({ file: join(folder, 'people.xlsx') }, options);
};

const header = ['Account', 'E-mail', 'Name', 'Role'];
const annAndBen = [
  header,
  ['Copper Kettle Coffee', 'ann@agency.example', 'Ann Ames', 'viewer'],
  ['Copper Kettle Coffee', 'ben@agency.example', 'Ben Bo', 'admin'],
];
const taro = [header, ['Copper Kettle Coffee', 'a@agency.example', '山田 太郎', 'viewer']];

describe('workbooks of programs other than Excel are read:', () => {
  test.each([
    ['no-places.xlsx', annAndBen],
    ['cells-without-places.xlsx', annAndBen],
    ['empty-dimension.xlsx', annAndBen],
    ['targets-with-dot-slash.xlsx', annAndBen],
    ['utf-16-parts.xlsx', annAndBen],
    ['part-in-other-case.xlsx', taro],
    ['backslashes-in-names.xlsx', taro],
    ['workbook-part-renamed.xlsx', taro],
    ['comments-in-text.xlsx', taro],
    ['cdata.xlsx', [header, ['Copper Kettle Coffee', 'a@agency.example', 'R&D <Lead>', 'viewer']]],
    [
      'missing-style.xlsx',
      [
        [...header, 'Seats'],
        ['Copper Kettle Coffee', 'ann@agency.example', 'Ann', 'viewer', '3'],
      ],
    ],
  ])('%s', async (name, rows) => {
    expect((await fixture(name)).rows).toEqual(rows);
  });

  test('rows in any order are sorted by their numbers', async () => {
    const { rows, rowNumbers } = await fixture('unordered-rows.xlsx');
    expect(rows.map(([, address]) => address)).toEqual([
      'E-mail',
      'ann@agency.example',
      'dee@agency.example',
      'ben@agency.example',
    ]);
    expect(rowNumbers).toEqual([1, 2, 4, 9]);
  });

  test('with every part at the root, and absolute targets', async () => {
    const parts = workbookParts(`<row>${cell('E-mail')}</row><row>${cell('ann@x.example')}</row>`);
    const at = {
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Book.xml"/></Relationships>',
      'Book.xml': parts['xl/workbook.xml'] ?? '',
      '_rels/Book.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        'worksheets/sheet1.xml',
        '/My%20Sheet.xml',
      ),
      'my sheet.xml': parts['xl/worksheets/sheet1.xml'] ?? '',
    };
    expect((await written(zip(at))).rows).toEqual([['E-mail'], ['ann@x.example']]);
  });

  test('written as a stream, without sizes in the parts’ own headers', async () => {
    const archive = zip(workbookParts(`<row>${cell('E-mail')}</row><row>${cell('ann@x.example')}</row>`));
    for (let at = archive.indexOf('PK\x03\x04'); at >= 0; at = archive.indexOf('PK\x03\x04', at + 4)) {
      archive.writeUInt16LE(8, at + 6);
      archive.fill(0, at + 14, at + 26);
    }
    expect((await written(archive)).rows).toEqual([['E-mail'], ['ann@x.example']]);
  });
});

describe('the sheet', () => {
  test.each([
    ['active-sheet-second.xlsx', 'People'],
    ['instructions-first.xlsx', 'People'],
    ['hidden-sheet-first.xlsx', 'People'],
    ['very-hidden-sheet-first.xlsx', 'People'],
    ['chart-sheet-first.xlsx', 'People'],
  ])('is the one with the people in %s', async (name, sheet) => {
    const table = await fixture(name);
    expect(table.sheet).toBe(sheet);
    expect(table.rows).toEqual(annAndBen);
  });

  test('of a Numbers export is not its summary', async () => {
    const table = await fixture('export-summary-first.xlsx');
    expect(table.sheet).toBe('Sheet 1');
    expect(table.rows.slice(1)).toEqual(annAndBen);
  });

  test('can be another one, and a hidden one is marked and listed as left out', async () => {
    const table = await fixture('hidden-sheet-first.xlsx');
    expect(table.sheets).toEqual([
      { name: 'Lists', isHidden: true },
      { name: 'People', isHidden: false },
    ]);
    expect(table.leftOut).toEqual([{ reason: 'hiddenSheets', count: 1, rowNumbers: [], names: ['Lists'] }]);
    const lists = await fixture('hidden-sheet-first.xlsx', { sheet: 'Lists' });
    expect(lists.rows).toEqual([['Roles'], ['admin'], ['viewer']]);
    expect(lists.leftOut).toEqual([]);
    expect((await fixture('very-hidden-sheet-first.xlsx')).sheets[0]).toEqual({
      name: '_cfg',
      isHidden: true,
    });
  });

  const rowsOf = (...rows: readonly string[][]): string =>
    rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const addresses = Array.from({ length: 4 }, (_, at) => [
    `p${String(at)}@x.example`,
    `Person ${String(at)}`,
  ]);
  test.each<[string, string, string]>([
    [
      'before two lists of people, though the other has more columns',
      rowsOf(['E-mail', 'Seat'], ...addresses),
      rowsOf([...header, 'Note'], ...addresses.map(([address = '', name = '']) => ['', address, name])),
    ],
    [
      'with headers in another language, not a cover with an address',
      rowsOf(['Posta elettronica', 'Nome', 'Ruolo'], ...addresses),
      rowsOf(['Exported by ops@x.example'], ['Rows', '4'], ['Date', 'Nov 28']),
    ],
    [
      'that comes first if no sheet has an address, whatever words the other has',
      rowsOf(['Ann Ames', 'Brightside'], ['Ben Bo', 'Brightside']),
      rowsOf(['Role', 'Account'], ['viewer', 'read']),
    ],
  ])('is the one %s', async (_what, one, other) => {
    expect((await written(zip(twoSheets(one, other)))).sheet).toBe('Cover');
  });

  test('is not a cover that only mentions an address', async () => {
    const cover = rowsOf(['Exported by ops@x.example'], ['Rows', '4'], ['Date', 'Nov 28']);
    const people = rowsOf(['Posta elettronica', 'Nome'], ...addresses);
    expect((await written(zip(twoSheets(cover, people)))).sheet).toBe('Data');
  });

  test('is not a hidden one if the others are empty, and the message says so', async () => {
    const sheets = twoSheets('', `<row>${cell('ann@x.example')}</row>`, 'state="hidden"');
    await expect(written(zip(sheets))).rejects.toThrow(/Hidden: “Data”\. .* unhide the sheet/);
    expect((await written(zip(sheets), { sheet: 'Data' })).rows).toEqual([['ann@x.example']]);
  });
});

describe('what is hidden in Excel', () => {
  test('hidden rows are left out and listed, or imported on request', async () => {
    const table = await fixture('hidden-rows.xlsx');
    expect(table.rows.map(([, address]) => address)).toEqual([
      'E-mail',
      'p0@agency.example',
      'p3@agency.example',
      'p5@agency.example',
    ]);
    expect(table.rowNumbers).toEqual([1, 2, 5, 7]);
    expect(table.hiddenRows).toBe(3);
    expect(table.leftOut).toEqual([{ reason: 'hiddenRows', count: 3, rowNumbers: [3, 4, 6], names: [] }]);
    const all = await fixture('hidden-rows.xlsx', { withHiddenRows: true });
    expect(all.rows).toHaveLength(7);
    expect(all).toMatchObject({ hiddenRows: 3, leftOut: [] });
  });

  test('a list of only hidden rows is rejected for that reason', async () => {
    const rows = `<row hidden="1">${cell('ann@x.example')}</row><row ht="0">${cell('ben@x.example')}</row>`;
    await expect(written(zip(workbookParts(rows)))).rejects.toThrow(/only hidden rows .* clear the filter/);
  });

  test('hidden columns are marked', async () => {
    expect((await fixture('hidden-column.xlsx')).hiddenColumns).toEqual([1]);
    expect((await fixture('hidden-rows.xlsx')).hiddenColumns).toEqual([]);
  });
});

test.each(['stray-cell-far-right.xlsx', 'stray-cells-of-solver.xlsx'])(
  'stray cells are left out and listed: %s',
  async (name) => {
    const table = await fixture(name);
    expect(table.rows).toEqual(annAndBen);
    expect(table.leftOut).toMatchObject([{ reason: 'farCells' }]);
    expect(table.leftOut[0]?.rowNumbers[0]).toBeGreaterThan(3);
  },
);

test('titles and merged headers keep their positions', async () => {
  expect((await fixture('titles-above-the-headers.xlsx')).rowNumbers).toEqual([1, 2, 4, 5, 6]);
  expect((await fixture('merged-header.xlsx')).rows[0]).toEqual(['Where', '', 'Who']);
});

describe('what cannot be read is rejected with its reason:', () => {
  const parts = workbookParts(`<row>${cell('ann@x.example')}</row>`);
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  test.each([
    [
      'a sheet that ends early',
      { ...parts, 'xl/worksheets/sheet1.xml': sheet.slice(0, -20) },
      /a program other than Excel/,
    ],
    ['an invalid sheet', { ...parts, 'xl/worksheets/sheet1.xml': 'no XML' }, /a program other than Excel/],
    [
      'an invalid number',
      workbookParts('<row r="7"><c r="C7"><v>seven</v></c></row>'),
      /row 7, column C can’t be read because it was written by a program other than Excel.* Open it in Excel, save it/,
    ],
    [
      'a sheet without its part',
      Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes('sheet1'))),
      /is missing the cells of its sheet “People”/,
    ],
    ['a text document', { 'word/document.xml': '<document/>' }, /is a Word document/],
    ['an OpenDocument sheet', { 'content.xml': '<office/>' }, /OpenDocument .* save it as \.xlsx/],
    ['a binary workbook', { 'xl/workbook.bin': '' }, /Excel binary workbook \(\.xlsb\)/],
    ['a zipped list', { 'people.csv': 'E-mail' }, /ZIP archive without an Excel workbook/],
  ])('%s', async (_what, content, message) => {
    await expect(written(zip(content))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(message) as string,
    });
  });

  test('a part that cannot be unpacked', async () => {
    const archive = readFileSync(join(import.meta.dirname, '../../../fixtures/imports/workbooks/cdata.xlsx'));
    const at = archive.indexOf('xl/worksheets/sheet1.xml') + 40;
    await expect(written(Buffer.from(archive).fill(0xff, at, at + 60))).rejects.toThrow(
      /is damaged or not an Excel workbook\. It can’t be unpacked.* let Excel repair it/,
    );
  });
});

/** The parts of a workbook of two sheets, "Cover", which is active, and "Data". @param state an attribute of the second */
function twoSheets(cover: string, data: string, state = ''): Record<string, string> {
  const parts = workbookParts(cover);
  return {
    ...parts,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Cover" r:id="rId1"/><sheet name="Data" ${state} r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet2.xml': workbookParts(data)['xl/worksheets/sheet1.xml'] ?? '',
  };
}

/** A cell without a reference. */
function cell(text: string): string {
  return textCell('', text).replace(' r=""', '');
}
