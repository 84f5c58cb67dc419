import { expect, test } from 'vitest';
import { newAccountsText } from '../../../shared/domain/redeem/newAccountsText';

test.each<[readonly string[], string]>([
  [['Copper Kettle'], 'You joined Copper Kettle.'],
  [['A', 'B'], 'You joined A and B.'],
  [['A', 'B', 'C'], 'You joined A, B and C.'],
  [['A', 'B', 'C', 'D', 'E'], 'You joined A, B, C and 2 more.'],
])('names a few accounts, and counts the rest: %o', (names, text) => {
  expect(newAccountsText(names)).toBe(text);
});

test.each([
  ['tags that a desktop would interpret', 'Shop <a href="https://evil.example">here</a>', /^[^<]*$/],
  ['line breaks', 'Shop\r\n\u2028Your password has ended', /^[^\r\n\u2028]*$/],
  ['direction marks', 'Shop \u202Eevil', /^[^\u202E]*$/],
])('an account’s name adds no %s', (_what, name, allowed) => {
  const text = newAccountsText([name]);
  expect(text).toContain('Shop');
  expect(text).toMatch(allowed);
});

test('a very long name is cut between characters', () => {
  const text = newAccountsText(['🙂'.repeat(500)]);
  expect(text).toBe(`You joined ${'🙂'.repeat(59)}….`);
});
