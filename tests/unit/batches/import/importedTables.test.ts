import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewOf } from '../../../../main/batches/import/mapping/tableView';
import type { Encoding } from '../../../../main/batches/tables/encoding/decoded';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { Table } from '../../../../main/batches/tables/request';
import { writeTable } from '../../../../main/batches/tables/writeTable';
import { CodedError } from '../../../../shared/errors';
import { createEncoder } from '../../../support/fixtures/encoder';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-tables-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Names in the letters that each encoding was made for. */
const namesOf: readonly (readonly [Encoding, readonly string[]])[] = [
  ['utf-8', ['Łukasz Żółć', '王伟', 'Zoë']],
  ['utf-16le', ['Łukasz Żółć', '王伟', 'Zoë']],
  ['utf-16be', ['Łukasz Żółć', '王伟', 'Zoë']],
  ['windows-1252', ['Jörg Müller', 'Zoë Lefèvre', 'José Muñoz']],
  ['windows-1250', ['Łukasz Żółć', 'Jiří Dvořák', 'Paweł Wiśniewski']],
  ['windows-1251', ['Иван Петров', 'Анна Смирнова', 'Юлия Кузнецова']],
  ['windows-1253', ['Νίκος Παπαδόπουλος', 'Ελένη Γεωργίου', 'Μαρία Ιωάννου']],
  ['windows-1254', ['Işıl Şahin', 'Gökçe Yıldız', 'Çağrı Öztürk']],
  ['shift_jis', ['山田 太郎', '佐藤 花子', '鈴木 一郎']],
  ['gb18030', ['王伟', '李娜', '张敏']],
  ['big5', ['陳志明', '林美玲', '黃淑芬']],
  ['euc-kr', ['김민수', '이영희', '박지훈']],
];
const delimiters = [',', ';', '\t', '|', '^'] as const;
const lineEnds = ['\r\n', '\n', '\r', 'mixed'] as const;

/** As in RFC 4180: quotation marks only around cells that need them. */
const csvCell = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const written = (rows: readonly string[][], delimiter: string, lineEnd: (typeof lineEnds)[number]): string =>
  rows
    .map((row, index) => {
      const end = lineEnd === 'mixed' ? (['\r\n', '\n', '\r'][index % 3] ?? '\n') : lineEnd;
      return row.map((cell) => csvCell(cell, delimiter)).join(delimiter) + end;
    })
    .join('');

const header = ['E-mail', 'Name', 'Role', 'Note'];

describe.each(namesOf)('a table of generated rows in %s', (encoding, names) => {
  const encode = createEncoder(encoding);
  const note = fc.constantFrom('', 'a, b', 'x; y', 'say "hi"', 'two\nlines', 'p|q^r', ' spaced ');
  const rows = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom('admin', 'viewer'), note), {
    minLength: 3,
    maxLength: 20,
  });
  const cases = delimiters.flatMap((delimiter) => lineEnds.map((lineEnd) => [delimiter, lineEnd] as const));

  test.each(cases)(
    'is read as it was written, with %j between columns and %j between rows',
    async (delimiter, lineEnd) => {
      const file = join(folder, 'generated.csv');
      await fc.assert(
        fc.asyncProperty(rows, async (people) => {
          const table = [
            header,
            ...people.map(([name, role, text], index) => [`p${String(index)}@x.example`, name, role, text]),
          ];
          writeFileSync(file, encode(written(table, delimiter, lineEnd)));
          const read = await readTable({ file }, {});
          expect(read.encoding).toBe(encoding);
          expect(read.delimiter).toBe(delimiter);
          const trimmed = (all: string[][]): string[][] =>
            all.map((row) =>
              header.map((_, at) => (delimiter === '|' ? (row[at] ?? '').trim() : (row[at] ?? ''))),
            );
          expect(trimmed(read.rows)).toEqual(trimmed(table));
        }),
        { numRuns: 5 },
      );
    },
  );
});

/** Lines as people and programs leave them in files. */
const messyLine = fc.oneof(
  fc.constantFrom(
    'E-mail,Name,Role',
    'ann@x.example,Ann Ames,viewer',
    'ben@x.example,"Bo, Ben",admin',
    'cy@x.example,Cy "Cyclone",viewer',
    'dee@x.example,"Rob" Smith,viewer',
    'eva@x.example,“Lind, Eva”,admin',
    'fay@x.example,"Fay,viewer',
    'gus@x.example,Gus",viewer',
    '"hal@x.example,""Hal"",admin"',
    '| --- | --- |',
    '--- | ---',
    'Total,12',
    'Team list, November',
    ', ,',
    '',
  ),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '|', ' ', 'a', '@', '“', '”', '-', '\t'), maxLength: 20 }),
);

describe('of messy text', () => {
  test('each row is imported, or left out for a reason, or the text is rejected with a position or a remedy', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(messyLine, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.constantFrom(undefined, ',', ';', '|'),
        async (lines, lineEnd, delimiter) => {
          const read = await readTable({ text: lines.join(lineEnd) }, { delimiter }).catch(
            (thrown: unknown) => thrown,
          );
          if (read instanceof CodedError) {
            expect(read.code).toBe('INVALID_INPUT');
            expect(read.message).toMatch(/row \d+, column [A-Z]+|has no rows|Select|select|paste/);
            return;
          }
          const table = read as Table;
          const { rows, leftOut, headerRow } = await viewOf(table, {});
          const out = leftOut
            .filter(({ names }) => names.length === 0)
            .reduce((sum, { count }) => sum + count, 0);
          expect(rows.length + (headerRow === null ? 0 : 1) + out).toBe(table.rows.length);
          if (table.isPeopleList) return;
          // What a quoted cell joins is one row of several lines.
          const inCells = table.rows.flat().reduce((sum, cell) => sum + cell.split(/\r\n?|\n/).length - 1, 0);
          const empty = lines.filter((line) => line.split(table.delimiter ?? ',').every(isBlank)).length;
          const ruled = table.leftOut.reduce((sum, { count }) => sum + count, 0);
          expect(table.rows.length + inCells + empty + ruled).toBeGreaterThanOrEqual(lines.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  // Typographic quotation marks are read like straight ones.
  const isBlank = (cell: string): boolean => /^[\s"“”]*$/.test(cell);
});

test('10,000 generated rows exported as CSV are imported without loss', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0')),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', "'", '=', '“', '”', ' ', 'é'), maxLength: 8 }),
  );
  const cells = fc.sample(cell, { numRuns: 30_000, seed: 16 });
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `p${String(at)}@x.example`,
    ...cells.slice(at * 3, at * 3 + 3),
  ]);
  const file = join(folder, 'export.csv');
  await writeTable({ file, format: 'csv', rows: [header, ...rows] });
  const read = await readTable({ file }, {});
  expect(read.leftOut).toEqual([]);
  expect(read.rows.length).toBe(10_001);
  const wrong = rows.findIndex((row, at) => row.some((text, column) => read.rows[at + 1]?.[column] !== text));
  expect(wrong < 0 ? null : [rows[wrong], read.rows[wrong + 1]]).toBeNull();
});
