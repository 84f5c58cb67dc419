import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../../main/activity/activity';
import { thrownBy } from '../../support/fixtures/thrownBy';
import { activityBench } from '../../support/benches/activityBench';
import { addAccount, addConnection } from '../../support/fixtures/store';

const bench = activityBench();
const { list, people } = bench;

/** Four entries, oldest first: Ann invited, Bob invited in another account, Ann refused, Cy revoked in doubt. */
function fourEntries(): void {
  const common: Partial<NewEntry> = {
    accountId: 'A',
    accountName: 'Copper Kettle',
    actor: 'Dana <dana@example.com>',
  };
  bench.record([
    { ...common, at: 1000, userName: 'Ann', emailAddress: 'ann@example.com', invitationId: 'inv-1' },
    { ...common, at: 2000, userName: 'Bob', accountId: 'B', accountName: 'Blue 100% Tea', actor: 'Omar' },
    {
      ...common,
      at: 3000,
      userName: 'Ann',
      emailAddress: 'ann@example.com',
      action: 'resend',
      result: 'failed',
    },
    { ...common, at: 4000, userName: 'Cy', action: 'revoke', result: 'inDoubt', amazonRequestId: 'req_7' },
  ]);
}

describe('the activity', () => {
  test('is empty at first, and shows everything added to it', () => {
    expect(list()).toEqual({ entries: [], total: 0 });
    bench.record([{ at: 5, detail: 'INVALID_ARGUMENT: no', amazonRequestId: 'req-1', invitationId: null }]);
    expect(list()).toMatchObject({
      total: 1,
      entries: [
        { at: 5, detail: 'INVALID_ARGUMENT: no', requestId: 'req-1', invitationId: null, actor: 'Dana' },
      ],
    });
  });

  test('comes newest first, even after the clock was set back, in pages with the total', () => {
    bench.record([1, 2, 3].map((n) => ({ at: 1000 - n, userName: `Person ${n}` })));
    expect(people()).toEqual(['Person 3', 'Person 2', 'Person 1']);
    expect(people({ limit: 1, offset: 1 })).toEqual(['Person 2']);
    expect(list({ limit: 2 }).total).toBe(3);
    expect(list({ limit: 2, offset: 2 }).total).toBe(3);
    expect(list({ limit: 2, offset: 9 })).toEqual({ entries: [], total: 3 });
  });

  test.each([
    ['who acted', { actor: 'Omar' }, ['Bob']],
    ['what was asked for', { actions: ['revoke', 'resend'] }, ['Cy', 'Ann']],
    ['how it ended', { results: ['failed'] }, ['Ann']],
    ['none of the results', { results: [] }, []],
    ['when: from a moment on', { from: 3000 }, ['Cy', 'Ann']],
    ['when: before a moment', { to: 3000 }, ['Bob', 'Ann']],
    ['the person', { search: 'ANN@' }, ['Ann', 'Ann']],
    ['the account’s name, not as a pattern', { search: '100% t' }, ['Bob']],
    ['the account’s id', { search: 'b', actor: 'Omar' }, ['Bob']],
    ['an invitation', { search: ' inv-1 ' }, ['Ann']],
    ['Amazon’s request id', { search: 'req_7' }, ['Cy']],
    ['blanks, which are no search', { search: '  ' }, ['Cy', 'Ann', 'Bob', 'Ann']],
    ['several at once', { search: 'ann', results: ['failed'], from: 3000, to: 3001 }, ['Ann']],
    ['what is nowhere', { search: "' OR 1=1 --" }, []],
  ] as const)('can be filtered by %s', (_name, filter, found) => {
    fourEntries();
    expect(people(filter)).toEqual(found);
    expect(list(filter).total).toBe(found.length);
    // Each page returns the same total.
    for (let offset = 0; offset <= found.length; offset += 1) {
      expect(list({ ...filter, limit: 1, offset }).total).toBe(found.length);
    }
  });

  test('of an account is the same through each connection; other realms are separate', () => {
    for (const id of ['c-1', 'c-2']) {
      addConnection(bench.store.db, id);
      addAccount(bench.store.db, id, 'A');
    }
    addConnection(bench.store.db, 'c-3', 'amazon');
    addAccount(bench.store.db, 'c-3', 'A', 'amazon');
    fourEntries();
    for (const connectionId of ['c-1', 'c-2']) {
      expect(people({ accounts: [{ connectionId, accountId: 'A' }] })).toEqual(['Cy', 'Ann', 'Ann']);
    }
    expect(people({ accounts: [{ connectionId: 'c-3', accountId: 'A' }] })).toEqual([]);
    expect(people({ accounts: [] })).toEqual([]);
  });

  test('still shows accounts that nobody can reach; filtering by one is rejected', () => {
    fourEntries();
    expect(list().total).toBe(4);
    const error = thrownBy(() => list({ accounts: [{ connectionId: 'gone', accountId: 'A' }] }));
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });
});
