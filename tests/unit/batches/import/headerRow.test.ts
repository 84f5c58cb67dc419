import { expect, test } from 'vitest';
import { looksLikePeople } from '../../../../main/batches/columns/headerRow';

test('a list of people looks more like one than a cover, instructions or a lookup table', () => {
  const people = looksLikePeople([
    ['Team list'],
    ['Account', 'E-mail', 'Name'],
    ['A', 'ann@x.example', 'Ann'],
    ['B', '', 'Ben'],
  ]);
  const others = [
    [],
    [['Export summary'], ['Exported by ops@x.example'], ['Rows', '2']],
    [['How to fill this in'], ['Write one person a row']],
    [
      ['Role', 'Access'],
      ['viewer', 'read'],
    ],
  ].map(looksLikePeople);
  for (const other of others) expect(people).toBeGreaterThan(other);
  // Without headers it is still one.
  expect(looksLikePeople([['ann@x.example', 'Ann']])).toBeGreaterThan(Math.max(...others));
});
