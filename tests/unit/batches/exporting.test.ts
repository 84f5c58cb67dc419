import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importHandlers, type BatchFileHandlers } from '../../../main/ipc/batchImports';
import { listAccounts } from '../../../main/access/accounts';
import { readTable } from '../../../main/batches/tables/readTable';
import { writeTable } from '../../../main/batches/tables/writeTable';
import { importBench } from '../../support/benches/importBench';
import { readWorkbook } from '../../support/fixtures/workbook';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-export-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Without lone surrogates, which UTF-8 does not have. */
const asUtf8 = (text: string): string => Buffer.from(text).toString();

/** Cells from somebody who wants to break something. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '=',
      '-',
      '＝',
      '\t',
      '\n',
      '\r',
      '"',
      ',',
      ';',
      ' ',
      'a',
      '_x0041_',
      '&',
      '<',
      '\u0001',
    ),
  }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    "'=1+1",
    "''=1+1",
    'ＡＢ',
    '👩‍💻',
    '\uD800',
    '\uFEFF',
  ),
);

describe.each(['csv', 'xlsx'] as const)('a table as %s', (format) => {
  test('is read exactly as it was written, whatever its cells contain', { timeout: 60_000 }, async () => {
    const file = join(folder, `table.${format}`);
    const row = fc.tuple(fc.constant('row'), hostile, hostile, hostile);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const table = [['Account', 'E-mail', 'Name', 'Note'], ...rows];
        await writeTable({ file, format, rows: table });
        const read = (await readTable({ file }, {})).rows;
        const expected = table.map((cells) => (format === 'csv' ? cells.map(asUtf8) : cells));
        expect(read.map((cells) => Array.from(table[0] ?? [], (_, at) => cells[at] ?? ''))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a batch', () => {
  const bench = importBench();
  const saving = (file: string | null): BatchFileHandlers =>
    importHandlers({
      batches: bench.batches,
      imports: bench.imports,
      accounts: (filter) => listAccounts(bench.store.db, filter),
      writeTable,
      chooseFile: () => Promise.resolve(file),
      chooseNewFile: ({ name }) => {
        suggested = name;
        return Promise.resolve(file);
      },
    });
  let suggested: string;

  const filled = async (): Promise<void> => {
    bench.account('ENTITY1', 'Copper Kettle Coffee');
    bench.account('ENTITY2', 'Bright Bikes');
    bench.account('ENTITY3', 'Bright Bikes');
    await bench.added(
      [
        ['Account', 'Email', 'Name', 'Role', 'Note', 'Instances'],
        ['ENTITY1', 'rosa@x.example', 'Rosa Lind', 'admin', '=1+1', 'all'],
        ['ENTITY2', 'jorg@x.example', 'Jörg; "J", Müßig', 'viewer', "'=1+1", 'Main; =2+2'],
        ['ENTITY3', 'jorg@x.example', ' two spaces ', 'boss', '', '=3+3'],
        ['Nowhere', 'not an address', '', '', '-5'],
      ]
        .map((row) =>
          row.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
        )
        .join('\n'),
    );
  };

  test.each(['csv', 'xlsx'] as const)('exported as %s imports again without loss', async (format) => {
    await filled();
    const file = join(folder, `batch.${format}`);
    const { batchId } = bench;
    expect(await saving(file)['batches.export']({ batchId, format })).toEqual({
      saved: true,
      fileName: `batch.${format}`,
      rows: 4,
    });
    expect(suggested).toBe(`New batch.${format}`);

    const other = bench.batches.create().batchId;
    const { preview } = await saving(file)['batches.openImport']({ batchId: other });
    expect(preview).toMatchObject({ rows: 4, added: 4, format });
    await saving(file)['batches.addImport']({
      batchId: other,
      options: { importId: preview?.importId ?? '' },
    });
    const cells = (id: string): unknown[] =>
      bench.batches
        .rowsOf(id)
        .map(({ account, accountText, emailAddress, userName, role, note, instances }) => [
          account,
          accountText,
          emailAddress,
          userName,
          role,
          note,
          instances,
        ]);
    expect(cells(other)).toEqual(cells(batchId));
  });

  test('gives a spreadsheet no formula to calculate', async () => {
    await filled();
    const csv = join(folder, 'safe.csv');
    const xlsx = join(folder, 'safe.xlsx');
    const { batchId } = bench;
    await saving(csv)['batches.export']({ batchId, format: 'csv' });
    await saving(xlsx)['batches.export']({ batchId, format: 'xlsx' });
    const text = readFileSync(csv, 'utf8');
    expect(text.startsWith('\uFEFFAccount,Email,Name,Role,Note,Instances\r\n')).toBe(true);
    expect(text).toContain(',"\'=1+1",all\r\n');
    expect(text).not.toMatch(/[,\n]"?[=+@-]/);
    const cells = Object.values(readWorkbook(readFileSync(xlsx))).flat(2);
    expect(cells.map((cell) => cell?.kind ?? 'text')).not.toContain('formula');
    expect(cells).toContainEqual({ kind: 'text', text: '=1+1' });
  });

  test('is not written when the save dialog is canceled', async () => {
    await filled();
    const { batchId } = bench;
    expect(await saving(null)['batches.export']({ batchId, format: 'csv' })).toEqual({
      saved: false,
      rows: 0,
    });
    expect(await saving(null)['batches.saveTemplate']({ format: 'xlsx' })).toEqual({ saved: false, rows: 0 });
    expect(await saving(null)['batches.openImport']({ batchId })).toEqual({ preview: null });
  });

  test.each(['csv', 'xlsx'] as const)(
    'a template as %s has our headers, and importing it empty says so',
    async (format) => {
      const file = join(folder, `template.${format}`);
      const template = await saving(file)['batches.saveTemplate']({ format });
      expect(template).toEqual({ saved: true, fileName: `template.${format}`, rows: 0 });
      expect(suggested).toBe(`AMC invitations.${format}`);
      expect((await readTable({ file }, {})).rows).toEqual([
        ['Account', 'Email', 'Name', 'Role', 'Note', 'Instances'],
      ]);
      await expect(saving(file)['batches.openImport']({ batchId: bench.batchId })).rejects.toMatchObject({
        message: expect.stringMatching(/has headers but no rows below them/) as string,
      });
    },
  );
});
