import { describe, expect, test } from 'vitest';
import {
  addressQuestionText,
  columnLabel,
  columnsText,
  encodingText,
  furtherBatchesText,
  hiddenRowsLabel,
  leftOutText,
  rowNumbersText,
  rowsElsewhereText,
  severalPeopleText,
  sheetLabel,
  storedAsNumbersText,
  topRowText,
  viewerOnlySummary,
  viewerOnlyText,
} from '../../../../../renderer/features/batches/importing/importText';
import type { ImportLeftOut, ImportPreview } from '../../../../../shared/domain/batch/batchImport';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 2);

describe('what was left out', () => {
  test.each<[ImportLeftOut['reason'], string, string]>([
    ['hiddenRows', '1 hidden row', '1,200 hidden rows'],
    ['hiddenColumns', '1 hidden column', '1,200 hidden columns'],
    ['hiddenSheets', '1 hidden sheet', '1,200 hidden sheets'],
    [
      'farCells',
      '1 row with cells far to the right of the list',
      '1,200 rows with cells far to the right of the list',
    ],
    ['aboveHeader', '1 row above the column headers', '1,200 rows above the column headers'],
    ['totals', '1 row of totals', '1,200 rows of totals'],
    ['repeatedHeaders', '1 repeated header row', '1,200 repeated header rows'],
    ['emptyColumns', '1 empty column', '1,200 empty columns'],
    ['ruleLines', '1 line of rules', '1,200 lines of rules'],
    ['duplicates', '1 row identical to another row', '1,200 rows identical to another row'],
  ])('%s: one, and many', (reason, one, many) => {
    const leftOut = { reason, rowNumbers: [], names: [] };
    expect(leftOutText({ ...leftOut, count: 1 }).what).toBe(one);
    expect(leftOutText({ ...leftOut, count: 1200 }).what).toBe(many);
  });

  test('is shown with its row, and its name if it has one', () => {
    const where = (leftOut: Partial<ImportLeftOut>): string =>
      leftOutText({ reason: 'totals', count: 1, rowNumbers: [], names: [], ...leftOut }).where;
    expect(where({ rowNumbers: [7] })).toBe('Row 7');
    expect(where({ count: 3, rowNumbers: [4, 5, 1009] })).toBe('Rows 4, 5, 1009');
    expect(where({ reason: 'hiddenSheets', count: 2, names: ['Lists', '_cfg'] })).toBe('“Lists”, “_cfg”');
    expect(where({})).toBe('');
  });

  test('says that there are more than it lists', () => {
    expect(rowNumbersText(numbers(20), 20)).toBe(`Rows ${numbers(20).join(', ')}`);
    expect(rowNumbersText(numbers(21), 21)).toBe(`Rows ${numbers(20).join(', ')}, …`);
    const names = numbers(20).map((number) => `Sheet ${String(number)}`);
    const { where } = leftOutText({ reason: 'hiddenSheets', count: 30, rowNumbers: [], names });
    expect(where).toMatch(/“Sheet 21”, …$/);
    expect(leftOutText({ reason: 'hiddenSheets', count: 20, rowNumbers: [], names }).where).toMatch(/21”$/);
  });
});

test('a row at the top is shown without its empty cells', () => {
  expect(topRowText({ rowNumber: 3, cells: ['', 'Kunde', ' ', 'E-Mail'] })).toBe('Row 3: Kunde | E-Mail');
});

describe('the question about addresses', () => {
  test.each([
    [1, /^This column looks like the addresses of someone else/, ''],
    [2, /^2 columns hold email addresses/, 'Both: each address is a person to invite'],
    [3, /^3 columns hold email addresses/, 'All of them: each address is a person to invite'],
  ])('of %i columns', (columns, title, allLabel) => {
    const text = addressQuestionText(columns);
    expect(text.title).toMatch(title);
    expect(text.allLabel).toBe(allLabel);
    expect(text.noneLabel).not.toBe('');
  });
});

describe('several people in a row', () => {
  test.each([
    [{ rows: 1, people: 2, rowNumbers: [4] }, '1 row has several addresses and becomes 2 people (Row 4).'],
    [
      { rows: 2, people: 5, rowNumbers: [4, 9] },
      '2 rows have several addresses and become 5 people (Rows 4, 9).',
    ],
  ])('%j', (severalPeople, text) => {
    expect(severalPeopleText(severalPeople)).toBe(text);
  });

  test('and joined names are mentioned above the columns, only if there are any', () => {
    const mapping = {
      ...{ account: null, emailAddress: 0, moreAddresses: [], userName: null },
      ...{ givenName: null, familyName: null, role: null, note: null, instances: null },
    };
    const none = { rows: 0, people: 0, rowNumbers: [] };
    const text = (preview: Partial<ImportPreview>): string =>
      columnsText({ mapping, severalPeople: none, ...preview } as ImportPreview);
    expect(text({})).toMatch(/aren’t imported\.$/);
    expect(text({ mapping: { ...mapping, givenName: 1, familyName: 2 } })).toMatch(/names are joined\.$/);
    expect(text({ mapping: { ...mapping, familyName: 2 } })).not.toContain('joined');
    expect(text({ severalPeople: { rows: 1, people: 2, rowNumbers: [4] } })).toMatch(/2 people \(Row 4\)\.$/);
  });
});

describe('an encoding that was guessed', () => {
  const doubt = { rowNumber: 1203, text: 'Jörg', mustAnswer: false, others: [] };
  const others = [{ encoding: 'windows-1250' as const, text: 'Jőrg' }];

  test('is only shown if no other is likely', () => {
    const { header, label } = encodingText(doubt, 'Windows-1252 (Western)');
    expect(header).toBe('');
    expect(label).toContain('Windows-1252 (Western) fits best: row 1203 reads “Jörg”.');
    expect(label).toContain('select another encoding below');
  });

  test('can be changed if others are likely, and is a question if one is as likely', () => {
    const shown = encodingText({ ...doubt, others }, 'Windows-1252 (Western)');
    expect(shown).toMatchObject({ header: 'Check how names read', label: 'How should row 1203 read?' });
    expect(shown.description).toContain('The first reading fits best.');
    const text = encodingText({ ...doubt, others, mustAnswer: true }, 'Windows-1252 (Western)');
    expect(text.header).toBe('Are these names right?');
    expect(text.description).not.toContain('fits best');
  });
});

describe('accounts in which you are a viewer', () => {
  const account = (rows: number, isViewerOnly: boolean, match = 'id'): ImportPreview['accounts'][number] =>
    ({ rows, isViewerOnly, match }) as ImportPreview['accounts'][number];

  test('are marked with their rows', () => {
    expect(viewerOnlyText(1)).toBe('Viewer only: you can’t invite people here (1 row)');
    expect(viewerOnlyText(42)).toContain('(42 rows)');
  });

  test('are summarized, without those that are only similar', () => {
    expect(viewerOnlySummary([account(3, false)])).toBe('');
    expect(viewerOnlySummary([account(1, true), account(3, false)])).toMatch(
      /^You’re a viewer in 1 account of this file, so 1 row can’t be sent\./,
    );
    expect(viewerOnlySummary([account(2, true), account(3, true), account(9, true, 'similar')])).toMatch(
      /^You’re a viewer in 2 accounts of this file, so 5 rows can’t be sent\./,
    );
  });
});

describe('rows that don’t fit in one batch', () => {
  test.each([
    [
      30_500,
      [{ name: 'Fair (2)', rows: 10_500 }],
      '30,500 rows: the first 20,000 go into this batch, the other 10,500 into a new batch “Fair (2)”.',
    ],
    [
      45_000,
      [
        { name: 'Fair (2)', rows: 20_000 },
        { name: 'Fair (3)', rows: 5000 },
      ],
      '45,000 rows: the first 20,000 go into this batch, the other 25,000 into new batches: 20,000 into “Fair (2)”, 5,000 into “Fair (3)”.',
    ],
    [
      1,
      [{ name: 'Fair (2)', rows: 1 }],
      '1 row: this batch is full, so it goes into a new batch “Fair (2)”.',
    ],
  ])('%i before', (added, furtherBatches, text) => {
    expect(furtherBatchesText({ added, furtherBatches })).toBe(text);
  });

  test('and afterwards', () => {
    const batch = (rows: number) => ({ counts: { rows } });
    expect(rowsElsewhereText([batch(1)])).toBe('This batch is full, so 1 row went into another batch');
    expect(rowsElsewhereText([batch(20_000), batch(500)])).toBe(
      'This batch is full, so 20,500 rows went into 2 other batches',
    );
  });
});

test('hidden sheets, columns and rows are marked', () => {
  expect(sheetLabel({ name: 'Lists', isHidden: true })).toBe('Lists (hidden)');
  expect(sheetLabel({ name: 'People', isHidden: false })).toBe('People');
  expect(columnLabel('Name', true)).toBe('Name (hidden)');
  expect(columnLabel('Name', false)).toBe('Name');
  expect(hiddenRowsLabel(1)).toBe('Include 1 hidden row');
  expect(hiddenRowsLabel(1200)).toBe('Include 1,200 hidden rows');
});

describe('numbers that may have lost digits', () => {
  test.each([
    ['digits', /digits after the 15th may be lost$/],
    ['zeros', /zeros before it come from the cell format$/],
    [null, /zeros before it may be lost$/],
  ] as const)('%s', (doubt, reason) => {
    const found = {
      ...{ column: 0, letters: 'A', doubt, count: 1, rowNumbers: [4], example: '123456789012345600' },
    };
    const { what, where } = storedAsNumbersText(found);
    expect(what).toMatch(/^Column A, 1 cell, such as 123456789012345600: stored as a number; /);
    expect(what).toMatch(reason);
    expect(where).toBe('Row 4');
    expect(storedAsNumbersText({ ...found, count: 3, rowNumbers: [4, 5, 6] }).what).toContain(', 3 cells, ');
  });
});
