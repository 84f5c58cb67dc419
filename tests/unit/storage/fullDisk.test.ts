import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guard } from '../../../main/ipc/guard';
import { transaction } from '../../../main/storage/transaction';
import { explained } from '../../../main/storage/databaseErrors';
import { ipc } from '../../../shared/bridge/ipc';
import { thrownBy } from '../../support/fixtures/thrownBy';
import { addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
});
afterEach(() => {
  store.remove();
});

const accounts = (): number =>
  (store.db.prepare('SELECT count(*) AS n FROM accounts').get() as { readonly n: number }).n;

function writeAccounts(count: number): void {
  const insert = store.db.prepare(
    `INSERT INTO accounts (realm, account_id, name, marketplace_id, first_seen_at) VALUES ('amazon', ?, ?, 'M', 1)`,
  );
  for (let index = 0; index < count; index += 1) insert.run(`account ${accounts()}`, 'A name '.repeat(100));
}

/** From here on the file can't grow, as on a full disk. */
const fillDisk = (): void => store.db.exec('PRAGMA max_page_count = 1');
const freeSpace = (): void => store.db.exec('PRAGMA max_page_count = 1000000');

describe('on a full disk', () => {
  it('a transaction writes nothing, says what to do, and works once there is space', () => {
    transaction(store.db, () => writeAccounts(1));
    fillDisk();
    const error = thrownBy(() => transaction(store.db, () => writeAccounts(50)));
    expect(error).toMatchObject({ code: 'DISK_FULL', retryable: true });
    expect(error).toHaveProperty('message', expect.stringMatching(/disk is full.*Free up some space/));
    expect(accounts()).toBe(1);
    expect(store.db.isTransaction).toBe(false);

    freeSpace();
    transaction(store.db, () => writeAccounts(50));
    expect(accounts()).toBe(51);
    store.reopen();
    expect(accounts()).toBe(51);
  });

  it('a single write reaches the page with the same message', async () => {
    fillDisk();
    const call = guard(
      ipc['accounts.setFavourite'],
      () => {
        writeAccounts(50);
        return {};
      },
      () => true,
    );
    const answer = await call(null, { account: { connectionId: 'c-1', accountId: 'a' }, favourite: true });
    expect(answer).toMatchObject({ error: { code: 'DISK_FULL' } });
  });

  it('a file that cannot be written is reported the same way, and another kind of error is not', () => {
    const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(explained(noSpace)).toMatchObject({ code: 'DISK_FULL' });
    const constraint = thrownBy(() => addConnection(store.db, 'c-1'));
    expect(explained(constraint)).toBe(constraint);
  });
});

it('a transaction within a transaction is rejected and leaves the outer one alone', () => {
  transaction(store.db, () => {
    writeAccounts(1);
    expect(() => transaction(store.db, () => writeAccounts(1))).toThrow(/within a transaction/);
    writeAccounts(1);
  });
  expect(accounts()).toBe(2);
});
