import { beforeEach, describe, expect, test } from 'vitest';
import { createIdentityLedger } from '../../../main/access/ledger/identityLedger';
import { createActivity } from '../../../main/activity/activity';
import { createLeavers, type Leavers } from '../../../main/leavers/leavers';
import type { Agreement } from '../../../shared/domain/outbox/agreement';
import { changedIn, membersBench } from '../../support/benches/membersBench';
import { addAccount } from '../../support/fixtures/store';

const own = membersBench();
const ref = (name: string, accountId = 'ENTITY1') => ({
  connectionId: 'c-1',
  accountId,
  userId: `u-${name}`,
});
const ofUser = (name: string) => ({
  emailAddresses: [],
  members: [{ realm: 'sandbox', userId: `u-${name}` }],
});
const ofAddress = (emailAddress: string) => ({ emailAddresses: [emailAddress], members: [] });
let leavers: Leavers;
let changed: string[];
beforeEach(async () => {
  await own.read();
  changed = [];
  const { db } = own.store;
  leavers = createLeavers({
    db,
    outbox: own.bench.own,
    activity: createActivity(db),
    now: () => 5000,
    changed: (topic) => changed.push(topic),
  });
});

const agreedTo = async (members: ReturnType<typeof ref>[]): Promise<Agreement> =>
  (await own.bench.own.previewMembers({ change: 'remove', members })).agreement;
const stored = (): unknown =>
  own.store.db
    .prepare('SELECT (SELECT count(*) FROM leavers) AS leavers, (SELECT count(*) FROM runs) AS runs')
    .get();
function invite(accountId: string, emailAddress: string, state = 'pending'): void {
  own.store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         created_at, first_seen_at, state_changed_at, search_text)
       VALUES ('sandbox', ?, ?, ?, 'Lea Vitt', 'viewer', ?, 'Dana', 1, 1, 1, '')`,
    )
    .run(accountId, `i-${accountId}-${state}`, emailAddress, state);
}

describe('the plan of a removal', () => {
  test('for a user ID has every account that lists it, each for certain', async () => {
    const { members, accounts } = await leavers.plan(ofUser('viewer0'));
    expect(members.map(({ accountId, confidence, rule }) => [accountId, confidence, rule])).toEqual([
      ['ENTITY1', 'certain', null],
      ['ENTITY2', 'certain', null],
    ]);
    expect(accounts).toBe(2);
  });

  test('for a user ID whose address is certain has the invitations to that address too', async () => {
    invite('ENTITY1', 'vi.kar@example.com');
    expect((await leavers.plan(ofUser('viewer3'))).invitations).toEqual([]);
    const ledger = createIdentityLedger({ db: own.store.db, now: () => 1, changed: () => undefined });
    ledger.decide({
      realm: 'sandbox',
      userId: 'u-viewer3',
      emailAddress: 'vi.kar@example.com',
      kind: 'same',
    });
    expect((await leavers.plan(ofUser('viewer3'))).invitations.map(({ accountId }) => accountId)).toEqual([
      'ENTITY1',
    ]);
  });

  test('for an address has members by certainty, and its pending invitations alone', async () => {
    invite('ENTITY1', 'Vi.Kar@example.com');
    invite('ENTITY2', 'vi.kar@example.com', 'revoked');
    const { members, invitations, names } = await leavers.plan(ofAddress('vi.kar@example.com'));
    expect(invitations.map(({ accountId, account }) => [accountId, account.connectionId])).toEqual([
      ['ENTITY1', 'c-1'],
    ]);
    expect(names).toEqual(['Lea Vitt']);
    // Twelve viewers are listed with this mask: none is certain.
    expect(new Set(members.map(({ confidence }) => confidence))).toEqual(new Set(['possible']));
    const ledger = createIdentityLedger({ db: own.store.db, now: () => 1, changed: () => undefined });
    ledger.decide({
      realm: 'sandbox',
      userId: 'u-viewer3',
      emailAddress: 'vi.kar@example.com',
      kind: 'same',
    });
    const certain = (await leavers.plan(ofAddress('vi.kar@example.com'))).members.filter(
      ({ confidence }) => confidence === 'certain',
    );
    expect(certain.map(({ userId, accountId, rule }) => [userId, accountId, rule])).toEqual([
      ['u-viewer3', 'ENTITY1', 'confirmed'],
      ['u-viewer3', 'ENTITY2', 'confirmed'],
    ]);
  });

  test('names what couldn’t be read, and why', async () => {
    addAccount(own.store.db, 'c-1', 'ENTITY3');
    own.store.db.exec(
      `UPDATE member_lists SET outcome = 'failed', error = '{"code":"THROTTLED","message":"Later.","retryable":true}'
       WHERE account_id = 'ENTITY1' AND list = 'inherited'`,
    );
    own.store.db.exec('UPDATE accounts SET invitations_as_of = 7');
    const { unread, asOf } = await leavers.plan(ofUser('viewer0'));
    expect(
      unread.map(({ accountId, missing, error }) => [accountId, missing, error?.message ?? null]),
    ).toEqual([
      ['ENTITY1', ['inherited'], 'Later.'],
      ['ENTITY3', ['members'], null],
    ]);
    expect(unread[1]?.asOf).toBeNull();
    expect(asOf).toBe(7);
  });

  test('of nobody is refused', async () => {
    await expect(leavers.plan({ emailAddresses: [], members: [] })).rejects.toThrow(/Enter an email address/);
  });
});

describe('starting a removal', () => {
  test('removes exactly the agreed members, and keeps the run as the leaver’s', async () => {
    const members = [ref('viewer0'), ref('viewer0', 'ENTITY2')];
    const agreed = await agreedTo(members);
    const answer = await leavers.start({
      ...{ subject: ofUser('viewer0'), leaverId: null, revocation: null },
      removal: { members, agreed },
    });
    if (!answer.agreed) throw new Error('It was agreed to.');
    await own.bench.own.idle();
    expect(own.changes.map(changedIn)).toEqual([['u-viewer0'], ['u-viewer0']]);
    const { leaver, remains } = await leavers.details(answer.leaverId);
    expect(leaver).toMatchObject({ startedAt: 5000, subject: ofUser('viewer0'), runIds: [1] });
    expect(remains.members).toEqual([]);
    expect(leavers.list().leavers).toEqual([leaver]);
    expect(changed).toContain('operations.changed');
  });

  test('is refused as a whole when something differs from what was agreed', async () => {
    const agreed = await agreedTo([ref('viewer0')]);
    const answer = await leavers.start({
      ...{ subject: ofUser('viewer0'), leaverId: null, revocation: null },
      removal: { members: [ref('viewer0'), ref('viewer0', 'ENTITY2')], agreed },
    });
    expect(answer).toMatchObject({
      agreed: false,
      which: 'removal',
      difference: { changed: 1 },
      leaverId: null,
    });
    expect(stored()).toEqual({ leavers: 0, runs: 0 });
    expect(own.changes).toEqual([]);
  });

  test('revokes nothing when the members differ', async () => {
    invite('ENTITY1', 'vi.kar@example.com');
    const invitations = [{ connectionId: 'c-1', accountId: 'ENTITY1', invitationId: 'i-ENTITY1-pending' }];
    const { agreement } = await own.bench.own.preview({ change: 'revoke', invitations });
    const agreed = await agreedTo([ref('viewer0')]);
    own.store.db.exec("UPDATE members SET role = 'admin' WHERE user_id = 'u-viewer0'");
    const answer = await leavers.start({
      ...{ subject: ofAddress('vi.kar@example.com'), leaverId: null },
      revocation: { invitations, agreed: agreement },
      removal: { members: [ref('viewer0')], agreed },
    });
    expect(answer).toMatchObject({ agreed: false, which: 'removal' });
    expect(stored()).toEqual({ leavers: 0, runs: 0 });
  });

  test('adds a later run to the same removal', async () => {
    const first = [ref('viewer0')];
    const start = async (members: typeof first, leaverId: string | null) =>
      leavers.start({
        ...{ subject: ofUser('viewer0'), leaverId, revocation: null },
        removal: { members, agreed: await agreedTo(members) },
      });
    const one = await start(first, null);
    await own.bench.own.idle();
    const other = await start([ref('viewer0', 'ENTITY2')], one.agreed ? one.leaverId : null);
    expect(other).toEqual(one);
    expect(leavers.list().leavers.map(({ runIds }) => runIds)).toEqual([[1, 2]]);
  });

  test('needs something to remove, and a removal that is known', async () => {
    const nothing = { removal: null, revocation: null };
    await expect(leavers.start({ subject: ofUser('viewer0'), leaverId: null, ...nothing })).rejects.toThrow(
      /Select at least one/,
    );
    const members = [ref('viewer0')];
    await expect(
      leavers.start({
        ...{ subject: ofUser('viewer0'), leaverId: 'unknown', revocation: null },
        removal: { members, agreed: await agreedTo(members) },
      }),
    ).rejects.toThrow(/isn’t known/);
    expect(stored()).toEqual({ leavers: 0, runs: 0 });
  });

  test('can be neither changed nor deleted later', async () => {
    const members = [ref('viewer0')];
    await leavers.start({
      ...{ subject: ofUser('viewer0'), leaverId: null, revocation: null },
      removal: { members, agreed: await agreedTo(members) },
    });
    for (const sql of ["UPDATE leavers SET names = '[]'", 'DELETE FROM leavers']) {
      expect(() => own.store.db.exec(sql)).toThrow(/append-only/);
    }
  });
});

describe('the proof of a removal', () => {
  const start = async (members: ReturnType<typeof ref>[]): Promise<string> => {
    const answer = await leavers.start({
      ...{ subject: ofUser('viewer0'), leaverId: null, revocation: null },
      removal: { members, agreed: await agreedTo(members) },
    });
    if (!answer.agreed) throw new Error('It was agreed to.');
    return answer.leaverId;
  };

  test('has what was done with Amazon’s request ID, what remains and why, and the age of every list', async () => {
    const leaverId = await start([ref('viewer0')]);
    await own.bench.own.idle();
    const proof = leavers.proof(leaverId);
    expect(proof.done).toEqual([
      expect.objectContaining({
        action: 'removeMember',
        result: 'done',
        accountId: 'ENTITY1',
        userId: 'u-viewer0',
      }),
    ]);
    expect(proof.open).toEqual([]);
    expect(proof.remains).toEqual([
      expect.objectContaining({
        ...{ accountId: 'ENTITY2', what: 'Viewer', userId: 'u-viewer0' },
        reason: expect.stringMatching(/^It wasn’t part of the removal/) as string,
      }),
    ]);
    expect(proof.ages.map(({ accountId }) => accountId)).toEqual(['ENTITY1', 'ENTITY2']);
    // Invitations were never read in this test.
    expect(proof.unread.map(({ accountId, reason }) => [accountId, reason])).toEqual([
      ['ENTITY1', 'invitations missing; never read'],
      ['ENTITY2', 'invitations missing; never read'],
    ]);
    expect(proof).toMatchObject({
      startedAt: 5000,
      madeAt: 5000,
      isSandbox: true,
      person: { userIds: ['u-viewer0'] },
    });
  });

  test('names what has no result, and doesn’t call it done', async () => {
    own.reply = () => 'reset';
    const leaverId = await start([ref('viewer0')]);
    await own.bench.own.idle();
    const { done, open } = leavers.proof(leaverId);
    expect(done.map(({ result }) => result)).not.toContain('done');
    expect(open).toEqual([
      expect.objectContaining({ action: 'Remove member', status: 'Unconfirmed', userId: 'u-viewer0' }),
    ]);
    // A removed connection takes nothing from the proof.
    own.store.db.exec('DELETE FROM ways_in');
    expect(leavers.proof(leaverId)).toMatchObject({ isSandbox: true, open: [{ realm: 'sandbox' }] });
  });

  test('names inherited access, and members whom nobody confirmed', () => {
    invite('ENTITY1', 'vi.kar@example.com');
    const { db } = own.store;
    db.prepare('INSERT INTO leavers (leaver_id, started_at, names, subject) VALUES (?, 1, ?, ?)').run(
      'l-1',
      '["Ivy"]',
      JSON.stringify({
        emailAddresses: ['vi.kar@example.com'],
        members: [{ realm: 'sandbox', userId: 'u-ivy' }],
      }),
    );
    const { remains, person } = leavers.proof('l-1');
    const of = (what: string) => remains.filter((each) => each.what === what).map(({ reason }) => reason);
    expect(of('Inherited access')).toEqual([
      expect.stringMatching(/through a manager account/),
      expect.stringMatching(/through a manager account/),
    ]);
    expect(new Set(of('Viewer'))).toEqual(new Set([expect.stringMatching(/^Nobody confirmed/)]));
    expect(of('Pending invitation as viewer')).toEqual([
      expect.stringMatching(/^It wasn’t part of the removal/),
    ]);
    expect(person).toEqual({
      names: ['Ivy', 'Lea Vitt'],
      emailAddresses: ['vi.kar@example.com'],
      userIds: ['u-ivy'],
    });
  });
});
