import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Encoding } from '../../../../main/batches/tables/encoding/decoded';
import { readTable } from '../../../../main/batches/tables/readTable';
import type { Table } from '../../../../main/batches/tables/request';
import { importBench } from '../../../support/benches/importBench';
import { createEncoder } from '../../../support/fixtures/encoder';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-encodings-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A list of people in an encoding. @returns its path */
function listOf(encoding: Encoding, names: readonly string[]): string {
  const file = join(folder, 'people.csv');
  const rows = names.map((name, index) => `p${String(index)}@agency.example,${name}`);
  writeFileSync(file, createEncoder(encoding)(['E-mail,Name', ...rows].join('\r\n')));
  return file;
}
const doubtOf = async (encoding: Encoding, names: readonly string[]): Promise<Table['encodingDoubt']> => {
  const { rows, encodingDoubt } = await readTable({ file: listOf(encoding, names) }, {});
  expect(rows.slice(1).map(([, name]) => name)).toEqual(names);
  return encodingDoubt;
};

describe('a list is read without a question in', () => {
  test.each<[Encoding, readonly string[]]>([
    ['windows-1252', ['José García']],
    ['windows-1252', ['Jörg Müller', 'Ann Ames']],
    ['windows-1252', ['François Lefèvre', 'Zoë Français']],
    ['windows-1252', ['Søren Kjærgård', 'Åse Bjørnsen']],
    ['windows-1252', ['Begoña Núñez', 'Íñigo Peña', 'João Conceição']],
    ['windows-1252', ['O’Brien – Ölz', 'Straße 5 €']],
    ['windows-1250', ['Łukasz Żółć', 'Jiří Dvořák', 'Małgorzata Zając']],
    ['windows-1251', ['Иван Петров', 'Ольга Смирнова']],
    ['windows-1254', ['Ayşe Yılmaz', 'Çağla Öztürk', 'İbrahim Güneş']],
    ['macintosh', ['Jörg Müller', 'Zoë Français']],
    ['shift_jis', ['山田 太郎', '佐藤 花子']],
    ['gb18030', ['王伟', '李娜']],
    ['euc-kr', ['김민수', '이영희']],
  ])('%s: %s', async (encoding, names) => {
    const doubt = await doubtOf(encoding, names);
    expect(doubt).toMatchObject({ mustAnswer: false });
    expect(names).toContain(doubt?.text);
  });
});

describe('a person has to confirm a name that is about as likely in another encoding:', () => {
  test.each<[Encoding, string, string]>([
    ['windows-1252', 'Tõnu Mägi', 'Tőnu Mägi'],
    ['windows-1254', 'Tuğba', 'Tuđba'],
    ['windows-1252', 'Inês Simões', 'Inęs Simőes'],
    ['gb18030', '赵雷', 'ХФАЧ'],
  ])('%s: %s', async (encoding, name, other) => {
    const { encodingDoubt } = await readTable({ file: listOf(encoding, [name]) }, {});
    expect(encodingDoubt?.mustAnswer).toBe(true);
    const readings = [encodingDoubt?.text, ...(encodingDoubt?.others.map(({ text }) => text) ?? [])];
    expect(readings).toEqual(expect.arrayContaining([name, other]));
  });

  test('more names in the same encoding resolve it', async () => {
    expect(await doubtOf('windows-1254', ['Tuğba', 'Ayşe Yılmaz'])).toMatchObject({ mustAnswer: false });
  });

  test('repeating the same name adds no evidence', async () => {
    const { encodingDoubt } = await readTable(
      {
        file: listOf(
          'windows-1254',
          Array.from({ length: 50 }, () => 'Tuğba'),
        ),
      },
      {},
    );
    expect(encodingDoubt?.mustAnswer).toBe(true);
  });
});

describe('the possible readings offered', () => {
  test('are names: none has symbols, stray marks or two alphabets in a word', async () => {
    for (const [encoding, name] of [
      ['windows-1252', 'Jörg Müßig'],
      ['ibm850', 'Jürgen Größe'],
      ['windows-1252', 'Inês Simões'],
      ['macintosh', 'Jörg Müller'],
      ['shift_jis', '山田 太郎'],
      ['windows-1250', 'Łukasz Żółć'],
      ['windows-1251', 'Ёлкин'],
      ['windows-1251', 'Иван Петров'],
    ] as const) {
      const { encodingDoubt } = await readTable({ file: listOf(encoding, [name]) }, {});
      for (const { text } of encodingDoubt?.others ?? []) {
        expect(text).not.toMatch(/[\p{S}\p{C}·]|(?<![\p{L}\p{M}])\p{M}/u);
        const isMixed =
          /[a-z][\p{Script=Cyrillic}\p{Script=Greek}\p{scx=Arabic}]|[\p{Script=Cyrillic}][a-z]/iu;
        expect(text).not.toMatch(isMixed);
      }
    }
  });

  test('are empty if no other is likely', async () => {
    expect(await doubtOf('windows-1252', ['Jörg Müßig'])).toMatchObject({ others: [] });
    expect(await doubtOf('big5', ['陳志明', '林美玲'])).toMatchObject({ others: [] });
  });

  test('start with the likeliest, and show a name that differs', async () => {
    // Both encodings read the first name the same way.
    const doubt = await doubtOf('windows-1254', ['Jörg Müller', 'Işıl Şahin']);
    expect(doubt).toMatchObject({ rowNumber: 3, text: 'Işıl Şahin' });
    expect(doubt?.others[0]).toEqual({ encoding: 'windows-1252', text: 'Iþýl Þahin' });
  });
});

describe('an import', () => {
  const bench = importBench();

  test('is not blocked by an encoding that is only shown', async () => {
    const file = listOf('windows-1252', ['Jörg Müller', 'José García']);
    const { importId, questions, encodingDoubt } = await bench.imports.open(bench.batchId, { file });
    expect(questions).toEqual([]);
    expect(encodingDoubt?.text).toBe('José García');
    await bench.imports.add(bench.batchId, { importId });
    expect(bench.batches.rowsOf(bench.batchId).map(({ userName }) => userName)).toEqual([
      'Jörg Müller',
      'José García',
    ]);
  });

  test('is blocked when two encodings are about as likely, until one is selected', async () => {
    const file = listOf('windows-1254', ['Tuğba']);
    const { importId, questions } = await bench.imports.open(bench.batchId, { file });
    expect(questions).toEqual([{ kind: 'encoding' }]);
    await expect(bench.imports.add(bench.batchId, { importId })).rejects.toThrow(/more than one way/);
    await bench.imports.add(bench.batchId, { importId, encoding: 'windows-1250' });
    expect(bench.batches.rowsOf(bench.batchId).map(({ userName }) => userName)).toEqual(['Tuđba']);
  });
});
