import { afterEach, beforeEach, expect, test } from 'vitest';
import { createActivity, type NewEntry } from '../../../main/activity/activity';
import { redeemedBefore } from '../../../main/redeem/redeemedBefore';
import { temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

const sam = { realm: 'amazon', invitationId: 'inv-1', actor: 'Sam Okafor <sam@client.example>' };

const record = (change: Partial<NewEntry> = {}): void => {
  createActivity(store.db).record([
    {
      at: 100,
      action: 'redeem',
      connectionLabel: 'Northwind',
      actor: sam.actor,
      realm: sam.realm,
      accountId: 'ENTITY1',
      accountName: 'Brand',
      emailAddress: 'sam@client.example',
      userName: 'Sam Okafor',
      role: 'viewer',
      invitationId: sam.invitationId,
      userId: null,
      result: 'done',
      detail: null,
      code: null,
      amazonRequestId: null,
      operationId: null,
      ...change,
    },
  ]);
};

test('our record shows when this person first redeemed this invitation', () => {
  expect(redeemedBefore(store.db, sam)).toBeNull();
  record({ at: 200 });
  record({ at: 100 });
  expect(redeemedBefore(store.db, sam)).toBe(100);
});

test.each<[string, Partial<NewEntry>]>([
  ['by somebody else', { actor: 'Alex <alex@client.example>' }],
  ['in another Amazon environment', { realm: 'sandbox' }],
  ['of another invitation', { invitationId: 'inv-2' }],
  ['that failed', { result: 'failed' }],
  ['of an invite', { action: 'create', operationId: 1 }],
])('an entry %s is not one of theirs', (_what, change) => {
  record(change);
  expect(redeemedBefore(store.db, sam)).toBeNull();
});

test('somebody Amazon doesn’t name may be anybody', () => {
  record({ actor: 'unknown' });
  expect(redeemedBefore(store.db, { ...sam, actor: 'unknown' })).toBeNull();
});
