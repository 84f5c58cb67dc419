import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identifiedMembers } from '../../../../main/access/ledger/identifiedMembers';
import { createIdentityLedger, type IdentityLedger } from '../../../../main/access/ledger/identityLedger';
import { CodedError } from '../../../../shared/errors';
import { invitationStored, membersListed } from '../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';
import { thrownBy } from '../../../support/fixtures/thrownBy';

const rosa = 'rosa@acme.example';
const ralf = 'ralf@acme.example';
const rs = 'r***@acme.example';

let store: Store;
let ledger: IdentityLedger;
let events: string[];
let at: number;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of ['A1', 'A2', 'A3']) addAccount(store.db, 'c-1', accountId);
  events = [];
  at = 1000;
  ledger = createIdentityLedger({
    db: store.db,
    now: () => (at += 1),
    changed: (topic) => events.push(topic),
  });
});
afterEach(() => {
  store.remove();
});

const identityOf = (userId: string) => ledger.identityOf('sandbox', userId);
const briefly = (userId: string): string => {
  const { confidence, address, rule } = identityOf(userId);
  return [confidence, address ?? '–', rule ?? '–'].join(' ');
};
const decide = (kind: 'same' | 'notSame' | 'undo', emailAddress: string, userId = 'u-1'): void => {
  ledger.decide({ realm: 'sandbox', userId, emailAddress, kind });
};
const refused = (work: () => void): string => {
  const error = thrownBy(work);
  if (!(error instanceof CodedError)) throw new Error('Nothing was refused.');
  return `${error.code} ${error.message}`;
};
const stored = (): number =>
  (store.db.prepare('SELECT count(*) AS n FROM identity_decisions').get() as { n: number }).n;

describe('the person behind a user ID', () => {
  test('is unknown without evidence, and a user ID that no account lists is not found', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    expect(briefly('u-1')).toBe('none – –');
    expect(refused(() => identityOf('u-2'))).toMatch(/^NOT_FOUND .*u-2/);
    expect(refused(() => ledger.identityOf('amazon', 'u-1'))).toMatch(/^NOT_FOUND/);
  });

  test('is certain in every account if one of them shows the whole address', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': '' });
    membersListed(store.db, 'A2', 10, { 'u-1': 'Rosa@Acme.example' });
    expect(briefly('u-1')).toBe(`certain ${rosa} wholeAddress`);
    expect(identityOf('u-1').accounts).toMatchObject([
      { account: { connectionId: 'c-1', accountId: 'A1' }, accountName: 'Name of A1', maskedEmail: '' },
      { accountId: 'A2', maskedEmail: 'Rosa@Acme.example', goneAt: null },
    ]);
  });

  test('is probable for the only member who joined after the accepted invitation and fits', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': 'r***a@acme.example' });
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 20 });
    membersListed(store.db, 'A1', 30, { 'u-1': 'r***a@acme.example', 'u-2': rs, 'u-3': 'l***@acme.example' });
    expect(briefly('u-2')).toBe(`probable ${rosa} acceptedInvitation`);
    // Was in the account before the first list, so not because of the invitation.
    expect(briefly('u-1')).toBe(`possible ${rosa} uniqueFit`);
    expect(briefly('u-3')).toBe('none – –');
  });

  test('is not concluded from an invitation that was created after the member joined', () => {
    membersListed(store.db, 'A1', 10, {});
    membersListed(store.db, 'A1', 30, { 'u-1': rs });
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 40 });
    expect(briefly('u-1')).toBe(`possible ${rosa} uniqueFit`);
  });

  test('is not concluded from the first list of an account, even if that is read after the invitation was accepted', () => {
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 20 });
    membersListed(store.db, 'A1', 30, { 'u-1': rs });
    expect(briefly('u-1')).toBe(`possible ${rosa} uniqueFit`);
  });

  test('counts an invitation of unknown age from when it was first listed', () => {
    membersListed(store.db, 'A1', 10, {});
    membersListed(store.db, 'A1', 30, { 'u-1': rs });
    membersListed(store.db, 'A2', 10, {});
    membersListed(store.db, 'A2', 30, { 'u-2': 'l***@acme.example' });
    const unknown = { state: 'accepted', createdAt: null } as const;
    invitationStored(store.db, 'A1', rosa, { ...unknown, firstSeenAt: 40 });
    invitationStored(store.db, 'A2', 'lena@acme.example', { ...unknown, firstSeenAt: 20 });
    expect(briefly('u-1')).toBe(`possible ${rosa} uniqueFit`);
    expect(briefly('u-2')).toBe('probable lena@acme.example acceptedInvitation');
  });

  test('is not concluded from an invitation that is pending or revoked, or to an account that doesn’t list the user ID', () => {
    membersListed(store.db, 'A1', 10, {});
    membersListed(store.db, 'A1', 30, { 'u-1': rs });
    invitationStored(store.db, 'A1', rosa, { state: 'revoked', createdAt: 20 });
    invitationStored(store.db, 'A2', rosa, { state: 'accepted', createdAt: 20 });
    expect(briefly('u-1')).toBe(`possible ${rosa} uniqueFit`);
  });

  test('stays open if somebody else who fits joined too, even if one of the two has left since', () => {
    membersListed(store.db, 'A1', 10, {});
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 20 });
    membersListed(store.db, 'A1', 30, { 'u-1': rs });
    expect(briefly('u-1')).toBe(`probable ${rosa} acceptedInvitation`);
    membersListed(store.db, 'A1', 40, { 'u-2': rs });
    expect([briefly('u-1'), briefly('u-2')]).toEqual(Array(2).fill(`possible ${rosa} uniqueFit`));
    membersListed(store.db, 'A1', 50, { 'u-2': rs, 'u-3': '' });
    expect(briefly('u-3')).toBe('none – –');
  });

  test('stays open if a new member shows nothing and so may be anybody', () => {
    membersListed(store.db, 'A1', 10, {});
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 20 });
    membersListed(store.db, 'A1', 30, { 'u-1': rs, 'u-2': '' });
    expect(briefly('u-1')).toBe(`possible ${rosa} uniqueFit`);
  });

  test('is unknown if two known addresses fit, and both are named', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    for (const address of [rosa, ralf, 'Rosa@Acme.example', 'r***@acme.example', '', 'lena@acme.example']) {
      invitationStored(store.db, 'A2', address);
    }
    expect(identityOf('u-1')).toMatchObject({
      ...{ confidence: 'none', address: null, rule: 'uniqueFit', candidates: [ralf, rosa] },
    });
  });

  test('is the one address that fits in all accounts, even if very many fit in each', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': 'x1.***@acme.example' });
    membersListed(store.db, 'A2', 10, { 'u-1': 'x***.39@acme.example' });
    for (let index = 10; index < 40; index += 1) {
      invitationStored(store.db, 'A3', `x1.${String(index)}@acme.example`);
      invitationStored(store.db, 'A3', `x${String(index)}.39@acme.example`);
    }
    expect(briefly('u-1')).toBe('possible x1.39@acme.example uniqueFit');
  });

  test('stays unknown if very many fit, of whom some are ruled out', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': 'p***@acme.example' });
    const people = Array.from({ length: 60 }, (_, index) => `p${String(index + 10)}@acme.example`);
    for (const address of people) invitationStored(store.db, 'A2', address);
    for (const address of people.slice(0, 58)) decide('notSame', address);
    expect(identityOf('u-1')).toMatchObject({ confidence: 'none', candidates: people.slice(58) });
    decide('notSame', people[58] ?? '');
    expect(briefly('u-1')).toBe(`possible ${people[59] ?? ''} uniqueFit`);
  });
});

describe('a confirmation', () => {
  test('holds in every account that lists the user ID, survives refreshes, and is undone', async () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs, 'u-2': rs });
    membersListed(store.db, 'A2', 10, { 'u-1': '***' });
    decide('same', ' Rosa@Acme.example ');
    expect(events).toEqual(['people.changed']);
    expect(briefly('u-1')).toBe(`certain ${rosa} confirmed`);
    expect(identityOf('u-1').decisions).toEqual([{ kind: 'same', emailAddress: rosa, at: 1001 }]);
    expect(briefly('u-2')).toBe('none – –');
    const places = async () =>
      (await identifiedMembers(store.db)).map(({ accountId, address }) => `${accountId} ${address}`);
    expect(await places()).toEqual([`A1 ${rosa}`, `A2 ${rosa}`]);

    membersListed(store.db, 'A2', 20, {});
    membersListed(store.db, 'A3', 20, { 'u-1': 'l***@acme.example' });
    store.reopen();
    ledger = createIdentityLedger({
      db: store.db,
      now: () => (at += 1),
      changed: (topic) => events.push(topic),
    });
    expect(identityOf('u-1')).toMatchObject({
      ...{ confidence: 'certain', address: rosa, isContradicted: true },
      accounts: [{ accountId: 'A1', goneAt: null }, { accountId: 'A2', goneAt: 20 }, { accountId: 'A3' }],
    });
    expect(await places()).toEqual([`A1 ${rosa}`, `A3 ${rosa}`]);

    decide('undo', rosa);
    expect(events).toHaveLength(2);
    expect(identityOf('u-1')).toMatchObject({ confidence: 'none', decisions: [] });
    expect(await places()).toEqual([]);
  });

  test('holds in its own realm only', () => {
    addConnection(store.db, 'c-2', 'amazon');
    addAccount(store.db, 'c-2', 'A1', 'amazon');
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    store.db.exec(
      `INSERT INTO members SELECT 'amazon', account_id, user_id, masked_email, scope, direct_seen_at, inherited_seen_at,
         unscoped_seen_at, role, role_as_of, first_seen_at, last_seen_at, since_at, gone_at, removed_at FROM members`,
    );
    decide('same', rosa);
    expect(ledger.identityOf('amazon', 'u-1')).toMatchObject({ confidence: 'none', decisions: [] });
  });

  test('is refused for an address that isn’t whole, naming it, and nothing is kept', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    for (const text of [rs, 'Rosa', 'rosa@acme', 'r…@acme.example']) {
      expect(
        refused(() => {
          decide('same', text);
        }),
      ).toMatch(/^INVALID_INPUT /);
      expect(
        refused(() => {
          decide('same', text);
        }),
      ).toContain(text);
      expect(
        refused(() => {
          decide('notSame', text);
        }),
      ).toContain(text);
    }
    expect(
      refused(() => {
        decide('same', rosa, 'u-9');
      }),
    ).toMatch(/^NOT_FOUND .*u-9/);
    expect([stored(), events]).toEqual([0, []]);
  });

  test('is refused while another address is confirmed, naming that, until it is undone', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    decide('same', rosa);
    expect(
      refused(() => {
        decide('same', ralf);
      }),
    ).toMatch(/^INVALID_INPUT rosa@acme\.example .*u-1/);
    expect([stored(), events.length, briefly('u-1')]).toEqual([1, 1, `certain ${rosa} confirmed`]);
    decide('undo', rosa);
    decide('same', ralf);
    expect(briefly('u-1')).toBe(`certain ${ralf} confirmed`);
  });

  test('given twice is kept once, so that one undo reverts it', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    decide('same', rosa);
    decide('same', 'ROSA@acme.example');
    expect([stored(), events.length]).toEqual([1, 1]);
    decide('undo', rosa);
    expect(briefly('u-1')).toBe('none – –');
    expect(
      refused(() => {
        decide('undo', rosa);
      }),
    ).toMatch(/^INVALID_INPUT .*rosa@acme\.example.*u-1/);
    expect([stored(), events.length]).toEqual([2, 2]);
  });

  test('doesn’t come back beside another one when “not the same” is undone', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    decide('same', rosa);
    decide('notSame', rosa);
    decide('same', ralf);
    expect(
      refused(() => {
        decide('undo', rosa);
      }),
    ).toMatch(/^INVALID_INPUT ralf@acme\.example/);
    expect(briefly('u-1')).toBe(`certain ${ralf} confirmed`);
  });
});
