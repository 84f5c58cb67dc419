import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameInFile } from '../../../main/batches/nameInFile';
import { exportFileName } from '../../../main/exporting/invitations/fileName';
import { fileNamePart } from '../../../main/files/fileNamePart';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('漢', 'ü', '👩‍👩‍👧‍👦', '.', ' ', '/', '\ud83d'), maxLength: 200 }),
  fc.constantFrom('CON', 'nul', ' COM1 ', 'lpt9.x', 'AUX .', 'prn', 'COM²', '..', '. .'),
);

/** The requirements of Linux and macOS (255 bytes), Windows' characters, extensions and devices, and well-formed text. */
function expectUsable(name: string): void {
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]/u);
  expect(name).not.toMatch(/^\s|^\.|[\s.]$/);
  expect(name).not.toMatch(/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i);
}

describe('a name for a file', () => {
  test('can be used on every system, whatever a batch is called or filtered by', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (batch, parts) => {
        expectUsable(`${nameInFile(batch)}.csv`);
        expectUsable(exportFileName(parts, Date.UTC(2026, 10, 24), 'xlsx'));
      }),
    );
  });

  test.each([
    ['Spring 2026', 'Spring 2026'],
    ['a/b: c?', 'a b c'],
    ['v1.2', 'v1 2'],
    ['Größe', 'Größe'],
    ['हिन्दी', 'हिन्दी'],
    ['CON', 'Batch CON'],
    ['com1', 'Batch com1'],
    ['Console', 'Console'],
    ['...', 'Batch'],
    ['漢'.repeat(120), '漢'.repeat(50)],
  ])('of the batch “%s” is “%s”', (batch, name) => {
    expect(nameInFile(batch)).toBe(name);
  });

  test('is never cut inside a character, or after part of an emoji', () => {
    const composed = 'é'.normalize('NFD');
    expect(fileNamePart(`ab${composed}`, 3)).toEqual({ part: 'ab', cut: true });
    expect(fileNamePart(`ab${composed}`, 5)).toEqual({ part: `ab${composed}`, cut: false });
    expect(fileNamePart('❤️', 100)).toEqual({ part: '', cut: false });
  });

  test('keeps the filter readable', () => {
    expect(fileNamePart('Pending, “acme”, expiring', 80).part).toBe('Pending, acme, expiring');
  });
});
