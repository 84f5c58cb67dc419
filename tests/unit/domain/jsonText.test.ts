import { expect, test } from 'vitest';
import { parseJsonFile } from '../../../shared/text/jsonText';

test('a JSON file is read with and without a byte order mark', () => {
  for (const text of ['{"theme":"dark"}', '\uFEFF{"theme":"dark"}', '\uFEFF\r\n{"theme":"dark"}\r\n']) {
    expect(parseJsonFile(text)).toEqual({ theme: 'dark' });
  }
});

test.each(['', '\uFEFF', '{', '\uFEFF\uFEFF{}'])('invalid JSON stays invalid: %j', (text) => {
  expect(() => parseJsonFile(text)).toThrow(SyntaxError);
});
