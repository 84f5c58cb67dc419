import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInstances, type Instances } from '../../../../main/access/instances/instances';
import { writeInstancesProblem } from '../../../../main/access/instances/instanceFacts';
import { listAccounts } from '../../../../main/access/accounts';
import { createPaces } from '../../../../main/amazonAds/pacing/paces';
import {
  clientTo,
  startLoopbackAmazon,
  type Arrived,
  type LoopbackAmazon,
  type Reply,
} from '../../../support/amazon/loopbackAmazon';
import { addListedInstances } from '../../../support/fixtures/instances';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const day = 24 * 60 * 60_000;
const account = { connectionId: 'c-1', accountId: 'A1' };
const second = { connectionId: 'c-1', accountId: 'A2' };

let store: Store;
let amazon: LoopbackAmazon;
let reply: (request: Arrived) => Reply | Promise<Reply>;
let signedIn: string[];
let clock: number;
let instances: Instances;

beforeEach(async () => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const id of ['A1', 'A2']) addAccount(store.db, 'c-1', id);
  store.db.exec('UPDATE ways_in SET can_invite = 1');
  reply = () => ({ json: { instances: [listed('Main', 'DISPLAY')] } });
  amazon = await startLoopbackAmazon((request) => reply(request));
  signedIn = ['c-1', 'c-2'];
  clock = 100 * day;
  instances = createInstances({
    db: store.db,
    clientOf: () => Promise.resolve(clientTo(amazon.origin)),
    paces: createPaces(
      { now: () => clock, monotonic: () => performance.now(), random: () => 0 },
      () => undefined,
    ),
    now: () => clock,
    changed: () => undefined,
    signedIn: () => signedIn,
  });
});
afterEach(async () => {
  instances.stop();
  await amazon.stop();
  store.remove();
});

const listed = (name: string, ...advertiserTypes: string[]): object => ({
  instanceId: `amc${name.toLowerCase()}`,
  instanceName: name,
  creationStatus: 'COMPLETED',
  advertiserTypes,
});
const arrivedFor = (): unknown[] =>
  amazon.arrived.map(({ headers }) => headers['amazon-advertising-api-advertiserid']);
const namesOf = (ref = account): string[] | null =>
  instances.known(ref).instances?.map(({ name }) => name) ?? null;
const isMarked = (accountId = 'A1'): boolean | undefined =>
  listAccounts(store.db, {}).find((each) => each.accountId === accountId)?.sponsoredAdsOnly;

describe('the instances of an account', () => {
  test('are unknown before an admin’s first list, then all that Amazon listed, by name, with kind, status and age', async () => {
    expect(instances.known(account)).toEqual({ instances: null, asOf: null, error: null });
    reply = () => ({
      json: { instances: [listed('Retail', 'sponsored_ads'), listed('Main', 'DISPLAY', 'SAS')] },
    });
    await instances.read([account]);
    expect(instances.known(account)).toEqual({
      instances: [
        {
          instanceId: 'amcmain',
          name: 'Main',
          kind: 'standard',
          types: ['DISPLAY', 'SAS'],
          status: 'COMPLETED',
        },
        {
          instanceId: 'amcretail',
          name: 'Retail',
          kind: 'ads',
          types: ['sponsored_ads'],
          status: 'COMPLETED',
        },
      ],
      asOf: clock,
      error: null,
    });
    expect(namesOf(second)).toBeNull();
  });

  test('stay as they are, with their age, when a later reading fails', async () => {
    await instances.read([account]);
    const readAt = clock;
    clock += 5;
    reply = () => ({ status: 403, json: { code: '403', details: 'No access' } });
    await instances.read([account]);
    expect(instances.known(account)).toMatchObject({
      instances: [{ name: 'Main' }],
      asOf: readAt,
      error: { code: 'FORBIDDEN' },
    });
  });

  test('aren’t what a viewer can open', async () => {
    store.db.exec('UPDATE ways_in SET can_invite = 0');
    await instances.read([account]);
    expect(namesOf()).toBeNull();
    expect(instances.mine().map((each) => each.instances.length)).toEqual([1, 0]);
    store.db.exec('UPDATE ways_in SET can_invite = 1');
    expect(namesOf()).toBeNull();
  });

  test('stay known of somebody who is no admin any longer, and say nothing of what she can open', async () => {
    await instances.read([account]);
    store.db.exec('UPDATE ways_in SET can_invite = 0');
    expect(namesOf()).toEqual(['Main']);
    expect(instances.mine()[0]).toMatchObject({ instances: [], asOf: null });
  });

  test('are the newest list of any admin', () => {
    addConnection(store.db, 'c-2');
    addAccount(store.db, 'c-2', 'A1');
    addListedInstances(store.db, account, { Old: ['DISPLAY'] }, 10);
    addListedInstances(store.db, { connectionId: 'c-2', accountId: 'A1' }, { New: ['DISPLAY'] }, 20);
    expect(namesOf()).toEqual(['New']);
    expect(namesOf({ connectionId: 'c-2', accountId: 'A1' })).toEqual(['New']);
  });

  test('of an account that isn’t known are an error', () => {
    expect(() => instances.known({ connectionId: 'c-1', accountId: 'other' })).toThrow('isn’t known');
  });
});

describe('in the background', () => {
  test('lists are read oldest first, one at a time, and not again for a day', async () => {
    addAccount(store.db, 'c-1', 'A3');
    store.db.exec('UPDATE ways_in SET can_invite = 1');
    addListedInstances(store.db, account, { Main: ['DISPLAY'] }, clock - day - 1);
    addListedInstances(store.db, second, { Main: ['DISPLAY'] }, clock - day + 1);
    let [running, peak] = [0, 0];
    reply = async () => {
      running += 1;
      peak = Math.max(peak, running);
      await new Promise(setImmediate);
      running -= 1;
      return { json: { instances: [listed('Main', 'DISPLAY')] } };
    };
    await instances.readDue();
    expect(arrivedFor()).toEqual(['A3', 'A1']);
    expect(peak).toBe(1);
    await instances.readDue();
    expect(amazon.arrived).toHaveLength(2);
    clock += day + 2;
    await instances.readDue();
    expect(amazon.arrived).toHaveLength(5);
  });

  test('an account that two admins reach is read through one of them, or the other after a refusal', async () => {
    addConnection(store.db, 'c-2');
    addAccount(store.db, 'c-2', 'A1');
    store.db.exec("DELETE FROM ways_in WHERE account_id = 'A2'; UPDATE ways_in SET can_invite = 1");
    reply = () => ({ status: 403, json: { code: '403', details: 'No access' } });
    await instances.readDue();
    expect(amazon.arrived).toHaveLength(1);
    reply = () => ({ json: { instances: [listed('Main', 'DISPLAY')] } });
    await instances.readDue();
    expect(namesOf()).toEqual(['Main']);
    await instances.readDue();
    expect(amazon.arrived).toHaveLength(2);
  });

  test('a refused reading waits for a day, one that got no answer for half an hour', async () => {
    const failed = (code: 'FORBIDDEN' | 'NETWORK') => ({
      beganAt: clock,
      error: { code, message: 'Failed.', retryable: code === 'NETWORK' },
    });
    writeInstancesProblem(store.db, account, failed('FORBIDDEN'));
    writeInstancesProblem(store.db, second, failed('NETWORK'));
    await instances.readDue();
    expect(arrivedFor()).toEqual([]);
    clock += day / 48;
    await instances.readDue();
    expect(arrivedFor()).toEqual(['A2']);
    clock += day + 1;
    await instances.readDue();
    expect(arrivedFor()).toEqual(['A2', 'A1', 'A2']);
  });

  test('an admin’s list is read again after a change of role', async () => {
    store.db.exec("DELETE FROM ways_in WHERE account_id = 'A2'; UPDATE ways_in SET can_invite = 0");
    await instances.readDue();
    await instances.readDue();
    expect(amazon.arrived).toHaveLength(1);
    store.db.exec('UPDATE ways_in SET can_invite = 1');
    await instances.readDue();
    expect(amazon.arrived).toHaveLength(2);
    expect(namesOf()).toEqual(['Main']);
  });

  test('what becomes due meanwhile is read too', async () => {
    reply = async () => {
      if (amazon.arrived.length === 1) {
        addAccount(store.db, 'c-1', 'A3');
        store.db.exec('UPDATE ways_in SET can_invite = 1');
        void instances.readDue();
      }
      await new Promise(setImmediate);
      return { json: { instances: [listed('Main', 'DISPLAY')] } };
    };
    await instances.readDue();
    expect(arrivedFor()).toEqual(['A1', 'A2', 'A3']);
  });

  test('a connection that has to sign in ends its own part, and notes no reason for the rest', async () => {
    reply = () => ({ status: 401, json: { code: '401', details: 'Unauthorized' } });
    await instances.readDue();
    const tried = store.db.prepare('SELECT account_id AS id FROM instance_lists').all();
    expect(tried).toHaveLength(1);
  });

  test('nothing is asked without a sign-in, where the role isn’t known, or after the end', async () => {
    signedIn = [];
    await instances.readDue();
    signedIn = ['c-1'];
    store.db.exec('UPDATE ways_in SET can_invite = NULL');
    await instances.readDue();
    store.db.exec('UPDATE ways_in SET can_invite = 1');
    instances.stop();
    await instances.readDue();
    expect(amazon.arrived).toEqual([]);
    expect(store.db.prepare('SELECT count(*) AS n FROM instance_lists').get()).toEqual({ n: 0 });
  });
});

describe('an account is marked as one for sponsored ads', () => {
  test.each([
    ['all its instances are', { Main: ['SPONSORED_ADS'], Other: ['SPONSORED_ADS'] }, true],
    ['one isn’t', { Main: ['SPONSORED_ADS'], Other: ['DISPLAY', 'SPONSORED_ADS'] }, false],
    ['Amazon doesn’t name the kind of one', { Main: ['SPONSORED_ADS'], Other: [] }, false],
    ['it has no instances', {}, false],
  ])('if %s: %#', (_, types, marked) => {
    addListedInstances(store.db, account, types);
    expect(isMarked()).toBe(marked);
    expect(isMarked('A2')).toBe(false);
  });

  test('by the newest list alone, and not by what a viewer can open', () => {
    addConnection(store.db, 'c-2');
    addAccount(store.db, 'c-2', 'A1');
    addListedInstances(store.db, account, { Main: ['DISPLAY'] }, 10);
    addListedInstances(store.db, { connectionId: 'c-2', accountId: 'A1' }, { Main: ['SPONSORED_ADS'] }, 20);
    expect(isMarked()).toBe(true);
    store.db.exec('UPDATE instance_lists SET as_admin = 0');
    expect(isMarked()).toBe(false);
  });
});
