import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personEverywhere } from '../../support/fixtures/personEverywhere';
import { temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
beforeAll(() => {
  store = temporaryStore();
  personEverywhere(store.db);
  store.db.exec(
    `INSERT INTO erasures (number, erasure_id, at, reason, counts) VALUES (1, 'e-1', 1, 'age', '{}')`,
  );
});
afterAll(() => {
  store.remove();
});

/** Runs statements in a transaction that is always rolled back. */
function tried(sql: string): void {
  store.db.exec('BEGIN');
  try {
    store.db.exec(sql);
  } finally {
    if (store.db.isTransaction) store.db.exec('ROLLBACK');
  }
}

const open = 'PRAGMA defer_foreign_keys = ON; INSERT INTO erasing (gate) VALUES (0);';

/** Append-only tables: what names a person, and a time or result that stays. */
const tables = [
  ['activity', `email_address = 'x'`, ['at = 0', `result = 'done'`, `account_id = 'x'`, `action = 'revoke'`]],
  ['operation_origins', `note = 'x'`, ['row_number = 9', `batch_id = 'x'`]],
  ['member_history', `user_id = 'x'`, ['at = 0', `event = 'roleSeen'`, `role = 'x'`]],
  ['identity_decisions', `email_address = 'x'`, ['at = 0', `kind = 'undo'`]],
  ['leavers', `names = '[]'`, ['started_at = 0']],
  ['colleague_keys', `name = 'x'`, ['at = 0', `event = 'confirmed'`, `public_key = 'x'`]],
  ['received_files', `body = '{}'`, ['received_at = 0', `trust = 'own'`, `signature = 'x'`]],
  ['received_rows', `email_address = 'x'`, [`role = 'admin'`, `row_id = 'x'`]],
  ['approval_rules', `set_by = 'x'`, ['at = 0', `rule = '[]'`, 'loosens = 0']],
  ['team_facts', `person = 'x'`, ['at = 0', `what = 'revoke'`, `author = 'x'`, 'recorded_at = 0']],
  ['batch_sends', `approver = 'x'`, ['sent_at = 0', `approval_id = 'x'`, 'loosened_at = NULL']],
  ['requests', `body = x'00'`, ['sent_at = 0', `operation = 'UpdateUserInvitations'`, 'http_status = 500']],
] as const;

describe('append-only', () => {
  test.each([...tables, ['erasures', `reason = 'request'`, []] as const])(
    '%s accepts no change and no deletion',
    (table, personal) => {
      expect(() => tried(`UPDATE ${table} SET ${personal}`)).toThrow(/append-only|written once|keeps/);
      expect(() => tried(`DELETE FROM ${table}`)).toThrow(/append-only|keeps/);
    },
  );

  test.each(tables)('%s lets personal data alone be erased', (table, personal, facts) => {
    expect(() => tried(`${open} UPDATE ${table} SET ${personal}`)).not.toThrow();
    for (const fact of facts) {
      expect(() => tried(`${open} UPDATE ${table} SET ${personal}, ${fact}`)).toThrow(/personal data alone/);
    }
    expect(() => tried(`${open} DELETE FROM ${table}`)).toThrow(/append-only|keeps/);
  });

  test.each([
    ['operations', ['settled_at = 0', `role = 'admin'`, 'created_at = 0']],
    ['invitations', [`state = 'pending'`, 'state_changed_at = 0']],
    ['members', ['since_at = 0', `scope = 'both'`]],
  ])('%s keep what happened while personal data is erased', (table, facts) => {
    for (const fact of facts) {
      expect(() => tried(`UPDATE ${table} SET ${fact}`)).not.toThrow();
      expect(() => tried(`${open} UPDATE ${table} SET ${fact}`)).toThrow(/personal data alone/);
    }
  });

  test('an erasure itself stays, also while another one is under way', () => {
    expect(() => tried(`${open} UPDATE erasures SET reason = 'request'`)).toThrow(/append-only/);
  });

  test('nothing can be committed while the way is open', () => {
    store.db.exec(`BEGIN; INSERT INTO erasing (gate) VALUES (0); UPDATE activity SET email_address = 'x'`);
    expect(() => store.db.exec('COMMIT')).toThrow(/FOREIGN KEY/);
    store.db.exec('ROLLBACK');
    expect(() => store.db.exec('INSERT INTO erasing (gate) VALUES (0)')).toThrow(/FOREIGN KEY/);
    expect(() => store.db.exec('INSERT INTO erasing (gate) VALUES (1)')).toThrow(/CHECK/);
  });
});
