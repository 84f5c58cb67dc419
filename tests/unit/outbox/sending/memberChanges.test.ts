import { beforeEach, describe, expect, test } from 'vitest';
import { writeListings } from '../../../../main/access/members/memberFacts';
import type { Reply } from '../../../support/amazon/loopbackAmazon';
import { changedIn, membersBench } from '../../../support/benches/membersBench';
import { manualClock, until } from '../../../support/clocks/manualClock';

const clock = manualClock();
const own = membersBench();
const ref = (name: string, accountId = 'ENTITY1') => ({
  connectionId: 'c-1',
  accountId,
  userId: `u-${name}`,
});
const viewers = (count: number, accountId = 'ENTITY1') =>
  Array.from({ length: count }, (_, index) => ref(`viewer${String(index)}`, accountId));
const minute = 60_000;

beforeEach(() => own.read());

/** The members of an account as stored: "u-ann admin", those who left with a minus. */
const stored = (accountId = 'ENTITY1'): string[] =>
  (
    own.store.db
      .prepare('SELECT user_id, role, gone_at FROM members WHERE account_id = ? ORDER BY user_id')
      .all(accountId) as { user_id: string; role: string | null; gone_at: number | null }[]
  ).map(({ user_id, role, gone_at }) => `${gone_at === null ? '' : '-'}${user_id} ${role ?? 'unknown'}`);
const activity = (): unknown[] =>
  own.store.db.prepare('SELECT action, result, user_id, email_address, role, code FROM activity').all();

// docs/sending.md: S4
describe('removing members', () => {
  test('sends exact bytes, one account a call, and stores what Amazon confirmed', async () => {
    await own.bench.outbox.removeMembers({
      members: [ref('viewer0'), ref('viewer1'), ref('viewer0', 'ENTITY2')],
    });
    await own.bench.outbox.idle();
    expect(
      own.changes.map(({ method, path, headers, body }) => [
        method,
        path,
        headers['amazon-ads-accountid'],
        body,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          'POST',
          '/userPermissions/delete',
          'ENTITY1',
          '{"users":[{"userId":"u-viewer0"},{"userId":"u-viewer1"}]}',
        ],
        ['POST', '/userPermissions/delete', 'ENTITY2', '{"users":[{"userId":"u-viewer0"}]}'],
      ]),
    );
    expect(own.changes).toHaveLength(2);
    expect(own.bench.operations()).toMatchObject(
      ['u-viewer0', 'u-viewer1', 'u-viewer0'].map((userId) => ({
        ...{ kind: 'removeMember', status: 'done', userId, role: 'viewer', invitationId: null },
      })),
    );
    expect(stored()).toEqual(
      expect.arrayContaining(['-u-viewer0 viewer', '-u-viewer1 viewer', 'u-viewer2 viewer']),
    );
    expect(activity()).toHaveLength(3);
    expect(activity()[0]).toMatchObject({
      action: 'removeMember',
      result: 'done',
      user_id: 'u-viewer0',
      code: null,
    });
  });

  test('sends at most 50 people a call', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      ...{ userId: `u-many${String(index)}`, emailAddress: '', role: 'VIEWER' as const },
    }));
    own.members.get('ENTITY2')?.push(...many);
    await own.read();
    await own.bench.outbox.removeMembers({
      members: many
        .slice(0, 101)
        .map(({ userId }) => ({ connectionId: 'c-1', accountId: 'ENTITY2', userId })),
    });
    await own.bench.outbox.idle();
    expect(own.changes.map((request) => changedIn(request).length)).toEqual([50, 50, 1]);
  });

  test('of somebody with access through a manager account too leaves that access', async () => {
    own.beforeReading = (what) =>
      what === 'INDIRECT' ? { json: { users: [{ userId: 'u-ann' }, { userId: 'u-ivy' }] } } : undefined;
    await own.read();
    await own.bench.outbox.removeMembers({ members: [ref('ann')] });
    await own.bench.outbox.idle();
    const [member] = own.store.db
      .prepare("SELECT scope, role, gone_at FROM members WHERE user_id = 'u-ann' AND account_id = 'ENTITY1'")
      .all();
    expect(member).toEqual({ scope: 'inherited', role: null, gone_at: null });
  });

  test('stays done if a list that was requested before still has the member', async () => {
    const late = own.another({ clock });
    const before = [...(own.members.get('ENTITY1') ?? [])];
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await late.outbox.idle();
    const { gone_at: goneAt } = own.store.db
      .prepare("SELECT gone_at FROM members WHERE user_id = 'u-viewer0' AND account_id = 'ENTITY1'")
      .get() as { gone_at: number };
    expect(goneAt).not.toBeNull();
    const listing = (beganAt: number) => ({
      list: 'direct' as const,
      beganAt,
      unreadable: 0,
      users: before.flatMap(({ userId, emailAddress, role }) =>
        role === null ? [] : [{ userId, emailAddress }],
      ),
    });
    writeListings(
      own.store.db,
      { realm: 'sandbox', accountId: 'ENTITY1' },
      [listing(goneAt - 1)],
      goneAt + 1,
    );
    expect(stored()).toContain('-u-viewer0 viewer');
    writeListings(
      own.store.db,
      { realm: 'sandbox', accountId: 'ENTITY1' },
      [listing(goneAt + 1)],
      goneAt + 1,
    );
    expect(stored()).toContain('u-viewer0 unknown');
  });
});

describe('changing the role of members', () => {
  test('sends one role for all of them, and stores it with the role before', async () => {
    await own.bench.outbox.setRole({ members: [ref('viewer0'), ref('viewer1')], role: 'admin' });
    await own.bench.outbox.idle();
    expect(own.changes.map(({ method, path, body }) => [method, path, JSON.parse(body) as unknown])).toEqual([
      [
        'PUT',
        '/userPermissions',
        {
          userPermissions: ['u-viewer0', 'u-viewer1'].map((userId) => ({
            userId,
            permissionSet: { type: 'ROLE', role: 'ADMIN' },
          })),
        },
      ],
    ]);
    expect(own.bench.operations()).toMatchObject([
      { kind: 'setRole', status: 'done', role: 'admin', roleBefore: 'viewer', userId: 'u-viewer0' },
      { kind: 'setRole', status: 'done', role: 'admin', roleBefore: 'viewer', userId: 'u-viewer1' },
    ]);
    expect(stored()).toEqual(
      expect.arrayContaining(['u-viewer0 admin', 'u-viewer1 admin', 'u-viewer2 viewer']),
    );
    expect(activity()).toMatchObject([
      { action: 'setRole', role: 'admin' },
      { action: 'setRole', role: 'admin' },
    ]);
  });

  test('reads the members again after a refusal: somebody may have been faster', async () => {
    own.reply = (request) => {
      const members = own.members.get('ENTITY1') ?? [];
      own.members.set(
        'ENTITY1',
        members.filter(({ userId }) => userId !== 'u-viewer0'),
      );
      return { json: { errors: changedIn(request).map((userId) => ({ userId, code: 'USER_NOT_FOUND' })) } };
    };
    await own.bench.outbox.setRole({ members: [ref('viewer0')], role: 'admin' });
    await own.bench.outbox.idle();
    expect(own.bench.operations()).toMatchObject([
      { status: 'failed', error: { details: 'USER_NOT_FOUND' } },
    ]);
    expect(stored()).toContain('-u-viewer0 viewer');
    expect(own.changes).toHaveLength(1);
  });

  test('shows Amazon’s own words for each member it refuses', async () => {
    own.members.set('ENTITY1', [
      ...(own.members.get('ENTITY1') ?? []).filter(({ userId }) => userId !== 'u-viewer1'),
      { userId: 'u-viewer1', emailAddress: '', role: 'ADMIN' },
    ]);
    own.reply = () => ({
      json: {
        successes: [{ userId: 'u-viewer1' }],
        errors: [{ userId: 'u-viewer0', code: 'NO', message: 'Not now.' }],
      },
    });
    await own.bench.outbox.setRole({ members: [ref('viewer0'), ref('viewer1')], role: 'admin' });
    await own.bench.outbox.idle();
    expect(own.bench.operations()).toMatchObject([
      { status: 'failed', error: { code: 'BAD_REQUEST', details: 'NO: Not now.' } },
      { status: 'done' },
    ]);
    expect(stored()).toEqual(expect.arrayContaining(['u-viewer0 viewer', 'u-viewer1 admin']));
  });
});

// docs/sending.md: S26
describe('before a change of members is sent', () => {
  test('their list and roles are read if the last reading is older than five minutes', async () => {
    const late = own.another({ clock });
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await late.outbox.idle();
    expect(own.readings.slice(0, 2)).toEqual(['DIRECT', 'INDIRECT']);
    expect(own.readings.slice(2).sort()).toEqual(
      ['u-ann', 'u-ben', ...viewers(12).map(({ userId }) => userId)].sort(),
    );
    const before = own.readings.length;
    await clock.advance(5 * minute);
    await late.outbox.removeMembers({ members: [ref('viewer1')] });
    await late.outbox.idle();
    expect(own.readings).toHaveLength(before);
    await clock.advance(1);
    await late.outbox.removeMembers({ members: [ref('viewer2')] });
    await late.outbox.idle();
    expect(own.readings.slice(before, before + 2)).toEqual(['DIRECT', 'INDIRECT']);
    expect(own.changes).toHaveLength(3);
  });

  test('a clock set back by a day neither hides what Amazon says now nor makes an old reading new', async () => {
    const ahead = own.another({ clock: { ...clock, now: () => clock.now() + 24 * 60 * minute } });
    await ahead.outbox.removeMembers({ members: [ref('viewer0')] });
    await ahead.outbox.idle();
    // Another admin lets the person in again and removes Ben.
    own.members.set('ENTITY1', [
      ...(own.members.get('ENTITY1') ?? []).filter(({ userId }) => userId !== 'u-ben'),
      { userId: 'u-viewer0', emailAddress: '', role: 'VIEWER' },
    ]);
    const late = own.another({ clock });
    await late.outbox.removeMembers({ members: [ref('ann'), ref('viewer1')] });
    await late.outbox.idle();
    expect(late.operations().slice(-2)).toMatchObject([
      { userId: 'u-ann', status: 'failed', error: { code: 'LAST_ADMIN' } },
      { userId: 'u-viewer1', status: 'done' },
    ]);
    expect(stored()).toEqual(
      expect.arrayContaining(['-u-ben admin', 'u-viewer0 viewer', '-u-viewer1 viewer']),
    );
  });

  test.each(['pause', 'stop'] as const)('a %s while they are read keeps it from being sent', async (how) => {
    const late = own.another({ clock });
    let ended: unknown = null;
    own.beforeReading = (what) => {
      if (what === 'u-ann') ended = late.outbox[how]() ?? true;
      return undefined;
    };
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await late.outbox.idle();
    await ended;
    expect(ended).not.toBeNull();
    expect(own.changes).toEqual([]);
    expect(late.operations()).toMatchObject([{ status: how === 'pause' ? 'queued' : 'failed' }]);
    if (how === 'pause') late.outbox.resume();
    else await late.outbox.retry(late.operations().map(({ operationId }) => operationId));
    await late.outbox.idle();
    expect(own.changes.map(changedIn)).toEqual([['u-viewer0']]);
  });

  test('the last known admin is left out, with the remedy, and the others are sent', async () => {
    const late = own.another({ clock });
    // Somebody else removed Ben since the members were last read.
    own.members.set(
      'ENTITY1',
      (own.members.get('ENTITY1') ?? []).filter(({ userId }) => userId !== 'u-ben'),
    );
    await late.outbox.removeMembers({ members: [ref('ann'), ref('viewer0')] });
    await late.outbox.idle();
    expect(late.operations()).toMatchObject([
      { userId: 'u-ann', status: 'failed', error: { code: 'LAST_ADMIN', retryable: true } },
      { userId: 'u-viewer0', status: 'done' },
    ]);
    expect(own.changes.map(changedIn)).toEqual([['u-viewer0']]);
    expect(late.operations()[0]?.error?.message).toMatch(/last admin .* Make someone else an admin first/);
  });

  test('who has left or has the role already is skipped', async () => {
    const late = own.another({ clock });
    own.members.set(
      'ENTITY1',
      (own.members.get('ENTITY1') ?? []).flatMap((member) => {
        if (member.userId === 'u-viewer0') return [];
        return member.userId === 'u-viewer1' ? [{ ...member, role: 'ADMIN' as const }] : [member];
      }),
    );
    await late.outbox.setRole({ members: [ref('viewer0'), ref('viewer1')], role: 'admin' });
    await late.outbox.idle();
    expect(own.changes).toEqual([]);
    expect(late.operations()).toMatchObject([
      { status: 'failed', error: { code: 'ALREADY_DONE' } },
      { status: 'failed', error: { code: 'ALREADY_DONE' } },
    ]);
    expect(late.outbox.operations({ statuses: ['skipped'], limit: 10, offset: 0 }).total).toBe(2);
  });

  test('a share that became large since it was agreed to isn’t sent, and a retry asks for its number', async () => {
    const late = own.another({ clock });
    const { agreement } = await late.outbox.previewMembers({ change: 'remove', members: viewers(3) });
    expect(agreement.shares).toEqual([]);
    own.members.set('ENTITY1', (own.members.get('ENTITY1') ?? []).slice(0, 8));
    await late.outbox.removeMembers({ members: viewers(3) });
    await late.outbox.idle();
    expect(own.changes).toEqual([]);
    const failed = late.operations();
    expect(failed.map(({ error }) => error?.message)).toEqual(
      Array(3).fill(expect.stringMatching(/more than a quarter .* type the number/)),
    );
    const operationIds = failed.map(({ operationId }) => operationId);
    const retry = await late.outbox.previewRetry({ operationIds });
    expect(retry.agreement.shares).toMatchObject([{ total: 3, members: 8 }]);
    await late.outbox.retry(operationIds);
    await late.outbox.idle();
    expect(own.changes.map(changedIn)).toEqual([viewers(3).map(({ userId }) => userId)]);
  });

  test('a retry of the last of a run is sent, however few members there are by then', async () => {
    own.reply = (request) =>
      own.changes.length > 1
        ? own.carryOut(request)
        : {
            json: {
              successes: viewers(2).map(({ userId }) => ({ userId })),
              errors: [{ userId: 'u-viewer2', code: 'BUSY', message: 'Later.' }],
            },
          };
    await own.bench.outbox.setRole({ members: viewers(3), role: 'admin' });
    await own.bench.outbox.idle();
    // Somebody else removed most of the others: three would be much of the account now.
    own.members.set('ENTITY1', (own.members.get('ENTITY1') ?? []).slice(0, 7));
    await own.read();
    const failed = own.bench.operations().filter(({ status }) => status === 'failed');
    await own.bench.outbox.retry(failed.map(({ operationId }) => operationId));
    await own.bench.outbox.idle();
    expect(own.changes.map(changedIn).at(-1)).toEqual(['u-viewer2']);
    expect(own.bench.operations().at(-1)).toMatchObject({ userId: 'u-viewer2', status: 'done' });
  });

  test('a retry of one member of a large share needs no number again', async () => {
    own.reply = (request) =>
      own.changes.length > 1
        ? own.carryOut(request)
        : {
            json: {
              successes: viewers(3).map(({ userId }) => ({ userId })),
              errors: [{ userId: 'u-viewer3', code: 'BUSY', message: 'Later.' }],
            },
          };
    await own.bench.outbox.removeMembers({ members: viewers(4) });
    await own.bench.outbox.idle();
    const failed = own.bench.operations().filter(({ status }) => status === 'failed');
    await own.bench.outbox.retry(failed.map(({ operationId }) => operationId));
    await own.bench.outbox.idle();
    expect(own.changes.map(changedIn).at(-1)).toEqual(['u-viewer3']);
    expect(own.bench.operations().at(-1)).toMatchObject({ userId: 'u-viewer3', status: 'done' });
  });

  test.each([
    ['Amazon doesn’t show them', (): Reply => ({ status: 403, json: { message: 'Not you.' } })],
    ['not all can be read', (): Reply => ({ json: { users: [{ userId: 'u-ann' }, { emailAddress: 'x' }] } })],
  ])('nothing is sent if %s, and invitations of the account are not concerned', async (_, instead) => {
    const late = own.another({ clock });
    own.beforeReading = instead;
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await late.outbox.idle();
    expect(own.changes).toEqual([]);
    expect(late.operations()).toMatchObject([{ status: 'failed', error: { retryable: true } }]);
    expect(late.operations()[0]?.error?.message).toMatch(
      /^Nothing was sent: the app reads an account’s members/,
    );
    expect(late.outbox.status().waits).toEqual([]);
  });

  test('it waits while Amazon fails to list them', async () => {
    const late = own.another({ clock });
    own.beforeReading = () => ({ status: 500, json: { message: 'Oops.' } });
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await until(() => late.outbox.status().waits.length > 0);
    expect(own.changes).toEqual([]);
    expect(late.operations()).toMatchObject([{ status: 'queued' }]);
    own.beforeReading = () => undefined;
    late.outbox.tryNow();
    await late.outbox.idle();
    expect(late.operations()).toMatchObject([{ status: 'done' }]);
    expect(own.changes).toHaveLength(1);
  });
});
