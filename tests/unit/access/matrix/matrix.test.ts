import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIdentityLedger } from '../../../../main/access/ledger/identityLedger';
import { writeListings, writeListProblem, writeRole } from '../../../../main/access/members/memberFacts';
import { createPeople } from '../../../../main/people/people';
import { transaction } from '../../../../main/storage/transaction';
import type { MemberListName } from '../../../../shared/domain/member/member';
import { cellText } from '../../../../shared/domain/person/matrixText';
import { invitationStored } from '../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const realm = 'sandbox';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addConnection(store.db, 'c-2');
  for (const id of ['A1', 'A2', 'A3', 'A4']) addAccount(store.db, 'c-1', id);
  addAccount(store.db, 'c-2', 'A1');
  read('A1', 'direct', 100, { ann: 'a***n@acme.example', ben: 'ben@acme.example' });
  read('A1', 'inherited', 100, { ben: 'ben@acme.example', cleo: '' });
  read('A2', 'direct', 200, { ann: 'a***n@acme.example' });
  withoutInherited('A2');
  read('A3', 'direct', 300, { ann: 'a***n@acme.example', dan: '' });
  read('A3', 'inherited', 300, {});
  role('A1', 'ann', 'admin');
  role('A1', 'ben', 'viewer, editor');
});
afterEach(() => {
  store.remove();
});

function read(
  accountId: string,
  list: MemberListName,
  beganAt: number,
  people: Readonly<Record<string, string>>,
): void {
  const users = Object.entries(people).map(([userId, emailAddress]) => ({ userId, emailAddress }));
  transaction(store.db, () =>
    writeListings(store.db, { realm, accountId }, [{ list, beganAt, users, unreadable: 0 }], beganAt),
  );
}

function withoutInherited(accountId: string): void {
  const error = { code: 'FORBIDDEN', message: 'Not for you.', retryable: false } as const;
  writeListProblem(
    store.db,
    { realm, accountId },
    { list: 'inherited', beganAt: 200, outcome: 'unavailable', error },
  );
}

function role(accountId: string, userId: string, value: string): void {
  transaction(store.db, () =>
    writeRole(store.db, { realm, accountId, userId }, { role: value, beganAt: 400, now: 400 }),
  );
}

const people = () => createPeople(store.db);
const cells = async (userId: string) => (await people().cells({ people: [{ realm, userId }] })).cells;

/** What the matrix says about somebody, by account. */
async function rowOf(userId: string): Promise<Record<string, string>> {
  const own = await cells(userId);
  return Object.fromEntries(
    people()
      .accounts()
      .accounts.map((account) => [
        account.accountId,
        cellText(
          account,
          own.find(({ accountId }) => accountId === account.accountId),
        ),
      ]),
  );
}

describe('the columns of the matrix', () => {
  test('are the accounts, each once, with what is known about their members', () => {
    const { accounts } = people().accounts();
    expect(accounts.map((each) => [each.accountId, each.membersAsOf, each.isInheritedUnknown])).toEqual([
      ['A1', 100, false],
      ['A2', 200, true],
      ['A3', 300, false],
      ['A4', null, false],
    ]);
  });

  test('of an account that no connection reaches anymore are gone', async () => {
    store.db.prepare("DELETE FROM ways_in WHERE account_id = 'A3'").run();
    expect(
      people()
        .accounts()
        .accounts.map(({ accountId }) => accountId),
    ).toEqual(['A1', 'A2', 'A4']);
    expect((await cells('ann')).map(({ accountId }) => accountId)).toEqual(['A1', 'A2']);
  });
});

describe('a cell of the matrix', () => {
  test('says the role and how Amazon lists the access', async () => {
    expect(await cells('ben')).toEqual([
      {
        ...{ realm, userId: 'ben', accountId: 'A1', pendingRole: null },
        access: { scope: 'both', role: 'viewer, editor', roleAsOf: 400, lastSeenAt: 100 },
      },
    ]);
    expect(await rowOf('ann')).toEqual({
      A1: 'Admin',
      A2: 'Role unknown',
      A3: 'Role unknown',
      A4: 'Not read',
    });
  });

  test('never claims that there is no role or no access where nobody knows', async () => {
    expect(await rowOf('ben')).toEqual({
      A1: 'Viewer, Editor, inherited',
      A2: 'Inherited unknown',
      A3: '',
      A4: 'Not read',
    });
    expect((await rowOf('cleo'))['A1']).toBe('Inherited');
  });

  test('is empty again after the access ended', async () => {
    read('A3', 'direct', 500, { dan: '' });
    expect((await rowOf('ann'))['A3']).toBe('');
  });

  test('has a pending invitation to an address that is certainly theirs', async () => {
    invitationStored(store.db, 'A3', 'BEN@acme.example');
    invitationStored(store.db, 'A1', 'ben@acme.example');
    invitationStored(store.db, 'A2', 'ben@acme.example', { state: 'revoked' });
    expect(await rowOf('ben')).toEqual({
      A1: 'Viewer, Editor, inherited; pending viewer',
      A2: 'Inherited unknown',
      A3: 'Pending viewer',
      A4: 'Not read',
    });
  });

  test('has no invitation to an address that only fits the mask, until a person confirms it', async () => {
    invitationStored(store.db, 'A4', 'aaron.n@acme.example');
    expect((await rowOf('ann'))['A4']).toBe('Not read');
    const ledger = createIdentityLedger({ db: store.db, now: () => 600, changed: () => undefined });
    const decision = { realm, userId: 'ann', emailAddress: 'aaron.n@acme.example' };
    ledger.decide({ ...decision, kind: 'same' });
    expect((await rowOf('ann'))['A4']).toBe('Pending viewer');
    ledger.decide({ ...decision, kind: 'undo' });
    expect((await rowOf('ann'))['A4']).toBe('Not read');
  });
});
