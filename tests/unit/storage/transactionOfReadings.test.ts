import { afterEach, beforeEach, expect, test } from 'vitest';
import { transaction, relaxedTransaction } from '../../../main/storage/transaction';
import { addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;

beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

const full = { synchronous: 2 };
const normal = { synchronous: 1 };
const synchronous = (): unknown => store.db.prepare('PRAGMA synchronous').get();
const connections = (): unknown => store.db.prepare('SELECT count(*) AS count FROM connections').get();

test('data read from Amazon is stored without waiting for the disk; every other transaction waits again', () => {
  relaxedTransaction(store.db, () => {
    expect(synchronous()).toEqual(normal);
    addConnection(store.db, 'c-1');
  });
  transaction(store.db, () => {
    expect(synchronous()).toEqual(full);
  });
  store.reopen();
  expect(connections()).toEqual({ count: 1 });
});

test('a failed refresh leaves nothing behind, not even its speedup', () => {
  const failing = (): void =>
    relaxedTransaction(store.db, () => {
      addConnection(store.db, 'c-1');
      throw new Error('unreadable');
    });
  expect(failing).toThrow('unreadable');
  expect(connections()).toEqual({ count: 0 });
  expect(synchronous()).toEqual(full);
});
