import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { defaultSettings } from '../../../shared/domain/settings';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { row } from './support/rows';

const accountIds = Array.from({ length: 9 }, (_, index) => `A${String(index)}`);

let store: Store;
let batches: Batches;
let batchId: string;
/** The accounts that were requested, and the way to let Amazon answer for each. */
let requested: string[];
let answers: (() => void)[];

beforeEach(async () => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of accountIds) addAccount(store.db, 'c-1', accountId);
  requested = [];
  answers = [];
  batches = createBatches({
    db: store.db,
    access: {
      async refreshInvitations(accounts) {
        requested.push(...accounts.map(({ accountId }) => accountId));
        await new Promise<void>((resolve) => answers.push(resolve));
        return accounts.map((account) => ({ account, error: null }));
      },
    },
    houseRules: () => defaultSettings,
    now: Date.now,
    changed: () => undefined,
  });
  ({ batchId } = batches.create());
  const account = (accountId: string) => ({ account: { connectionId: 'c-1', accountId } });
  batches.setRows(
    batchId,
    accountIds.map((accountId, index) => ({ ...row(index + 1), ...account(accountId) })),
    [],
  );
  await batches.check(batchId);
});
afterEach(() => {
  store.remove();
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Amazon answers for all accounts that are being read. */
async function answer(): Promise<void> {
  for (const arrive of answers.splice(0)) arrive();
  await turn();
}

describe('a check against what Amazon says now', () => {
  test('reports how many of its accounts were read, and nothing after it ends', async () => {
    expect(batches.checkProgressOf(batchId)).toBeNull();
    const ended = batches.checkOnline(batchId);
    await turn();
    expect(batches.checkProgressOf(batchId)).toEqual({ done: 0, total: 9, stopped: false });
    await answer();
    expect(batches.checkProgressOf(batchId)).toEqual({ done: 4, total: 9, stopped: false });
    await answer();
    await answer();
    expect((await ended).notRead).toBe(0);
    expect(requested).toEqual(accountIds);
    expect(batches.checkProgressOf(batchId)).toBeNull();
  });

  test('starts no other account after it is stopped, and reports how many it left out', async () => {
    const ended = batches.checkOnline(batchId);
    await turn();
    batches.stopCheck(batchId);
    expect(batches.checkProgressOf(batchId)).toMatchObject({ stopped: true });
    await answer();
    const { notRead, failures } = await ended;
    expect({ notRead, failures }).toEqual({ notRead: 5, failures: [] });
    expect(requested).toEqual(accountIds.slice(0, 4));
  });

  test('continues when another batch’s check is stopped, or a stop finds no check', async () => {
    batches.stopCheck(batchId);
    const ended = batches.checkOnline(batchId);
    await turn();
    batches.stopCheck(batches.create().batchId);
    for (let round = 0; round < 3; round += 1) await answer();
    expect((await ended).notRead).toBe(0);
  });
});
