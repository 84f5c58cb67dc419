import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecretLedger } from '../../../main/connections/secretLedger';
import type { SecretLedger } from '../../../main/secrets/secretLedger';
import { openDatabase, type Database } from '../../../main/storage/database';

let db: Database;
let ledger: SecretLedger;

beforeEach(() => {
  db = openDatabase(':memory:');
  ledger = createSecretLedger(db);
  for (const id of ['c-1', 'c-2']) {
    db.exec(`INSERT INTO connections (connection_id, kind, label, region, client_id, has_client_secret, return_port, realm,
      state, created_at) VALUES ('${id}', 'amazon', 'Agency', 'eu', 'client', 1, 8710, 'amazon', 'signedIn', 1)`);
  }
});

afterEach(() => {
  db.close();
});

it('knows what was stored, what must be deleted, and what is gone', () => {
  const name = { connectionId: 'c-1', kind: 'refresh-token' } as const;
  expect(ledger.find(name)).toBeNull();
  ledger.unwant(name);
  expect(ledger.find(name)).toBeNull();
  ledger.store(name);
  expect(ledger.find(name)).toBe('wanted');
  expect(ledger.unwanted()).toEqual([]);
  ledger.unwant(name);
  expect(ledger.find(name)).toBe('unwanted');
  expect(ledger.unwanted()).toEqual([name]);
  ledger.store(name);
  expect(ledger.unwanted()).toEqual([]);
  ledger.forget(name);
  expect(ledger.find(name)).toBeNull();
});

it('keeps nothing of a connection that no longer exists', () => {
  const gone = { connectionId: 'c-1', kind: 'client-secret' } as const;
  const kept = { connectionId: 'c-2', kind: 'client-secret' } as const;
  ledger.store(gone);
  ledger.store(kept);
  db.exec(`DELETE FROM connections WHERE connection_id = 'c-1'`);
  expect(ledger.find(gone)).toBe('unwanted');
  expect(ledger.find(kept)).toBe('wanted');
  expect(ledger.unwanted()).toEqual([gone]);
});
