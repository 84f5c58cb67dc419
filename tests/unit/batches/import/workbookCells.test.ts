import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { Table } from '../../../../main/batches/tables/request';
import { zip, workbookParts } from '../../../support/fixtures/zip';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-cells-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A workbook with one row of cells. @param formats the cells' styles, from 1 on */
const read = (cells: string, formats: readonly string[] = [], workbook = ''): Promise<Table> => {
  const parts = workbookParts(`<row r="1">${cells}</row>`);
  const content = {
    ...parts,
    'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('<sheets>', `${workbook}<sheets>`),
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map(
        (code, at) =>
          `<numFmt numFmtId="${String(164 + at)}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
      )
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((code, at) => `<xf numFmtId="${/^\d\d$/.test(code) ? code : String(164 + at)}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>plain</t></si><si><r><t>Ann </t></r><r><rPr><b/></rPr><t>Ames</t></r></si><si><t>山田</t><rPh sb="0" eb="1"><t>ヤマダ</t></rPh></si><si><t>one_x000D_&#10;two _x005F_x0041_ _x0000_</t></si></sst>',
  };
  writeFileSync(join(folder, 'people.xlsx'), zip(content));
  return readTable({ file: join(folder, 'people.xlsx') }, {});
};
const first = async (...of: Parameters<typeof read>): Promise<string | undefined> =>
  (await read(...of)).rows[0]?.[0];

test.each([
  ['shared text', '<c t="s"><v>0</v></c>', 'plain'],
  ['text in several styles', '<c t="s"><v>1</v></c>', 'Ann Ames'],
  ['text without its phonetic reading', '<c t="s"><v>2</v></c>', '山田'],
  ['characters that XML cannot hold', '<c t="s"><v>3</v></c>', 'one\r\ntwo _x0041_ '],
  [
    'inline text',
    '<c t="inlineStr"><is><r><t>Ann</t></r><r><t xml:space="preserve"> A. </t></r></is></c>',
    'Ann A. ',
  ],
  ['the result of a formula', '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
  ['TRUE and FALSE as Excel shows them', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['an error as Excel shows it', '<c t="e"><v>#N/A</v></c>', '#N/A'],
  ['a date stored as text', '<c t="d"><v>2026-11-24T13:05:00.000Z</v></c>', '2026-11-24 13:05:00'],
])('%s', async (_what, cell, text) => {
  expect(await first(cell)).toBe(text);
});

describe('numbers', () => {
  test.each([
    ['42', '42'],
    ['-0.5', '-0.5'],
    ['1.5E-3', '0.0015'],
    ['1.2345E+8', '123450000'],
    ['1.234567890123E+14', '123456789012300'],
    ['1E21', '1000000000000000000000'],
    ['0.30000000000000004', '0.3'],
    ['007', '7'],
  ])('%s is %s', async (stored, text) => {
    const { rows, storedAsNumbers } = await read(`<c><v>${stored}</v></c>`);
    expect(rows).toEqual([[text]]);
    expect(storedAsNumbers.filter(({ doubt }) => doubt !== null)).toEqual(
      text.length > 15 ? [expect.objectContaining({ doubt: 'digits' })] : [],
    );
  });

  test('of more than 15 digits are reported, with their remaining digits', async () => {
    const { rows, storedAsNumbers } = await read('<c r="B1"><v>1.23456789012345E+16</v></c>');
    expect(rows).toEqual([['', '12345678901234500']]);
    expect(storedAsNumbers).toEqual([
      { column: 1, letters: 'B', doubt: 'digits', count: 1, rowNumbers: [1], example: '12345678901234500' },
    ]);
  });

  test.each([
    ['0000000', '12345', '0012345', 'zeros'],
    ['000-00-0000', '12345678', '012-34-5678', 'zeros'],
    ['00000', '12345', '12345', null],
  ])('in the format %s', async (format, stored, text, doubt) => {
    const { rows, storedAsNumbers } = await read(`<c s="1"><v>${stored}</v></c>`, [format]);
    expect(rows).toEqual([[text]]);
    expect(storedAsNumbers).toEqual([expect.objectContaining({ doubt, example: text, rowNumbers: [1] })]);
  });
});

describe('dates', () => {
  test.each([
    ['14', '45985', '2025-11-24'],
    ['22', '45985.5451388889', '2025-11-24 13:05:00'],
    ['20', '0.5451388889', '13:05:00'],
    ['46', '1.5', '36:00:00'],
    ['dd.mm.yyyy', '45985', '2025-11-24'],
    ['[$-407]d. mmm yy', '45985', '2025-11-24'],
    ['yyyy"年"m"月"', '45985', '2025-11-24'],
    ['14', '1', '1900-01-01'],
    ['14', '61', '1900-03-01'],
    ['#,##0 "days"', '45985', '45985'],
    ['[Red]0.00', '45985', '45985'],
    ['General', '45985', '45985'],
  ])('in the format %s: %s', async (format, stored, text) => {
    expect(await first(`<c s="1"><v>${stored}</v></c>`, [format])).toBe(text);
  });

  test('in a workbook with the 1904 date system', async () => {
    expect(await first('<c s="1"><v>44523</v></c>', ['14'], '<workbookPr date1904="1"/>')).toBe('2025-11-24');
  });
});
