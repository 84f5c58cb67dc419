import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccess } from '../../../../main/access/access';
import { writeAccounts } from '../../../../main/access/accountAccess';
import { createAccountLabels, type AccountLabels } from '../../../../main/access/labels/accountLabels';
import { listPeople } from '../../../../main/access/members/listing/listPeople';
import type { Access } from '../../../../main/access/types';
import { transaction } from '../../../../main/storage/transaction';
import type { CheckedInput } from '../../../../shared/bridge/ipc';
import type { Account } from '../../../../shared/domain/account/account';
import { recordEvents, type RecordedEvents } from '../../../support/fixtures/recordedEvents';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';
import { thrownBy } from '../../../support/fixtures/thrownBy';

const dayMs = 86_400_000;

let store: Store;
let access: Access;
let labels: AccountLabels;
let events: RecordedEvents;
let clock: number;
const noNetwork = (): never => expect.fail('Labels must ask Amazon nothing.');

function open(): void {
  const deps = { db: store.db, now: () => clock, changed: events.changed };
  access = createAccess({ ...deps, clientOf: noNetwork, realmOf: noNetwork });
  labels = createAccountLabels(deps);
}

beforeEach(() => {
  store = temporaryStore();
  clock = 1000;
  events = recordEvents();
  for (const id of ['c-1', 'c-2']) addConnection(store.db, id);
  for (const accountId of ['A', 'B', 'C']) addAccount(store.db, 'c-1', accountId);
  addAccount(store.db, 'c-2', 'A');
  open();
});
afterEach(() => {
  store.remove();
});

const one = (accountId: string, connectionId = 'c-1') => ({ connectionId, accountId });
const account = (accountId: string, connectionId = 'c-1'): Account =>
  access.listAccounts({ connectionId }).find((each) => each.accountId === accountId) ??
  expect.fail(`no account ${accountId} through ${connectionId}`);
const label = (accountId: string, given: Partial<CheckedInput<'accounts.label'>>): void => {
  labels.label({ accounts: [one(accountId)], ...given });
};
const groups = (): string[] => labels.groups().map(({ name, accounts }) => `${name} ${String(accounts)}`);
const idOf = (name: string): string =>
  labels.groups().find((group) => group.name === name)?.groupId ?? expect.fail(`no group ${name}`);

describe('labels of an account', () => {
  test('are the same through every connection, and an account is counted once', () => {
    label('A', { group: { name: 'Copper Kettle' }, addTags: ['Q4', 'priority'], note: 'Ask Dana.' });
    expect(events.take()).toEqual(['accounts.changed', 'invitations.changed']);
    for (const connectionId of ['c-1', 'c-2']) {
      expect(account('A', connectionId)).toMatchObject({
        group: { name: 'Copper Kettle' },
        tags: ['priority', 'Q4'],
        note: 'Ask Dana.',
      });
    }
    expect(account('B')).toMatchObject({ group: null, tags: [], note: '' });
    expect(groups()).toEqual(['Copper Kettle 1']);
  });

  test('are set for several accounts, and what isn’t given stays', () => {
    label('A', { group: { name: 'Old' }, addTags: ['Q3', 'retail'], note: 'First' });
    labels.label({ accounts: ['A', 'B', 'C'].map((id) => one(id)), group: { name: 'New' } });
    labels.label({ accounts: [one('A'), one('B')], addTags: ['Q4'], removeTags: ['ｑ3', 'never'] });
    expect(account('A')).toMatchObject({ group: { name: 'New' }, tags: ['Q4', 'retail'], note: 'First' });
    expect(account('B')).toMatchObject({ group: { name: 'New' }, tags: ['Q4'], note: '' });
    expect(groups()).toEqual(['Old 0', 'New 3']);
    labels.label({ accounts: [one('A')], group: null, note: '' });
    expect(account('A')).toMatchObject({ group: null, tags: ['Q4', 'retail'], note: '' });
  });

  test('are set for all accounts or for none', () => {
    const unknown = thrownBy(() => {
      labels.label({ accounts: [one('A'), one('Z')], group: { name: 'New' }, addTags: ['Q4'] });
    });
    expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
    const deleted = thrownBy(() => {
      label('A', { addTags: ['Q4'], group: { groupId: 'no-such-group' } });
    });
    expect(deleted).toMatchObject({ code: 'NOT_FOUND' });
    label('B', { addTags: Array.from({ length: 20 }, (_, index) => `tag ${String(index)}`) });
    events.take();
    const tooMany = thrownBy(() => {
      labels.label({ accounts: [one('A'), one('B')], addTags: ['one more'], note: 'Lost' });
    });
    expect(tooMany).toMatchObject({ code: 'INVALID_INPUT' });
    expect(String(tooMany)).toContain('Name of B would have more than 20 tags');
    expect(account('A')).toMatchObject({ group: null, tags: [], note: '' });
    expect(account('B').tags).toHaveLength(20);
    expect(groups()).toEqual([]);
    expect(() => events.take()).toThrow('No event came');
  });

  test('outlive a refresh, the removal of the connection, and a crash', () => {
    label('A', { group: { name: 'Copper Kettle' }, addTags: ['Q4'], note: 'Ask Dana.' });
    const kept = {
      group: { groupId: idOf('Copper Kettle'), name: 'Copper Kettle' },
      tags: ['Q4'],
      note: 'Ask Dana.',
    };
    transaction(store.db, () => {
      const connection = { connectionId: 'c-1', realm: 'sandbox' };
      writeAccounts(store.db, connection, [{ accountId: 'A', accountName: 'New name', marketplaceId: 'M' }], {
        everyone: true,
        asOf: 9,
      });
    });
    expect(account('A')).toMatchObject({ ...kept, name: 'New name' });
    store.db.exec('DELETE FROM connections');
    expect(access.listAccounts({})).toEqual([]);
    // Nobody sees it in a list now.
    expect(groups()).toEqual(['Copper Kettle 0']);
    store.reopen();
    addConnection(store.db, 'c-3');
    addAccount(store.db, 'c-3', 'A');
    open();
    expect(account('A', 'c-3')).toMatchObject(kept);
    expect(groups()).toEqual(['Copper Kettle 1']);
  });

  test('belong to the account of a realm, not to its ID', () => {
    addConnection(store.db, 'c-amazon', 'amazon');
    addAccount(store.db, 'c-amazon', 'A', 'amazon');
    label('A', { group: { name: 'Sample' }, addTags: ['Q4'], note: 'Sample' });
    expect(account('A', 'c-amazon')).toMatchObject({ group: null, tags: [], note: '' });
  });

  test('are found by a search of accounts', () => {
    label('A', { group: { name: 'Müller & Söhne' } });
    label('B', { addTags: ['Q4 launch'] });
    const found = (search: string): string[] =>
      access.listAccounts({ connectionId: 'c-1', search }).map(({ accountId }) => accountId);
    expect(found('muller')).toEqual(['A']);
    expect(found('LAUNCH')).toEqual(['B']);
    expect(found('nothing')).toEqual([]);
  });

  test('of 300 accounts are written and read at once', () => {
    const accounts = Array.from({ length: 300 }, (_, index) => one(`ENTITY${String(index)}`));
    for (const { accountId } of accounts) addAccount(store.db, 'c-1', accountId);
    labels.label({ accounts, group: { name: 'Everything' }, addTags: ['Q4'], note: 'x'.repeat(2000) });
    const read = access.listAccounts({ search: 'everything' });
    expect(read).toHaveLength(300);
    expect(new Set(read.map(({ note }) => note.length))).toEqual(new Set([2000]));
    expect(groups()).toEqual(['Everything 300']);
  });
});

describe('a group’s name', () => {
  test.each([
    ['case', 'copper KETTLE'],
    ['width', 'Ｃｏｐｐｅｒ　Kettle'],
    ['spaces', '  Copper   Kettle '],
    ['invisible characters', 'Cop\u200Bper\u202E Kettle\uFEFF'],
  ])('that differs only in %s is the same group', (_, name) => {
    label('A', { group: { name: 'Copper Kettle' } });
    label('B', { group: { name } });
    expect(groups()).toEqual(['Copper Kettle 2']);
  });

  test('is the same composed and decomposed, and another one with other accents', () => {
    label('A', { group: { name: 'Cafe\u0301' } });
    label('B', { group: { name: 'CAFÉ' } });
    label('C', { group: { name: 'Cafe' } });
    expect(groups()).toEqual(['Café 2', 'Cafe 1']);
  });

  test.each([
    `Robert'); DROP TABLE account_groups;--`,
    '=HYPERLINK("http://evil.example","x")',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    '100%_\\',
    '顧客グループ 👩‍👩‍👧',
    'x'.repeat(80),
  ])('may be %s', (name) => {
    label('A', { group: { name }, addTags: [name.slice(0, 40)] });
    expect(account('A')).toMatchObject({ group: { name }, tags: [name.slice(0, 40).trim()] });
    expect(groups()).toEqual([`${name} 1`]);
  });

  test('can’t hide or reorder the text around it, nor be invisible', () => {
    label('A', { group: { name: 'Acme\u202E\nmoc.live\u0000' }, note: 'one\r\ntwo\u202E\u0007' });
    expect(account('A')).toMatchObject({ group: { name: 'Acme moc.live' }, note: 'one\ntwo' });
    for (const given of [{ group: { name: '\u200B\u200D' } }, { addTags: ['\u202E'] }]) {
      expect(
        thrownBy(() => {
          label('B', given);
        }),
      ).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(account('B')).toMatchObject({ group: null, tags: [] });
  });

  test('of a tag is written as other accounts have it', () => {
    label('A', { addTags: ['Priority', 'ｐｒｉｏｒｉｔｙ'] });
    label('B', { addTags: ['PRIORITY'] });
    expect([account('A').tags, account('B').tags]).toEqual([['Priority'], ['Priority']]);
  });
});

describe('groups', () => {
  beforeEach(() => {
    label('A', { group: { name: 'Acme' } });
    label('B', { group: { name: 'Brightside' } });
    label('C', { group: { name: 'Acme' } });
  });

  test('are renamed, but not to another one’s name', () => {
    labels.renameGroup(idOf('Acme'), 'ACME Foods');
    labels.renameGroup(idOf('ACME Foods'), 'acme foods');
    expect(account('C').group?.name).toBe('acme foods');
    const taken = thrownBy(() => {
      labels.renameGroup(idOf('acme foods'), 'ＢＲＩＧＨＴＳＩＤＥ');
    });
    expect(taken).toMatchObject({ code: 'INVALID_INPUT' });
    expect(String(taken)).toContain('There is already a group “Brightside”');
    expect(groups()).toEqual(['acme foods 2', 'Brightside 1']);
  });

  test('keep the order that a person gives them', () => {
    label('A', { group: { name: 'Copper' } });
    labels.orderGroups([idOf('Copper'), idOf('Brightside')]);
    expect(groups()).toEqual(['Copper 1', 'Brightside 1', 'Acme 1']);
    labels.orderGroups([idOf('Acme'), 'no-such-group']);
    store.reopen();
    open();
    expect(groups()).toEqual(['Acme 1', 'Copper 1', 'Brightside 1']);
  });

  test('that are deleted leave their accounts without one, and come back with those that have no other', () => {
    const acme = idOf('Acme');
    labels.deleteGroup(acme);
    expect(groups()).toEqual(['Brightside 1']);
    expect([account('A').group, account('C').group]).toEqual([null, null]);
    expect(
      thrownBy(() => {
        label('B', { group: { groupId: acme } });
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    label('C', { group: { name: 'Brightside' } });
    labels.restoreGroup(acme);
    expect(groups()).toEqual(['Acme 1', 'Brightside 2']);
    expect(account('A').group).toEqual({ groupId: acme, name: 'Acme' });
  });

  test('don’t come back beside another one with their name, or after a day', () => {
    const acme = idOf('Acme');
    labels.deleteGroup(acme);
    label('B', { group: { name: 'acme' } });
    expect(
      thrownBy(() => {
        labels.restoreGroup(acme);
      }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(groups()).toEqual(['Brightside 0', 'acme 1']);
    clock += dayMs + 1;
    labels.deleteGroup(idOf('Brightside'));
    expect(
      thrownBy(() => {
        labels.restoreGroup(acme);
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(account('A').group).toBeNull();
  });
});

describe('lists filtered by group', () => {
  beforeEach(() => {
    labels.label({ accounts: [one('A'), one('C')], group: { name: 'Acme' } });
    label('B', { group: { name: 'Brightside' } });
    const invite = store.db.prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         first_seen_at, state_changed_at)
       VALUES ('sandbox', ?, ?, ?, 'Name', 'viewer', 'pending', 'Dana', 1, 1)`,
    );
    for (const accountId of ['A', 'B', 'C']) {
      invite.run(accountId, `i-${accountId}`, `${accountId}@example.com`);
      store.db
        .prepare(
          `INSERT INTO members (realm, account_id, user_id, masked_email, scope, role, role_as_of, first_seen_at,
             since_at, last_seen_at, direct_seen_at)
           VALUES ('sandbox', ?, ?, 'm', 'direct', ?, 1, 1, 1, 1, 1)`,
        )
        .run(accountId, accountId === 'C' ? 'u-A' : `u-${accountId}`, accountId === 'C' ? 'admin' : 'viewer');
    }
  });

  const invitations = (names: readonly string[]): string[] =>
    access
      .listInvitations({
        groups: names.map(idOf),
        sort: 'emailAddress',
        descending: false,
        limit: 50,
        offset: 0,
      })
      .invitations.map(({ invitationId }) => invitationId);
  const people = (more: Partial<CheckedInput<'people.list'>>): string[] =>
    listPeople(store.db, {
      ...{ search: '', sort: 'userId', descending: false, limit: 50, offset: 0 },
      ...more,
    }).people.map(({ userId }) => userId);

  test('have the invitations of its accounts, each once', () => {
    expect(invitations(['Acme'])).toEqual(['i-A', 'i-C']);
    expect(invitations(['Acme', 'Brightside'])).toEqual(['i-A', 'i-B', 'i-C']);
    expect(invitations([])).toEqual([]);
    const acme = idOf('Acme');
    labels.deleteGroup(acme);
    expect(
      access.listInvitations({ groups: [acme], sort: 'emailAddress', descending: false, limit: 9, offset: 0 })
        .total,
    ).toBe(0);
  });

  test('have the people with access to its accounts, with that role there', () => {
    expect(people({ groups: [idOf('Acme')] })).toEqual(['u-A']);
    expect(people({ groups: [idOf('Brightside')] })).toEqual(['u-B']);
    expect(people({ groups: [idOf('Brightside')], roles: ['admin'] })).toEqual([]);
    expect(people({ groups: [idOf('Acme')], roles: ['admin'] })).toEqual(['u-A']);
    expect(people({})).toEqual(['u-A', 'u-B']);
  });

  test('look accounts up in an index', () => {
    const plan = store.db
      .prepare(`EXPLAIN QUERY PLAN SELECT realm, account_id FROM account_labels WHERE group_id = 'x'`)
      .all() as { readonly detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain('account_labels_by_group');
  });
});

test('an account that two connections can’t read is one account that needs attention', () => {
  store.db
    .exec(`UPDATE ways_in SET trouble = '{"code":"NETWORK","message":"Off","retryable":true}', trouble_at = 1
    WHERE account_id IN ('A', 'B')`);
  expect(access.overview().accountsWithTrouble).toBe(2);
});
