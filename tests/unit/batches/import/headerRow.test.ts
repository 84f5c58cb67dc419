import { expect, test } from 'vitest';
import { peopleScore, surelyPeople } from '../../../../main/batches/columns/headerRow';

test('a list of people scores higher than a cover, instructions or a lookup table', () => {
  const people = peopleScore([
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
  ].map(peopleScore);
  for (const other of others) expect(other).toBeLessThan(surelyPeople);
  expect(people).toBeGreaterThanOrEqual(surelyPeople);
  // It is one even without headers.
  expect(peopleScore([['ann@x.example', 'Ann']])).toBeGreaterThanOrEqual(surelyPeople);
});
