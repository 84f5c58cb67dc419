import { beforeEach, describe, expect, test } from 'vitest';
import { createExplanations, type Conclusions } from '../../../main/access/refresh/vanishedInvitations';
import type { AdsAnswer, AdsClient } from '../../../main/amazonAds/client/client';
import type { AdsRequest } from '../../../main/amazonAds/client/http';
import { CodedError, type ErrorCode } from '../../../shared/errors';
import type { Reply } from '../../support/amazon/loopbackAmazon';
import { day, listed, listing, readingBench, start } from '../../support/benches/readingInvitations';
import { createIdentityLedger } from '../../../main/access/ledger/identityLedger';
import { membersListed } from '../../support/fixtures/knownPeople';
import { addAccount } from '../../support/fixtures/store';

const bench = readingBench();

const replyWith = (invitationId: string, state: string, more: object = {}): Reply => ({
  json: { invitation: listed(invitationId, { state, ...more }), termsTypes: [] },
});
const unreadable: Reply = { json: { oops: 'a page of the proxy' } };
const users =
  (...addresses: string[]) =>
  (): Reply => ({
    json: { users: addresses.map((emailAddress, index) => ({ userId: `u${String(index)}`, emailAddress })) },
  });
const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`);
const stateAndEvidence = (invitationId: string) => {
  const row = bench.stored().find((each) => each.invitationId === invitationId);
  return [row?.state, row?.evidence];
};

beforeEach(() => {
  addAccount(bench.store.db, 'c-1', 'ENTITY1');
});

describe('many invitations that Amazon no longer lists', () => {
  const pending = (): number => bench.access.overview().pending;

  test('are all explained after one refresh, and results show before the last request', async () => {
    const missing = ids('i-', 130);
    bench.listReply = listing(...missing.map((id) => listed(id)));
    await bench.refreshAt(start);
    bench.listReply = listing();
    let shown = pending();
    bench.oneReply = (id) => {
      shown = pending();
      return replyWith(id, 'EXPIRED');
    };
    await bench.refreshAt(start + 15 * day);
    expect(shown).toBeLessThan(missing.length);
    expect(pending()).toBe(0);
    expect(bench.stored().every(({ state, evidence }) => state === 'lapsed' && evidence === 'amazon')).toBe(
      true,
    );
    expect(bench.readAlone).toHaveLength(missing.length);
  });

  test('wait at most one refresh for others about which Amazon gives no answer', async () => {
    const mute = ids('a-', 25);
    bench.listReply = listing(...[...mute, 'z'].map((id) => listed(id)));
    await bench.refreshAt(start);
    bench.listReply = listing();
    bench.oneReply = (id) => (id === 'z' ? replyWith(id, 'REVOKED') : unreadable);
    await bench.refreshAt(start + day);
    expect(bench.stateOf('z')).toBe('pending');
    await bench.refreshAt(start + 2 * day);
    expect(bench.stateOf('z')).toBe('revoked');
    expect(mute.map(bench.stateOf)).toEqual(mute.map(() => 'pending'));
  });

  test('come before those that Amazon keeps calling pending', async () => {
    bench.listReply = listing(listed('a'), listed('z'));
    await bench.refreshAt(start);
    bench.listReply = listing(listed('z'));
    bench.oneReply = (id) => replyWith(id, 'PENDING');
    await bench.refreshAt(start + day);
    bench.listReply = listing();
    bench.readAlone.length = 0;
    await bench.refreshAt(start + 2 * day);
    expect(bench.readAlone).toEqual(['z', 'a']);
  });

  test('are no longer requested after the refresh is stopped; what was learned is kept', async () => {
    let requests = 0;
    const read = (): Promise<AdsAnswer> => {
      requests += 1;
      if (requests > 50) return Promise.reject(new CodedError({ code: 'NOT_SENT', message: 'Stopped.' }));
      const body = { invitation: { ...listed('i', { state: 'REVOKED' }) } };
      return Promise.resolve({ body, httpStatus: 200, requestId: undefined });
    };
    const client: AdsClient = {
      read,
      readOnce: read,
      change: () => expect.fail('Nothing is changed.'),
      amazonsTime: () => undefined,
    };
    const written: Conclusions[] = [];
    const missing = ids('i-', 500).map((invitationId) => ({
      invitationId,
      emailAddress: '',
      expiresAt: null,
    }));
    await createExplanations().explain(
      { client, account: { realm: 'sandbox', accountId: 'ENTITY1' }, at: start },
      { missing, doubtful: [], others: [] },
      (conclusions) => {
        written.push(conclusions);
        return Promise.resolve();
      },
    );
    expect(requests).toBe(80);
    expect(written.map(({ size }) => size)).toEqual([20, 20, 10]);
  });
});

describe('an invitation that Amazon calls pending although its list lacks it', () => {
  beforeEach(async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    bench.listReply = listing();
  });

  test('has expired when its end is long past', async () => {
    bench.oneReply = (id) => replyWith(id, 'PENDING');
    await bench.refreshAt(start + 14 * day);
    expect(stateAndEvidence('i-1')).toEqual(['pending', 'amazon']);
    await bench.refreshAt(start + 15 * day);
    expect(stateAndEvidence('i-1')).toEqual(['lapsed', 'expiry']);
  });

  test('is pending when Amazon’s answer includes a later end', async () => {
    bench.oneReply = (id) => replyWith(id, 'RESENT', { expiration: (start + 20 * day) / 1000 });
    await bench.refreshAt(start + 16 * day);
    expect(stateAndEvidence('i-1')).toEqual(['pending', 'amazon']);
  });
});

const person = (invitationId: string, emailAddress: string) =>
  listed(invitationId, { user: { emailAddress, userName: 'J' } });

describe('one user behind a mask', () => {
  test('is not two invited people', async () => {
    bench.listReply = listing(person('i-1', 'john@example.com'), person('i-2', 'jane@example.com'));
    await bench.refreshAt(start);
    bench.listReply = listing();
    bench.usersReply = users('j***@example.com');
    await bench.refreshAt(start + day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['gone', 'absence'],
      ['gone', 'absence'],
    ]);
  });

  test('who is probably one person is not also another one who disappears later', async () => {
    bench.listReply = listing(person('i-1', 'john@example.com'), person('i-2', 'jane@example.com'));
    await bench.refreshAt(start);
    bench.listReply = listing(person('i-2', 'jane@example.com'));
    bench.usersReply = users('j***@example.com');
    await bench.refreshAt(start + day);
    bench.listReply = listing();
    await bench.refreshAt(start + 2 * day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['accepted', 'maskedUser'],
      ['gone', 'absence'],
    ]);
  });
});

describe('a user whose mask fits two invitations that disappear', () => {
  beforeEach(async () => {
    bench.listReply = listing(person('i-1', 'john@example.com'), person('i-2', 'jane@example.com'));
    await bench.refreshAt(start);
    bench.listReply = listing();
    bench.usersReply = users('j***@example.com');
    membersListed(bench.store.db, 'ENTITY1', start, { u0: 'j***@example.com' });
  });
  const decide = (kind: 'same' | 'undo'): void => {
    createIdentityLedger({ db: bench.store.db, now: () => start, changed: () => undefined }).decide({
      ...{ realm: 'sandbox', userId: 'u0', emailAddress: 'john@example.com', kind },
    });
  };

  test('and whom a person confirmed accepted one of them, probably, and not the other', async () => {
    decide('same');
    await bench.refreshAt(start + 20 * day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['accepted', 'maskedUser'],
      ['lapsed', 'expiry'],
    ]);
  });

  test('settles neither once the confirmation is undone', async () => {
    decide('same');
    decide('undo');
    await bench.refreshAt(start + 20 * day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['gone', 'absence'],
      ['gone', 'absence'],
    ]);
  });

  test('and whom Amazon shows whole in another account accepted one of them, certainly', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    membersListed(bench.store.db, 'ENTITY2', start, { u0: 'Jane@example.com' });
    await bench.refreshAt(start + 20 * day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['lapsed', 'expiry'],
      ['accepted', 'user'],
    ]);
  });
});

test('after two weeks with the app closed, nobody who accepted is called expired, with a whole or masked address', async () => {
  bench.listReply = listing(listed('anna'), listed('bert'), listed('carl'));
  await bench.refreshAt(start);
  bench.listReply = listing();
  bench.usersReply = users('anna@example.com', 'b***@example.com');
  await bench.refreshAt(start + 20 * day);
  expect(['anna', 'bert', 'carl'].map(stateAndEvidence)).toEqual([
    ['accepted', 'user'],
    ['accepted', 'maskedUser'],
    ['lapsed', 'expiry'],
  ]);
});

describe('a conclusion from mere absence', () => {
  beforeEach(async () => {
    bench.listReply = listing(listed('i-1'), listed('i-2', { expiration: (start + day) / 1000 }));
    await bench.refreshAt(start);
    bench.listReply = listing();
    await bench.refreshAt(start + 2 * day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['gone', 'absence'],
      ['lapsed', 'expiry'],
    ]);
    bench.readAlone.length = 0;
  });

  test('becomes accepted when Amazon’s list of users catches up, without a request for each', async () => {
    bench.usersReply = users('i-1@example.com', 'i-2@example.com');
    await bench.refreshAt(start + 4 * day);
    expect(['i-1', 'i-2'].map(stateAndEvidence)).toEqual([
      ['accepted', 'user'],
      ['accepted', 'user'],
    ]);
    expect(bench.stored().map(({ stateChangedAt }) => stateChangedAt)).toEqual([
      start + 4 * day,
      start + 4 * day,
    ]);
    expect(bench.readAlone).toEqual([]);
  });

  test('stays as it is when its person was invited again since, and accepted that invitation', async () => {
    const again = listed('i-3', { user: { emailAddress: 'i-2@example.com', userName: 'Name' } });
    bench.listReply = listing(again);
    await bench.refreshAt(start + 3 * day);
    bench.listReply = listing();
    bench.usersReply = users('i-2@example.com');
    await bench.refreshAt(start + 4 * day);
    expect(['i-2', 'i-3'].map(stateAndEvidence)).toEqual([
      ['lapsed', 'expiry'],
      ['accepted', 'user'],
    ]);
  });

  test('stays as it is without new evidence, and becomes permanent after three days', async () => {
    await bench.refreshAt(start + 3 * day);
    expect(bench.stored().map(({ stateChangedAt }) => stateChangedAt)).toEqual([
      start + 2 * day,
      start + 2 * day,
    ]);
    bench.usersReply = users('i-1@example.com', 'i-2@example.com');
    await bench.refreshAt(start + 5 * day);
    expect(['i-1', 'i-2'].map(bench.stateOf)).toEqual(['gone', 'lapsed']);
  });
});

test.each<[string, { one?: Reply; users?: Reply }]>([
  ['about one invitation', { one: unreadable }],
  ['about the users', { users: { json: { users: 'a page of the proxy' } } }],
])('an unreadable answer %s proves nothing', async (_what, replies) => {
  bench.listReply = listing(listed('i-1'));
  await bench.refreshAt(start);
  bench.listReply = listing();
  const { oneReply, usersReply } = bench;
  if (replies.one !== undefined) bench.oneReply = () => replies.one ?? {};
  if (replies.users !== undefined) bench.usersReply = () => replies.users ?? {};
  await bench.refreshAt(start + day);
  expect(bench.stateOf('i-1')).toBe('pending');
  Object.assign(bench, { oneReply, usersReply });
  await bench.refreshAt(start + 2 * day);
  expect(bench.stateOf('i-1')).toBe('gone');
});

describe('a request that got no answer', () => {
  const missing = [{ invitationId: 'i-1', emailAddress: 'jane@example.com', expiresAt: null }];

  /**
   * The conclusions if the requests whose paths begin like this end with this code, and Amazon answers the others with nothing.
   */
  async function concluded(paths: string, code: ErrorCode): Promise<unknown[]> {
    const read = ({ path }: AdsRequest): Promise<AdsAnswer> =>
      Promise.reject(
        new CodedError({ code: path.startsWith(paths) ? code : 'FORBIDDEN', message: 'No answer.' }),
      );
    const client: AdsClient = {
      read,
      readOnce: read,
      change: () => expect.fail('Nothing is changed.'),
      amazonsTime: () => undefined,
    };
    const states: unknown[] = [];
    await createExplanations().explain(
      { client, account: { realm: 'sandbox', accountId: 'ENTITY1' }, at: start },
      { missing, doubtful: [], others: [] },
      (conclusions) => {
        states.push(...[...conclusions.values()].map(({ state }) => state));
        return Promise.resolve();
      },
    );
    return states;
  }

  test.each<ErrorCode>([
    'NOT_SENT',
    'NETWORK',
    'TIMEOUT',
    'THROTTLED',
    'AMAZON_ERROR',
    'UNREADABLE_ANSWER',
    'UNAUTHORIZED',
    'SIGN_IN_REQUIRED',
    'KEYCHAIN_LOCKED',
    'SECRET_MISSING',
    'OTHER_HOSTS',
  ])('for %s proves nothing about the invitation', async (code) => {
    expect(await concluded('/user-invitations/', code)).toEqual([]);
    expect(await concluded('/users/', code)).toEqual([]);
  });

  test('because Amazon does not return the caller’s identity lets its absence count', async () => {
    expect(await concluded('/', 'FORBIDDEN')).toEqual(['gone']);
  });
});
