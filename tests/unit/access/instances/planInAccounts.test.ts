import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planInAccounts } from '../../../../main/access/instances/planInAccounts';
import { writePlan } from '../../../../main/access/instances/plans';
import { addListedInstances } from '../../../support/fixtures/instances';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
const [a1, a2, a3] = ['A1', 'A2', 'A3'].map((accountId) => ({ connectionId: 'c-1', accountId })) as [
  { connectionId: string; accountId: string },
  { connectionId: string; accountId: string },
  { connectionId: string; accountId: string },
];
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const { accountId } of [a1, a2, a3]) addAccount(store.db, 'c-1', accountId);
  addListedInstances(store.db, a1, { Main: [], Sandbox: [] }, 7);
  addListedInstances(store.db, a2, { Sandbox: [] }, 8);
});
afterEach(() => {
  store.remove();
});

const plan = (instances: string, emailAddresses: string[] = []) =>
  planInAccounts(store.db, { accounts: [a1, a2, a3], emailAddresses, instances });

describe('a text about instances in several accounts', () => {
  test('means in each what Amazon listed there; a name that one lacks is its fault, a list never read isn’t', () => {
    expect(plan('main').accounts).toMatchObject([
      { account: a1, asOf: 7, plan: [{ instanceId: 'amcmain', name: 'Main' }], faults: [] },
      {
        ...{ account: a2, asOf: 8, plan: null },
        faults: [
          'Name of A2 has no instance named “main”. It has Sandbox. Correct it, or read the account’s instances again.',
        ],
      },
      { account: a3, known: null, asOf: null, plan: [{ instanceId: null, name: 'main' }], faults: [] },
    ]);
    expect(plan('all').accounts.map(({ plan: own }) => own)).toEqual(['all', 'all', 'all']);
    expect(plan('').accounts.map(({ plan: own, faults }) => [own, faults])).toEqual(
      Array.from({ length: 3 }, () => [null, []]),
    );
  });

  test('replaces earlier plans of these people that differ, and lists them; it writes nothing', () => {
    const jane = { realm: 'sandbox', emailAddress: 'jane@x.example' };
    const earlier = { plannedAt: Date.UTC(2026, 4, 3, 12), plannedBy: 'Dana' };
    writePlan(store.db, { ...jane, accountId: 'A1' }, { ...earlier, wanted: 'all' });
    writePlan(
      store.db,
      { ...jane, accountId: 'A2' },
      { ...earlier, wanted: [{ instanceId: 'amcsandbox', name: 'Sandbox' }] },
    );
    expect(plan('Sandbox', ['JANE@x.example', 'ben@x.example']).replaced).toEqual({
      count: 1,
      first: [
        {
          ...{ emailAddress: 'jane@x.example', accountName: 'Name of A1' },
          text: 'Replaces the plan from May 3, 2026: all instances.',
        },
      ],
    });
    expect(plan('Sandbox', ['ben@x.example']).replaced.count).toBe(0);
    expect(plan('', ['jane@x.example']).replaced.count).toBe(0);
  });

  test('is refused for an account that isn’t known', () => {
    const accounts = [{ connectionId: 'c-1', accountId: 'A9' }];
    expect(() => planInAccounts(store.db, { accounts, emailAddresses: [], instances: 'all' })).toThrow(/A9/);
  });
});
