import { expect, test } from 'vitest';
import { furtherBatches, refuseTooMany } from '../../../../main/batches/import/furtherBatches';
import { furtherBatchesText } from '../../../../renderer/features/batches/importing/importText';
import { importBench } from '../../../support/benches/importBench';

const bench = importBench();
const people = (count: number): string =>
  [
    'Name,E-mail',
    ...Array.from({ length: count }, (_, at) => `Person ${String(at)},p${String(at)}@x.example`),
  ].join('\n');

test('rows that don’t fit in one batch go into additional ones, as the preview says', async () => {
  const { batches, imports, batchId } = bench;
  batches.rename(batchId, 'Fair');
  batches.create('Fair (2)');
  const { importId, added, furtherBatches: further } = await bench.pasted(people(30_500));
  expect(added).toBe(30_500);
  expect(further).toEqual([{ name: 'Fair (3)', rows: 10_500 }]);
  expect(furtherBatchesText({ added, furtherBatches: further })).toBe(
    '30,500 rows: the first 20,000 go into this batch, the other 10,500 into a new batch “Fair (3)”.',
  );
  const before = batches.list().length;
  await expect(imports.add(batchId, { importId })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(/can’t hold all 30,500 rows\. Go back to the review/) as string,
  });
  expect(batches.list()).toHaveLength(before);

  const done = await imports.add(batchId, { importId, furtherBatches: further });
  expect(done).toMatchObject({
    added: 30_500,
    furtherBatches: [{ name: 'Fair (3)', counts: { rows: 10_500 } }],
  });
  const here = batches.rowsOf(batchId);
  const there = batches.rowsOf(done.furtherBatches[0]?.batchId ?? '');
  expect(here).toHaveLength(20_000);
  expect(here.at(-1)?.emailAddress).toBe('p19999@x.example');
  expect(there[0]).toMatchObject({ emailAddress: 'p20000@x.example', source: { rowNumber: 20_002 } });
  expect(there.at(-1)?.emailAddress).toBe('p30499@x.example');
}, 60_000);

test('after a failure nothing was added anywhere, and it can be retried', async () => {
  const { batches, imports, batchId, store } = bench;
  store.db.exec(`CREATE TRIGGER full BEFORE INSERT ON batch_rows WHEN new.email_address = 'p19999@x.example'
    BEGIN SELECT raise(ABORT, 'no room'); END`);
  const { importId, furtherBatches: further } = await bench.pasted(people(20_100));
  await expect(imports.add(batchId, { importId, furtherBatches: further })).rejects.toThrow('no room');
  expect(batches.list().map(({ counts }) => counts.rows)).toEqual([0]);
  store.db.exec('DROP TRIGGER full');
  const done = await imports.add(batchId, { importId, furtherBatches: further });
  expect(done.furtherBatches.map(({ counts }) => counts.rows)).toEqual([100]);
}, 60_000);

test('a batch with rows accepts what still fits, a full one nothing', () => {
  const of = (present: number): unknown => furtherBatches(25_000, { present, name: 'Fair', names: ['Fair'] });
  expect(of(0)).toEqual([{ name: 'Fair (2)', rows: 5000 }]);
  expect(of(16_000)).toEqual([
    { name: 'Fair (2)', rows: 20_000 },
    { name: 'Fair (3)', rows: 1000 },
  ]);
  const full = furtherBatches(10, { present: 20_000, name: 'x'.repeat(120), names: [] });
  expect(full).toEqual([{ name: `${'x'.repeat(116)} (2)`, rows: 10 }]);
  expect(furtherBatchesText({ added: 10, furtherBatches: full })).toMatch(
    /^10 rows: this batch is full, so they go/,
  );
  expect(furtherBatches(10, { present: 19_990, name: 'Fair', names: [] })).toEqual([]);
});

test('more than the import limit is rejected', () => {
  expect(() => refuseTooMany(250_000, 1)).not.toThrow();
  expect(() => refuseTooMany(250_001, 1)).toThrow(
    /250,001 rows, but you can add at most 250,000.* Split the file/,
  );
  expect(() => refuseTooMany(250_001, 2)).toThrow(/Select fewer accounts/);
});
