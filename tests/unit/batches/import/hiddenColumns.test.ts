import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  shownColumns,
  inShownOrder,
} from '../../../../renderer/features/batches/importing/columns/shownColumns';
import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { importBench } from '../../../support/benches/importBench';
import { textCell, workbookParts, zip } from '../../../support/fixtures/zip';

const bench = importBench();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-hidden-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Opens a workbook some of whose columns (1 is the first) are hidden. */
function opened(rows: readonly string[][], hidden: readonly number[]): Promise<ImportPreview> {
  const parts = workbookParts(
    rows
      .map((row, at) => {
        const cells = row.map((text, column) =>
          textCell(`${'ABCDEF'.charAt(column)}${String(at + 1)}`, text),
        );
        return `<row r="${String(at + 1)}">${cells.join('')}</row>`;
      })
      .join(''),
  );
  const columns = hidden.map((at) => `<col min="${String(at)}" max="${String(at)}" hidden="1"/>`).join('');
  const sheet = 'xl/worksheets/sheet1.xml';
  const file = join(folder, 'people.xlsx');
  const content = (parts[sheet] ?? '').replace('<sheetData>', `<cols>${columns}</cols><sheetData>`);
  writeFileSync(file, zip({ ...parts, [sheet]: content }));
  return bench.imports.open(bench.batchId, { file });
}

test('a visible column is preferred to a hidden one, which comes last, is marked, and is listed as left out', async () => {
  const preview = await opened(
    [
      ['E-mail', 'Name', 'E-mail', 'Name'],
      ['old@agency.example', 'Ann Old', 'ann@agency.example', 'Ann Ames'],
      ['gone@agency.example', 'Ben Old', 'ben@agency.example', 'Ben Bo'],
    ],
    [1, 2],
  );
  expect(preview.mapping).toMatchObject({ emailAddress: 2, userName: 3 });
  expect(preview.questions).toEqual([]);
  expect(shownColumns(preview).map(({ label }) => label)).toEqual([
    'E-mail (column C)',
    'Name (column D)',
    'E-mail (column A) (hidden)',
    'Name (column B) (hidden)',
  ]);
  expect(preview.leftOut).toEqual([
    {
      reason: 'hiddenColumns',
      count: 2,
      rowNumbers: [],
      names: ['E-mail (column A)', 'Name (column B)'],
    },
  ]);
});

test('a hidden column is used if no other has its content, and then isn’t left out', async () => {
  const preview = await opened(
    [
      ['E-mail', 'Name'],
      ['ann@agency.example', 'Ann Ames'],
    ],
    [1],
  );
  expect(preview.mapping).toMatchObject({ emailAddress: 0, userName: 1 });
  expect(preview.leftOut).toEqual([]);
  expect(shownColumns(preview).map(({ index, label }) => [index, label])).toEqual([
    [1, 'Name'],
    [0, 'E-mail (hidden)'],
  ]);
});

test('the same applies without headers', async () => {
  const preview = await opened(
    [
      ['Ann Old', 'Ann Ames', 'ann@agency.example'],
      ['Ben Old', 'Ben Bo', 'ben@agency.example'],
    ],
    [1],
  );
  expect(preview.mapping).toMatchObject({ emailAddress: 2, userName: 1 });
});

test('the answers to the address question list hidden columns last', async () => {
  const preview = await opened(
    [
      ['Owner', 'Manager'],
      ['ann@agency.example', 'ben@agency.example'],
      ['cy@agency.example', 'dee@agency.example'],
    ],
    [1],
  );
  expect(preview.questions).toEqual([{ kind: 'addressColumn', columns: [0, 1] }]);
  expect(inShownOrder(preview, [0, 1]).map(({ label }) => label)).toEqual(['Manager', 'Owner (hidden)']);
});
