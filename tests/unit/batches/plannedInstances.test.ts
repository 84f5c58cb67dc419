import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writePlan } from '../../../main/access/instances/plans';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { defaultSettings } from '../../../shared/domain/settings';
import { addListedInstances } from '../../support/fixtures/instances';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { operationFor, settle } from './support/operations';
import { row } from './support/rows';

let store: Store;
let batches: Batches;
let batchId: string;

beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  addListedInstances(store.db, { connectionId: 'c-1', accountId: 'A1' }, { Main: [], Media: [] });
  let at = 1000;
  batches = createBatches({
    db: store.db,
    access: { refreshInvitations: () => Promise.resolve([]) },
    houseRules: () => defaultSettings,
    now: () => (at += 1),
    changed: () => undefined,
  });
  ({ batchId } = batches.create());
  batches.setNotify(batchId, false);
});
afterEach(() => {
  store.remove();
});

const account = { connectionId: 'c-1', accountId: 'A1' };
const plan = (emailAddress: string, plannedAt = Date.UTC(2026, 4, 3, 12)): void => {
  writePlan(
    store.db,
    { realm: 'sandbox', accountId: 'A1', emailAddress },
    { wanted: 'all', plannedAt, plannedBy: 'Dana' },
  );
};

/** The findings of the check about instances, as `row-00001 CODE`. */
async function found(): Promise<string[]> {
  const { findings } = await batches.check(batchId);
  return findings.flatMap(({ rowId, findings: own }) =>
    own.filter(({ column }) => column === 'instances').map(({ code }) => `${rowId} ${code}`),
  );
}

describe('the instances of a batch’s rows', () => {
  test('are stored as typed, and copied with the batch', () => {
    batches.setRows(batchId, [row(1, { instances: ' main;  Mian' }), row(2)], []);
    const written = (id: string): string[] => batches.rowsOf(id).map(({ instances }) => instances);
    expect(written(batchId)).toEqual([' main;  Mian', '']);
    const copy = batches.duplicate(batchId);
    expect(written(copy.batchId)).toEqual([' main;  Mian', '']);
  });

  test('are checked against what Amazon listed, and against earlier plans', async () => {
    plan('P3@client.example');
    batches.setRows(
      batchId,
      [
        row(1, { instances: 'main; amcmedia' }),
        row(2, { instances: 'Mian' }),
        row(3, { instances: 'Main' }),
        row(4, { instances: 'all', role: 'admin' }),
      ],
      [],
    );
    expect(await found()).toEqual([
      'row-00002 INSTANCE_UNKNOWN',
      'row-00003 PLAN_REPLACED',
      'row-00004 ADMIN_NEEDS_NO_INSTANCES',
    ]);
    store.db.exec('DELETE FROM instance_lists');
    expect(await found()).toEqual(
      expect.arrayContaining(['row-00001 INSTANCES_UNCHECKED', 'row-00002 INSTANCES_UNCHECKED']),
    );
  });

  test('that vanished since the row was drafted are a conflict; in a row drafted then they aren’t', async () => {
    batches.setRows(batchId, [row(1, { instances: 'Media' })], []);
    await batches.check(batchId);
    addListedInstances(store.db, account, { Main: [] }, 2);
    await batches.check(batchId);
    expect(batches.conflictsOf(batchId)).toMatchObject([
      { rowId: 'row-00001', findings: [{ code: 'INSTANCE_UNKNOWN' }] },
    ]);
    batches.setRows(batchId, [row(1, { instances: 'Media ' })], []);
    await batches.check(batchId);
    expect(batches.conflictsOf(batchId)).toEqual([]);
  });

  test('can’t be changed once the row was sent', () => {
    batches.setRows(batchId, [row(1, { instances: 'Main' })], []);
    const operationId = operationFor(store.db, { emailAddress: 'p1@client.example' });
    store.db.prepare('UPDATE batch_rows SET operation_id = ?').run(operationId);
    settle(store.db, operationId, 'done');
    expect(() => {
      batches.setRows(batchId, [row(1, { instances: 'all' })], []);
    }).toThrow(/p1@client/);
    batches.setRows(batchId, [row(1, { instances: 'Main', position: 7 })], []);
    expect(batches.rowsOf(batchId)).toMatchObject([{ instances: 'Main', position: 7 }]);
  });

  test('stand in the dry run beside the calls, with what they replace, and change what is agreed to', async () => {
    plan('p2@client.example');
    plan('p3@client.example');
    const rows = [row(1, { instances: 'main' }), row(2, { instances: 'Media' }), row(3)];
    batches.setRows(batchId, rows, []);
    const dryRun = await batches.dryRun(batchId);
    expect(dryRun).toMatchObject({
      ...{ invitations: 3, planned: 2, accounts: [{ planned: 2 }] },
      replacedPlans: {
        count: 1,
        first: [
          {
            ...{ emailAddress: 'p2@client.example', accountName: 'Name of A1' },
            text: 'Replaces the plan from May 3, 2026: all instances.',
          },
        ],
      },
    });
    const { body, planned } = await batches.dryRunCall(batchId, { account, call: 0 });
    expect(body).not.toMatch(/main|media/i);
    expect(planned).toEqual([
      { emailAddress: 'p1@client.example', instances: 'Main', note: null },
      {
        ...{ emailAddress: 'p2@client.example', instances: 'Media' },
        note: 'Replaces the plan from May 3, 2026: all instances.',
      },
      {
        ...{ emailAddress: 'p3@client.example', instances: 'All' },
        note: 'Planned on May 3, 2026. Stays as it is.',
      },
    ]);

    const digestWith = async (instances: string): Promise<string> => {
      batches.setRows(batchId, [row(1, { instances })], []);
      return (await batches.dryRun(batchId)).agreement.digest;
    };
    expect(await digestWith('amcmain'), 'the same instance').toBe(dryRun.agreement.digest);
    expect(await digestWith('Media')).not.toBe(dryRun.agreement.digest);
    expect(await digestWith('')).not.toBe(dryRun.agreement.digest);
  });
});
