import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountRefOf } from '../../../main/access/accountAccess';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;

beforeEach(() => {
  store = temporaryStore();
  for (const connectionId of ['c-1', 'c-2', 'c-3']) {
    addConnection(store.db, connectionId);
    addAccount(store.db, connectionId, 'A1');
  }
});

afterEach(() => {
  store.remove();
});

const set = (connectionId: string, change: string): void =>
  store.db.exec(`UPDATE ways_in SET ${change} WHERE connection_id = '${connectionId}'`);
const taken = (): string | undefined => accountRefOf(store.db, 'sandbox', 'A1')?.connectionId;

test('an account is shown through a connection that may invite there, before one that isn’t known to and one that may not', () => {
  expect(taken()).toBe('c-1');
  set('c-1', 'can_invite = 0');
  expect(taken()).toBe('c-2');
  set('c-3', 'can_invite = 1');
  expect(taken()).toBe('c-3');
  set('c-3', 'reachable = 0');
  expect(taken()).toBe('c-2');
  expect(accountRefOf(store.db, 'sandbox', 'A2')).toBeNull();
});

test('among connections that may invite there, a signed-in one comes first, and the oldest of several', () => {
  const create = (connectionId: string, createdAt: number): void => {
    store.db
      .prepare('UPDATE connections SET created_at = ? WHERE connection_id = ?')
      .run(createdAt, connectionId);
  };
  create('c-1', 3);
  create('c-2', 1);
  create('c-3', 2);
  expect(taken()).toBe('c-2');
  store.db.exec("UPDATE connections SET state = 'signInAgain' WHERE connection_id = 'c-2'");
  expect(taken()).toBe('c-3');
  set('c-2', 'can_invite = 1');
  expect(taken()).toBe('c-3');
  set('c-1', 'can_invite = 0');
  set('c-3', 'can_invite = 0');
  expect(taken()).toBe('c-2');
});
