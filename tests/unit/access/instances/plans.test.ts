import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dropPlan, readPlan, readPlans, writePlan } from '../../../../main/access/instances/plans';
import { isSamePlan, type PlannedInstances } from '../../../../shared/domain/account/plannedInstances';
import { temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

const jane = { realm: 'amazon', accountId: 'A1', emailAddress: 'Jane@X.example' };
const main = { instanceId: 'amcmain', name: 'Main' };
const media = { instanceId: null, name: 'Media mix' };

describe('the plan for a person in an account', () => {
  test('is found by the address in any case, and says who planned it and when', () => {
    writePlan(store.db, jane, { wanted: [main, media], plannedAt: 5, plannedBy: 'Dana' });
    expect(readPlan(store.db, { ...jane, emailAddress: ' jane@x.EXAMPLE' })).toEqual({
      ...{ wanted: [main, media], plannedAt: 5, plannedBy: 'Dana' },
    });
  });

  test('is of one account of one realm alone', () => {
    writePlan(store.db, jane, { wanted: 'all', plannedAt: 5, plannedBy: '' });
    expect(readPlan(store.db, { ...jane, realm: 'sandbox' })).toBeNull();
    expect(readPlan(store.db, { ...jane, accountId: 'A2' })).toBeNull();
    expect(readPlans(store.db, { realm: 'amazon', accountId: 'A2' })).toEqual([]);
    expect(readPlans(store.db, jane)).toEqual(readPlans(store.db));
  });

  test('outlives a restart', () => {
    writePlan(store.db, jane, { wanted: 'all', plannedAt: 5, plannedBy: '' });
    store.reopen();
    expect(readPlan(store.db, jane)?.wanted).toBe('all');
  });

  const plan = fc.oneof(
    fc.constant<PlannedInstances>('all'),
    fc.array(
      fc.record({
        instanceId: fc.option(fc.string({ minLength: 1 })),
        name: fc.string({ minLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  );
  const step = fc.record({
    accountId: fc.constantFrom('A1', 'A2'),
    emailAddress: fc.constantFrom('jane@x.example', 'JANE@x.example', 'ben@x.example'),
    wanted: fc.option(plan),
  });

  test('is always the latest that was written, until it is dropped', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        store.db.exec('DELETE FROM planned_instances');
        const expected = new Map<string, PlannedInstances>();
        for (const [index, { accountId, emailAddress, wanted }] of steps.entries()) {
          const person = { realm: 'amazon', accountId, emailAddress };
          const key = `${accountId} ${emailAddress.toLowerCase()}`;
          if (wanted === null) {
            dropPlan(store.db, person);
            expected.delete(key);
          } else {
            writePlan(store.db, person, { wanted, plannedAt: index, plannedBy: 'Dana' });
            expected.set(key, wanted);
          }
        }
        const stored = readPlans(store.db).map(
          (each) => [`${each.accountId} ${each.address}`, each.wanted] as const,
        );
        expect(new Map(stored)).toEqual(expected);
        expect(stored).toHaveLength(expected.size);
      }),
    );
  });
});

describe('two plans are the same', () => {
  test.each<[string, PlannedInstances | null, PlannedInstances | null, boolean]>([
    ['in any order', [main, media], [media, main], true],
    ['where an instance was renamed', [main], [{ ...main, name: 'Main (old)' }], true],
    ['where only the case of a name differs', [media], [{ ...media, name: 'MEDIA MIX' }], true],
    ['not with one more', [main], [main, media], false],
    ['not where all is meant', [main], 'all', false],
    ['not where nothing is planned', null, 'all', false],
    ['where nothing is planned twice', null, null, true],
  ])('%s', (_, one, other, expected) => {
    expect(isSamePlan(one, other)).toBe(expected);
    expect(isSamePlan(other, one)).toBe(expected);
  });
});

test('“none” clears what was planned, and isn’t stored', () => {
  const own = temporaryStore();
  const key = { realm: 'sandbox', accountId: 'A1', emailAddress: 'Ada@example.com' };
  writePlan(own.db, key, { wanted: 'all', plannedAt: 1, plannedBy: 'Dana' });
  writePlan(own.db, { ...key, accountId: 'A2' }, { wanted: 'all', plannedAt: 1, plannedBy: 'Dana' });
  writePlan(own.db, key, { wanted: 'none', plannedAt: 2, plannedBy: 'Dana' });
  expect(readPlan(own.db, key)).toBeNull();
  expect(readPlans(own.db).map(({ accountId }) => accountId)).toEqual(['A2']);
  own.remove();
});
