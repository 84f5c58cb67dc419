import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInstances, type Instances } from '../../../../main/access/instances/instances';
import { createPaces } from '../../../../main/amazonAds/pacing/paces';
import {
  clientTo,
  startLoopbackAmazon,
  type LoopbackAmazon,
  type Reply,
} from '../../../support/amazon/loopbackAmazon';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const account = { connectionId: 'c-1', accountId: 'A1' };
const main = {
  instanceId: 'amcmain',
  instanceName: 'Main',
  creationStatus: 'COMPLETED',
  advertiserTypes: ['SAS'],
};
const media = {
  instanceId: 'amcmedia',
  instanceName: 'media mix',
  creationStatus: 'COMPLETED',
  awsAccountId: '123456789012',
};

let store: Store;
let amazon: LoopbackAmazon;
let reply: () => Reply | Promise<Reply>;
let signedIn: string[];
let clock: number;
let events: string[];
let instances: Instances;
const appeared: string[] = [];

beforeEach(async () => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addConnection(store.db, 'c-2');
  for (const id of ['A1', 'A2', 'A3']) addAccount(store.db, 'c-1', id);
  // In A3 this person is an admin, and A2 isn't reached any longer.
  store.db.exec(
    `UPDATE ways_in SET can_invite = iif(account_id = 'A3', 1, 0), reachable = iif(account_id = 'A2', 0, 1)`,
  );
  reply = () => ({ json: { instances: [] } });
  amazon = await startLoopbackAmazon(() => reply());
  signedIn = ['c-1', 'c-2'];
  clock = 1000;
  events = [];
  appeared.length = 0;
  instances = createInstances({
    db: store.db,
    clientOf: () => Promise.resolve(clientTo(amazon.origin)),
    paces: createPaces(
      { now: () => clock, monotonic: () => performance.now(), random: () => 0 },
      () => undefined,
    ),
    now: () => clock,
    changed: (topic) => events.push(topic),
    signedIn: () => signedIn,
  });
  instances.onFirst(({ accountName, instances: own }) => {
    appeared.push(`${accountName}: ${own.map(({ name }) => name).join(', ')}`);
  });
});
afterEach(async () => {
  await amazon.stop();
  store.remove();
});

const answer = (...listed: object[]): void => {
  reply = () => ({ json: { instances: listed, nextToken: null } });
};
const mine = () =>
  instances.mine().map(({ instances: own, asOf, error }) => ({
    names: own.map(({ name }) => name),
    asOf,
    error: error?.code ?? null,
  }));

describe('what can be opened', () => {
  test('is about accounts that are reached without being an admin', async () => {
    expect(instances.mine().map((each) => each.account)).toEqual([account]);
    await instances.readWaiting();
    expect(amazon.arrived.map(({ path }) => path.split('?')[0])).toEqual(['/amc/instances']);
    await instances.read([{ connectionId: 'c-1', accountId: 'A3' }]);
    expect(instances.mine().map((each) => each.account)).toEqual([account]);
  });

  test('is nothing before the first answer, then what Amazon listed, by name', async () => {
    expect(mine()).toEqual([{ names: [], asOf: null, error: null }]);
    answer(media, main);
    await instances.readWaiting();
    expect(mine()).toEqual([{ names: ['Main', 'media mix'], asOf: 1000, error: null }]);
    expect(events).toEqual(['accounts.changed']);
  });

  test('is replaced by each complete list, and kept with its age when Amazon can’t be asked', async () => {
    answer(main, media);
    await instances.read([account]);
    clock = 2000;
    answer(media);
    await instances.read([account]);
    expect(mine()).toEqual([{ names: ['media mix'], asOf: 2000, error: null }]);
    clock = 3000;
    reply = () => ({ status: 403, json: { code: '403', details: 'No access' } });
    await instances.read([account]);
    expect(mine()).toEqual([{ names: ['media mix'], asOf: 2000, error: 'FORBIDDEN' }]);
    answer(main, { instanceName: 'without an ID' });
    await instances.read([account]);
    expect(mine()).toEqual([{ names: ['media mix'], asOf: 2000, error: 'UNREADABLE_ANSWER' }]);
  });

  test('stores nothing else of the answer', async () => {
    answer({ ...media, s3BucketName: 'amc-bucket', apiEndpoint: 'https://amc.example' });
    await instances.readWaiting();
    const stored = JSON.stringify(store.db.prepare('SELECT * FROM instances').all());
    expect(stored).toContain('media mix');
    expect(stored).not.toMatch(/123456789012|amc-bucket|amc\.example/);
  });

  test('isn’t asked while nobody is signed in, or again once something can be opened', async () => {
    signedIn = ['c-2'];
    await instances.readWaiting();
    expect(amazon.arrived).toEqual([]);
    signedIn = ['c-1'];
    answer(main);
    await instances.readWaiting();
    await instances.readWaiting();
    expect(amazon.arrived).toHaveLength(1);
  });

  test('is asked once by two who ask at the same time', async () => {
    await Promise.all([instances.read([account]), instances.readWaiting()]);
    expect(amazon.arrived).toHaveLength(1);
  });
});

describe('the first instance', () => {
  test('is news after a list that had none, and only then', async () => {
    answer(main);
    await instances.readWaiting();
    expect(appeared).toEqual([]);
    answer();
    await instances.read([account]);
    answer(main);
    await instances.read([account]);
    expect(appeared).toEqual(['Name of A1: Main']);
    answer(main, media);
    await instances.read([account]);
    expect(appeared).toHaveLength(1);
  });
});

test('a removed connection leaves nothing behind', async () => {
  answer(main);
  await instances.readWaiting();
  store.db.exec(
    "DELETE FROM ways_in WHERE connection_id = 'c-1'; DELETE FROM connections WHERE connection_id = 'c-1'",
  );
  expect(store.db.prepare('SELECT count(*) AS n FROM instances').get()).toEqual({ n: 0 });
  expect(store.db.prepare('SELECT count(*) AS n FROM instance_lists').get()).toEqual({ n: 0 });
});

test('a connection removed while Amazon is asked gets nothing stored, and nobody an error', async () => {
  const removed: Reply[] = [{ json: { instances: [main] } }, { status: 403, json: { code: '403' } }];
  for (const answered of removed) {
    reply = () => {
      store.db.exec(
        "DELETE FROM ways_in WHERE connection_id = 'c-1'; DELETE FROM connections WHERE connection_id = 'c-1'",
      );
      return answered;
    };
    await instances.readWaiting();
    expect(mine()).toEqual([]);
    expect(store.db.prepare('SELECT count(*) AS n FROM instance_lists').get()).toEqual({ n: 0 });
    addConnection(store.db, 'c-1');
    addAccount(store.db, 'c-1', 'A1');
    store.db.exec('UPDATE ways_in SET can_invite = 0');
  }
});
