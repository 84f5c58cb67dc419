import { expect, test } from 'vitest';
import { toRow } from '../../bench/results/results';
import { tableOf } from '../../bench/results/table';

test('the table shows figures with their units in aligned columns, and highlights missed targets', () => {
  const rows = [
    toRow({ name: 'launch', unit: 'ms', values: [1234], baselines: [1000], target: { more: 500 } }),
    toRow({ name: 'a longer name', unit: 'MB', values: [12.34], target: { atMost: 10 } }),
    toRow({ name: 'gap', unit: 'ms', values: [1] }),
  ];
  expect(tableOf(rows)).toBe(
    [
      'measured         value  baseline   ratio   target  met',
      'launch         1234 ms   1000 ms  1.23 x  1500 ms  yes',
      'a longer name  12.3 MB                    10.0 MB   NO',
      'gap             1.0 ms',
    ].join('\n'),
  );
});
