import { createFactsExchange } from '../../../../main/team/facts/factsExchange';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createMembership,
  type Membership,
  type MembershipDeps,
} from '../../../../main/team/membership/membership';
import { completeSharing } from '../../../../main/team/membership/sharingIntents';
import type { Account } from '../../../../shared/domain/account/account';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';
import { keychainDouble, type KeychainDouble } from '../../../support/fixtures/keychainDouble';
import { secretsIn } from '../../../support/fixtures/memoryKeychain';
import { secretStoreOver } from '../../../support/fixtures/secretStore';
import { passwordOf, startTeamServer, type TeamServer } from '../../../support/team/teamServer';

const custom = 'https://ads.example.com';
const nothingOpen = { waiting: 0, unconfirmed: 0 };

let server: TeamServer;
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('dana');
  await server.addMember('carol', { seesAll: false });
}, 60_000);
afterAll(() => server.remove());

/** One person's folder. */
interface Folder {
  readonly store: Store;
  readonly keychain: KeychainDouble;
  readonly membership: Membership;
  readonly link: MembershipDeps['link'] & { reopened: number };
  changes: number;
}

const folders: Folder[] = [];
function folderOf(): Folder {
  const store = temporaryStore();
  const { db } = store;
  addConnection(db, 'own', custom);
  addConnection(db, 'second', custom);
  addConnection(db, 'sandbox');
  addAccount(db, 'own', 'acme', custom);
  addAccount(db, 'second', 'acme', custom);
  addAccount(db, 'own', 'birch', custom);
  addAccount(db, 'sandbox', 'toy');
  const keychain = keychainDouble();
  const link = {
    reopened: 0,
    state: () => ({ kind: 'none' as const }),
    lastHeardAt: () => null,
    colleagues: () => [],
    ready: () => null,
    reopen() {
      link.reopened += 1;
      return Promise.resolve();
    },
  };
  const accounts = db
    .prepare(
      'SELECT realm, account_id AS accountId, name, connection_id AS connectionId FROM ways_in JOIN accounts USING (realm, account_id)',
    )
    .all() as unknown as Account[];
  const folder: Folder = {
    ...{ store, keychain, link },
    changes: 0,
    membership: createMembership({
      ...{ db, link },
      facts: createFactsExchange({ db, programVersion: '1.0.0', now: Date.now, changed: () => undefined }),
      erasures: { waiting: () => ({ people: 0, problem: '' }) },
      secrets: secretStoreOver(db, () => Promise.resolve(keychain)),
      accounts: () => accounts,
      connectionLabel: (id) => `Label of ${id}`,
      now: Date.now,
      changed: () => {
        folder.changes += 1;
      },
    }),
  };
  folders.push(folder);
  return folder;
}
let ben: Folder;
beforeEach(() => {
  ben = folderOf();
});
afterEach(async () => {
  for (const { store } of folders.splice(0)) store.remove();
  const raw = await server.rawAs('anna');
  await raw.query('delete from amc.shared_accounts');
  await raw.end();
});

const join = ({ membership }: Folder, login: string): Promise<void> =>
  membership.join(server.addressOf(login), passwordOf(login));
const sharedInStore = async (): Promise<unknown[]> => {
  const raw = await server.rawAs('anna');
  const { rows } = await raw.query(
    'select realm, account_id, account_name, shared_by from amc.shared_accounts order by account_id',
  );
  await raw.end();
  return rows as unknown[];
};

describe('joining', () => {
  test('stores the team, and the password in the keychain, for this server only', async () => {
    await join(ben, 'ben');
    expect(ben.membership.status()).toMatchObject({
      name: 'Northwind',
      address: server.addressOf('ben'),
      rights: { displayName: 'Ben', maySend: true, mayAdminister: false },
      sharedAccounts: 0,
      colleagues: [],
    });
    expect(secretsIn(ben.keychain)).toEqual([passwordOf('ben')]);
    expect(ben.link.reopened).toBe(1);
    expect(ben.changes).toBeGreaterThan(0);
    expect(JSON.stringify(ben.store.db.prepare('SELECT * FROM teams').all())).not.toContain(
      passwordOf('ben'),
    );
  });

  test('stores nothing when the test finds something wrong', async () => {
    await expect(ben.membership.join(server.addressOf('ben'), 'wrong')).rejects.toMatchObject({
      code: 'TEAM_REFUSED',
    });
    expect(ben.membership.status()).toBeNull();
    expect(secretsIn(ben.keychain)).toEqual([]);
    expect(ben.link.reopened).toBe(0);
  });

  test('holds the password in memory when the keychain takes none', async () => {
    ben.keychain.fall('gone');
    await join(ben, 'ben');
    expect(secretsIn(ben.keychain)).toEqual([]);
    expect(await ben.membership.accounts()).toMatchObject({ error: null });
  });

  test('again keeps what is shared, and who this installation is', async () => {
    await join(ben, 'ben');
    await ben.membership.share([{ realm: custom, accountId: 'acme' }]);
    const installation = (): unknown =>
      ben.store.db.prepare('SELECT installation_id, joined_at FROM teams').get();
    const before = installation();
    await join(ben, 'ben');
    expect(installation()).toEqual(before);
    expect(ben.membership.status()).toMatchObject({ address: { login: 'ben' }, sharedAccounts: 1 });
  });

  test('as somebody else keeps what is shared, as another installation', async () => {
    await join(ben, 'ben');
    await ben.membership.share([{ realm: custom, accountId: 'acme' }]);
    const installation = (): unknown => ben.store.db.prepare('SELECT installation_id AS id FROM teams').get();
    const before = installation();
    await join(ben, 'dana');
    expect(installation()).not.toEqual(before);
    expect(ben.membership.status()).toMatchObject({ address: { login: 'dana' }, sharedAccounts: 1 });
  });

  test('another team is refused until this one is left', async () => {
    const other = await startTeamServer();
    await join(ben, 'ben');
    await expect(ben.membership.join(other.admin, passwordOf('anna'))).rejects.toMatchObject({
      code: 'TEAM_REFUSED',
      message:
        'This app belongs to the team Northwind, and that database is of the team Northwind. Leave Northwind first.',
    });
    expect(ben.membership.status()).toMatchObject({ address: { port: server.port } });
    expect(secretsIn(ben.keychain)).toEqual([passwordOf('ben')]);
    await other.remove();
  }, 30_000);
});

test('the password isn’t used for another server that the data names', async () => {
  await join(ben, 'ben');
  ben.store.db.exec("UPDATE teams SET host = 'localhost'");
  expect(await ben.membership.accounts()).toMatchObject({ error: { code: 'OTHER_HOSTS' } });
});

describe('leaving', () => {
  test('forgets the team, the password and what was shared, but not history', async () => {
    await join(ben, 'ben');
    await ben.membership.share([{ realm: custom, accountId: 'acme' }]);
    await ben.membership.leave(nothingOpen);
    expect(ben.membership.status()).toBeNull();
    expect(secretsIn(ben.keychain)).toEqual([]);
    expect(ben.store.db.prepare('SELECT * FROM team_accounts').all()).toEqual([]);
    expect(await sharedInStore()).toHaveLength(1);
    expect(ben.link.reopened).toBe(2);
  });

  test('works without the store', async () => {
    await join(ben, 'ben');
    await server.stop();
    await ben.membership.leave(nothingOpen);
    expect(ben.membership.status()).toBeNull();
    await server.start();
  });

  test('isn’t possible without a team', async () => {
    await expect(ben.membership.leave(nothingOpen)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('sharing', () => {
  test('offers each account once, with counts, none of the embedded sandbox, and nothing shared', async () => {
    await join(ben, 'ben');
    ben.store.db
      .exec(`INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state,
      created_by, first_seen_at, state_changed_at) VALUES ('${custom}', 'acme', 'i1', 'eve@example.com', 'Eve', 'viewer',
      'pending', '', 1, 1)`);
    expect(await ben.membership.accounts()).toEqual({
      error: null,
      accounts: [
        {
          ...{ realm: custom, accountId: 'acme', name: 'Name of acme', invitations: 1, members: 0 },
          connections: ['Label of own', 'Label of second'],
          ...{ isShared: false, sharedBy: null },
        },
        {
          ...{ realm: custom, accountId: 'birch', name: 'Name of birch', invitations: 0, members: 0 },
          connections: ['Label of own'],
          ...{ isShared: false, sharedBy: null },
        },
      ],
    });
  });

  test('writes the account in the store, by its author, and here', async () => {
    await join(ben, 'ben');
    await ben.membership.share([{ realm: custom, accountId: 'acme' }]);
    expect(await sharedInStore()).toEqual([
      { realm: custom, account_id: 'acme', account_name: 'Name of acme', shared_by: 'ben' },
    ]);
    expect(ben.membership.status()).toMatchObject({ sharedAccounts: 1 });
  });

  test('shows what a colleague shares, which can be shared here as well', async () => {
    const dana = folderOf();
    await join(dana, 'dana');
    await dana.membership.share([{ realm: custom, accountId: 'acme' }]);
    await join(ben, 'ben');
    expect((await ben.membership.accounts()).accounts[0]).toMatchObject({
      isShared: false,
      sharedBy: 'Dana',
    });
    await ben.membership.share([{ realm: custom, accountId: 'acme' }]);
    expect((await ben.membership.accounts()).accounts[0]).toMatchObject({ isShared: true, sharedBy: 'Dana' });
    await ben.membership.unshare([{ realm: custom, accountId: 'acme' }]);
    expect((await ben.membership.accounts()).accounts[0]).toMatchObject({
      isShared: false,
      sharedBy: 'Dana',
    });
    await dana.membership.unshare([{ realm: custom, accountId: 'acme' }]);
    expect(await sharedInStore()).toEqual([]);
  });

  test.each([
    [{ realm: 'sandbox', accountId: 'toy' }, 'INVALID_INPUT'],
    [{ realm: custom, accountId: 'unknown' }, 'NOT_FOUND'],
  ])('refuses %o, and with it everything', async (account, code) => {
    await join(ben, 'ben');
    await expect(ben.membership.share([{ realm: custom, accountId: 'acme' }, account])).rejects.toMatchObject(
      { code },
    );
    expect(await sharedInStore()).toEqual([]);
    expect(ben.membership.status()).toMatchObject({ sharedAccounts: 0 });
  });

  test('isn’t done here when the store doesn’t allow it', async () => {
    await join(ben, 'carol');
    await expect(ben.membership.share([{ realm: custom, accountId: 'acme' }])).rejects.toMatchObject({
      code: 'TEAM_REFUSED',
    });
    expect(ben.membership.status()).toMatchObject({ sharedAccounts: 0 });
  });

  test('lists what is here while the store is away', async () => {
    await join(ben, 'ben');
    await server.stop();
    expect(await ben.membership.accounts()).toMatchObject({
      error: { code: 'TEAM_UNREACHABLE' },
      accounts: [{ accountId: 'acme' }, { accountId: 'birch' }],
    });
    await server.start();
  });
});

/** A change in an account, after these steps. */
function addOperation({ store: { db } }: Folder, accountId: string, ...steps: string[]): void {
  const { lastInsertRowid: runId } = db
    .prepare(`INSERT INTO runs (kind, when_not_seen, created_at) VALUES ('create', 'ask', 1)`)
    .run();
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO requests (run_id, connection_id, realm, account_id, operation, body, body_sha256, created_at)
       VALUES (?, 'own', ?, ?, 'CreateUserInvitations', x'00', '', 1)`,
    )
    .run(runId, custom, accountId);
  db.prepare(
    `INSERT INTO operations (run_id, request_id, kind, status, connection_id, realm, account_id, email_address, user_name, role,
       notify, attempt, created_at)
     VALUES (?, ?, 'create', 'queued', 'own', ?, ?, 'p@example.com', 'P', 'viewer', 1, 1, 1)`,
  ).run(runId, lastInsertRowid, custom, accountId);
  for (const step of steps) {
    db.prepare('UPDATE operations SET status = ? WHERE request_id = ?').run(step, lastInsertRowid);
  }
}

describe('while something isn’t ended in a shared account', () => {
  const acme = [{ realm: custom, accountId: 'acme' }];
  beforeEach(async () => {
    await join(ben, 'ben');
    await ben.membership.share([...acme, { realm: custom, accountId: 'birch' }]);
    addOperation(ben, 'acme');
    addOperation(ben, 'acme', 'sending', 'inDoubt');
  });

  test('it stays shared, and the counts are named', async () => {
    await expect(ben.membership.unshare(acme)).rejects.toMatchObject({
      code: 'TEAM_REFUSED',
      message: expect.stringContaining('1 change waits and 1 change is unconfirmed') as string,
    });
    await ben.membership.unshare([{ realm: custom, accountId: 'birch' }]);
    expect(ben.membership.status()).toMatchObject({ sharedAccounts: 1 });
  });

  test('the team is left only by a person who saw what isn’t', async () => {
    const open = { waiting: 1, unconfirmed: 1 };
    expect(ben.membership.status()).toMatchObject({ open });
    await expect(ben.membership.leave(nothingOpen)).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
    expect(ben.membership.status()).not.toBeNull();
    await ben.membership.leave(open);
    expect(ben.membership.status()).toBeNull();
  });
});

describe('an app that ended, or lost the answer, while sharing was changed', () => {
  const complete = async (): Promise<boolean> => {
    const store = await server.openAs('ben');
    return completeSharing(ben.store.db, store, 5).finally(() => store.close());
  };
  const shared = (): unknown[] => ben.store.db.prepare('SELECT account_id FROM team_accounts').all();
  const intend = (wanted: string): void => {
    ben.store.db
      .prepare(`INSERT INTO team_intents (realm, account_id, wanted) VALUES (?, 'acme', ?)`)
      .run(custom, wanted);
  };

  test('has what the store has at the next look', async () => {
    await join(ben, 'ben');
    await ben.membership.share([{ realm: custom, accountId: 'acme' }]);
    ben.store.db.exec('DELETE FROM team_accounts');
    intend('share');
    expect(await complete()).toBe(true);
    expect(shared()).toEqual([{ account_id: 'acme' }]);
    expect(await complete()).toBe(false);
    const raw = await server.rawAs('ben');
    await raw
      .query('DELETE FROM amc.shared_accounts WHERE shared_by = session_user')
      .finally(() => raw.end());
    intend('unshare');
    await complete();
    expect(shared()).toEqual([]);
  });

  test('shares nothing that the store doesn’t have, or that nobody asked for here', async () => {
    await join(ben, 'ben');
    intend('share');
    await complete();
    expect(shared()).toEqual([]);
    await ben.membership.share([{ realm: custom, accountId: 'birch' }]);
    ben.store.db.exec('DELETE FROM team_accounts');
    expect(await complete()).toBe(false);
    expect(shared()).toEqual([]);
  });
});
