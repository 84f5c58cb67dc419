import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOfLine } from '../../../shared/domain/invitation/cellsOfLine';

/** The definition of a cell, as a pattern: short, but for hostile lines its time grows quadratically, or worse. */
const pattern =
  /((?:"(?:[^"\\]|\\.|"")*"|<[^<>(“„«]*>|\([^<()“„«]*\)|“[^<(“”„«]*”|„[^<(“”„«]*[“”]|«[^<(“„«»]*»|[^,;\t|，；、])*)([,;\t|，；、]|$)/g;

const byPattern = (line: string): string[][] =>
  [...line.matchAll(pattern)].map(([, text = '', separator = '']) => [text, separator]);

const ours = (line: string): string[][] => cellsOfLine(line).map(({ text, separator }) => [text, separator]);

describe('the cells of a line', () => {
  test('match the pattern, whatever the line contains', () => {
    const line = fc.string({
      unit: fc.constantFrom(...Array.from('"\\<>,;\t|，；、()“”„«»a ')),
      maxLength: 14,
    });
    fc.assert(
      fc.property(line, (text) => {
        const found = byPattern(text);
        // At the end the pattern matches once more, with nothing.
        const expected = text !== '' && found.at(-2)?.[1] === '' ? found.slice(0, -1) : found;
        expect(ours(text)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['backslashes before quotation marks', '"\\', 100_000],
    ['quotation marks', '"', 200_001],
    ['doubled marks and a backslash', '""\\"', 50_000],
    ['opened brackets', '<', 200_000],
    ['brackets with marks', '<"', 100_000],
    ['opened marks of other kinds', '“(„«', 50_000],
    ['separators', ',', 200_000],
    ['blanks', ' ', 200_000],
  ])('are found in time in 200,000 characters of %s', (_what, piece, times) => {
    const line = piece.repeat(times);
    const cells = cellsOfLine(line);
    expect(cells.map(({ text, separator }) => text + separator).join('')).toBe(line);
  });
});
