import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailAddress, isEmailAddress } from '../../../shared/domain/invitation/person';

const letters = fc.string({
  unit: fc.constantFrom('a', 'Z', '9', '.', '_', '+', '-', "'", '"', '@', ' ', ',', 'ü', '\n'),
  maxLength: 12,
});
const likeAddresses = fc
  .tuple(letters, letters, letters)
  .map(([name, host, end]) => `${name}@${host}.${end}`);

test('an address is distinguished from other text as in parsing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), likeAddresses, fc.string({ unit: 'binary' })), (text) => {
      expect(isEmailAddress(text)).toBe(emailAddress.safeParse(text).success);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['  rosa@northwind.example ', true],
  [`${'a'.repeat(64)}@x.example`, true],
  [`${'a'.repeat(65)}@x.example`, false],
  [`rosa@${'a.'.repeat(120)}example`, true],
  [`rosa@${'a.'.repeat(125)}example`, false],
  ['rosa@northwind', false],
  ['Rosa <rosa@northwind.example>', false],
])('%j: %s', (text, is) => {
  expect(isEmailAddress(text)).toBe(is);
  expect(emailAddress.safeParse(text).success).toBe(is);
});
