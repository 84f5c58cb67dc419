import { afterEach, describe, expect, test } from 'vitest';
import { readAccounts } from '../../../main/amazonAds/accounts';
import {
  renderCreate,
  renderUpdate,
  sendCreate,
  sendUpdate,
} from '../../../main/amazonAds/invitations/invitationChanges';
import { readInvitations } from '../../../main/amazonAds/invitations/invitations';
import { readUsers } from '../../../main/amazonAds/users/listUsers';
import {
  clientTo,
  startLoopbackAmazon,
  type Arrived,
  type LoopbackAmazon,
} from '../../support/amazon/loopbackAmazon';

let amazon: LoopbackAmazon | undefined;
afterEach(() => amazon?.stop());

async function amazonWith(answer: (request: Arrived, count: number) => unknown): Promise<LoopbackAmazon> {
  amazon = await startLoopbackAmazon((request, count) => ({
    json: answer(request, count),
    headers: { 'x-amzn-RequestId': `r-${String(count)}` },
  }));
  return amazon;
}

describe('accounts', () => {
  test('are read from all pages', async () => {
    const { origin, arrived } = await amazonWith((_request, count) => ({
      amcAccounts: [{ accountId: `ENTITY${String(count)}`, accountName: 'A', marketplaceId: 'M', future: 1 }],
      nextToken: count < 3 ? `page ${String(count)}` : null,
    }));
    const { entries, unreadable } = await readAccounts(clientTo(origin));
    expect(entries.map(({ accountId }) => accountId)).toEqual(['ENTITY1', 'ENTITY2', 'ENTITY3']);
    expect(unreadable).toBe(0);
    expect(arrived[0]).toMatchObject({ method: 'GET', path: '/amc/accounts' });
    expect(arrived[0]?.headers.accept).toBe('application/vnd.amcaudiencesconnections.v1+json');
    expect(arrived[2]?.path).toMatch(/^\/amc\/accounts\?nextToken=page(\+|%20)2$/);
  });

  test.each([null, '', undefined])('end when the next token is %j', async (nextToken) => {
    const { origin, arrived } = await amazonWith(() => ({ amcAccounts: [], nextToken }));
    expect(await readAccounts(clientTo(origin))).toEqual({ entries: [], unreadable: 0 });
    expect(arrived).toHaveLength(1);
  });

  test('stop loading if the pages repeat in a loop', async () => {
    const { origin, arrived } = await amazonWith((_request, count) => ({
      amcAccounts: [],
      nextToken: count % 2 === 0 ? 'even' : 'odd',
    }));
    await expect(readAccounts(clientTo(origin))).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER' });
    expect(arrived).toHaveLength(3);
  });

  test('without an ID are counted, not guessed, and affect no other', async () => {
    const { origin } = await amazonWith(() => ({
      amcAccounts: [
        { accountName: 'No id' },
        'odd',
        null,
        { accountId: 'ENTITY1' },
        { accountId: 'ENTITY2', accountName: 5, marketplaceId: null },
      ],
    }));
    const { entries, unreadable } = await readAccounts(clientTo(origin));
    expect(unreadable).toBe(3);
    expect(entries).toEqual([
      { accountId: 'ENTITY1', accountName: undefined, marketplaceId: undefined },
      { accountId: 'ENTITY2', accountName: undefined, marketplaceId: undefined },
    ]);
  });

  test.each([{ amcAccounts: 'none' }, { amcAccounts: { 0: {} } }, { amcAccounts: [], nextToken: 5 }])(
    'are not accepted from %j',
    async (body) => {
      const { origin } = await amazonWith(() => body);
      await expect(readAccounts(clientTo(origin))).rejects.toMatchObject({
        code: 'UNREADABLE_ANSWER',
        requestId: 'r-1',
      });
    },
  );
});

describe('the IDs of accounts', () => {
  test('lose surrounding spaces, and an ID of spaces is none', async () => {
    const { origin } = await amazonWith(() => ({
      amcAccounts: [{ accountId: 'ENTITY1 ' }, { accountId: '\tENTITY1' }, { accountId: '  ' }],
    }));
    const { entries, unreadable } = await readAccounts(clientTo(origin));
    expect(entries.map(({ accountId }) => accountId)).toEqual(['ENTITY1']);
    expect(unreadable).toBe(1);
  });
});

describe('the list of invitations', () => {
  test('is requested with the account, 50 per page', async () => {
    const { origin, arrived } = await amazonWith((_request, count) => ({
      invitations: [{ invitationId: `i-${String(count)}` }],
      ...(count === 1 ? { nextToken: 'two' } : {}),
    }));
    const { entries } = await readInvitations(clientTo(origin), 'ENTITY9');
    expect(entries.map(({ invitationId }) => invitationId)).toEqual(['i-1', 'i-2']);
    expect(arrived.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { maxResults: 50 },
      { maxResults: 50, nextToken: 'two' },
    ]);
    for (const { method, path, headers } of arrived) {
      expect(`${method} ${path}`).toBe('POST /user-invitations/list');
      expect(headers).toMatchObject({
        accept: 'application/vnd.ListUserInvitations.v1+json',
        'content-type': 'application/vnd.ListUserInvitations.v1+json',
        'amazon-ads-accountid': 'ENTITY9',
      });
    }
  });

  test.each([
    ['seconds with a fraction', 1_764_000_000.25, 1_764_000_000_250],
    ['milliseconds', 1_764_000_000_250, 1_764_000_000_250],
    ['seconds as text', '1764000000.25', 1_764_000_000_250],
    ['milliseconds as text', ' 1764000000250 ', 1_764_000_000_250],
    ['ISO 8601', '2026-11-24T10:20:30.5Z', Date.UTC(2026, 10, 24, 10, 20, 30, 500)],
    ['ISO 8601 with nanoseconds', '2026-11-24T10:20:30.123456789Z', Date.UTC(2026, 10, 24, 10, 20, 30, 123)],
    ['ISO 8601 in another zone', '2026-11-24T10:20:30-08:00', Date.UTC(2026, 10, 24, 18, 20, 30)],
    ['ISO 8601 with Java’s zone format', '2026-11-24T10:20:30+0100', Date.UTC(2026, 10, 24, 9, 20, 30)],
    ['ISO 8601 without a zone', '2026-11-24 10:20:30', Date.UTC(2026, 10, 24, 10, 20, 30)],
    ['a day', '2026-11-24', Date.UTC(2026, 10, 24)],
    ['an invalid day', '2026-13-45', undefined],
    ['other text', 'soon', undefined],
    ['empty text', '', undefined],
    ['zero', 0, undefined],
    ['a time before 1970', -5, undefined],
    ['more than a calendar allows', 1e300, undefined],
    ['a list', [1], undefined],
    ['null', null, undefined],
    ['nothing', undefined, undefined],
  ])('accepts a time given as %s', async (_unit, expiration, expiresAt) => {
    const { origin } = await amazonWith(() => ({ invitations: [{ invitationId: 'i', expiration }] }));
    const { entries } = await readInvitations(clientTo(origin), 'ENTITY1');
    expect(entries[0]?.expiresAt).toBe(expiresAt);
  });

  test('keeps the readable parts of an invalid entry', async () => {
    const { origin } = await amazonWith(() => ({
      invitations: [
        { invitationId: 'i-1', user: 'odd', permissionSet: { role: { name: 'OWNER' } }, createdBy: '' },
        { invitationId: 'i-2', user: { emailAddress: 'a@example.com', more: {} }, permissionSet: [] },
        { user: { emailAddress: 'b@example.com' } },
      ],
    }));
    const { entries, unreadable } = await readInvitations(clientTo(origin), 'ENTITY1');
    expect(unreadable).toBe(1);
    expect(entries).toMatchObject([
      { invitationId: 'i-1', emailAddress: undefined, role: 'OWNER', createdBy: undefined },
      { invitationId: 'i-2', emailAddress: 'a@example.com', role: undefined },
    ]);
  });

  test.each([
    [{ name: 'viewer' }, 'viewer'],
    [{ name: ' VIEWER ' }, 'VIEWER'],
    ['VIEWER', 'VIEWER'],
    ['  ', undefined],
    [{ name: 7 }, undefined],
    [{}, undefined],
    [['viewer'], undefined],
    [7, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('accepts the role %j as %j and keeps its entry', async (role, read) => {
    const { origin } = await amazonWith(() => ({
      invitations: [{ invitationId: 'i', permissionSet: { type: 'ROLE', role } }],
    }));
    const { entries, unreadable } = await readInvitations(clientTo(origin), 'ENTITY1');
    expect([entries[0]?.role, unreadable]).toEqual([read, 0]);
  });

  test('contains entries of several pages once, as in the latest', async () => {
    const { origin } = await amazonWith((_request, count) => ({
      invitations: [
        { invitationId: 'i-0', createdBy: `page ${String(count)}` },
        { invitationId: `i-${String(count)}` },
      ],
      ...(count < 3 ? { nextToken: String(count) } : {}),
    }));
    const { entries } = await readInvitations(clientTo(origin), 'ENTITY1');
    expect(entries.map(({ invitationId }) => invitationId)).toEqual(['i-0', 'i-1', 'i-2', 'i-3']);
    expect(entries[0]?.createdBy).toBe('page 3');
  });

  test.each([
    ['the same entries', () => [{ invitationId: 'i-1' }, { invitationId: 'i-2' }], 4],
    ['no entries', () => [], 3],
    ['entries without an id', () => [{}], 3],
  ])('is rejected when pages continue and return %s', async (_what, invitations, pages) => {
    const { origin, arrived } = await amazonWith((_request, count) => ({
      invitations: invitations(),
      nextToken: `ever new ${String(count)}`,
    }));
    await expect(readInvitations(clientTo(origin), 'ENTITY1')).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
      message: expect.stringContaining('never ends'),
    });
    expect(arrived).toHaveLength(pages);
  });

  test('allows a few pages that return nothing new', async () => {
    const pages = [['i-1'], [], [], ['i-2'], ['i-2'], ['i-1'], ['i-3']];
    const { origin } = await amazonWith((_request, count) => ({
      invitations: (pages[count - 1] ?? []).map((invitationId) => ({ invitationId })),
      ...(count < pages.length ? { nextToken: String(count) } : {}),
    }));
    const { entries } = await readInvitations(clientTo(origin), 'ENTITY1');
    expect(entries).toHaveLength(3);
  });

  test('fails entirely when a later page fails', async () => {
    amazon = await startLoopbackAmazon((_request, count) =>
      count === 1 ? { json: { invitations: [{ invitationId: 'i' }], nextToken: 'two' } } : { status: 400 },
    );
    await expect(readInvitations(clientTo(amazon.origin), 'ENTITY1')).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('an answer with status 200 and no list', () => {
  const readings: [string, (origin: string) => Promise<unknown>][] = [
    ['accounts', (origin) => readAccounts(clientTo(origin))],
    ['invitations', (origin) => readInvitations(clientTo(origin), 'ENTITY1')],
    ['users', (origin) => readUsers(clientTo(origin), 'ENTITY1')],
    ['a creation', (origin) => sendCreate(clientTo(origin), 'ENTITY1', renderCreate([], false))],
    ['an update', (origin) => sendUpdate(clientTo(origin), 'ENTITY1', renderUpdate(['i'], 'REVOKED', false))],
  ];
  const bodies: [object, string | undefined][] = [
    [{ message: 'Internal Failure' }, 'Internal Failure'],
    [{ code: '500', details: 'Busy' }, '500: Busy'],
    [{ nextToken: null }, undefined],
    [{ other: [] }, undefined],
    [{}, undefined],
  ];
  test.each(
    readings.flatMap(([what, read]) => bodies.map(([body, reason]) => ({ what, read, body, reason }))),
  )('is not an empty one: $what from $body', async ({ read, body, reason }) => {
    const { origin } = await amazonWith(() => body);
    const error: unknown = await read(origin).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'UNREADABLE_ANSWER', outcome: 'unknown', requestId: 'r-1' });
    expect(error).toHaveProperty('details', reason);
  });

  test('reports the errors in its place', async () => {
    const { origin } = await amazonWith(() => ({ errors: [{ errorCode: 'E1', errorMessage: 'No.' }] }));
    await expect(readAccounts(clientTo(origin))).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
      details: 'E1: No.',
    });
  });

  test('is an empty list if Amazon returns null', async () => {
    const { origin } = await amazonWith(() => ({ amcAccounts: null, invitations: null, users: null }));
    const empty = { entries: [], unreadable: 0 };
    expect(await readAccounts(clientTo(origin))).toEqual(empty);
    expect(await readInvitations(clientTo(origin), 'ENTITY1')).toEqual(empty);
    expect(await readUsers(clientTo(origin), 'ENTITY1')).toEqual(empty);
  });
});

describe('users', () => {
  test('are requested with all kinds of access', async () => {
    const { origin, arrived } = await amazonWith((_request, count) => ({
      users: [{ userId: `u-${String(count)}`, emailAddress: 'a***@example.com' }],
      ...(count === 1 ? { nextToken: 'two' } : {}),
    }));
    expect((await readUsers(clientTo(origin), 'ENTITY1')).entries).toHaveLength(2);
    expect(arrived.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { maxResults: 100, accessScopeFilter: { include: ['EFFECTIVE'] } },
      { maxResults: 100, accessScopeFilter: { include: ['EFFECTIVE'] }, nextToken: 'two' },
    ]);
  });

  test('are requested without the filter if Amazon does not accept it', async () => {
    amazon = await startLoopbackAmazon(({ body }) =>
      body.includes('accessScopeFilter') ? { status: 400 } : { json: { users: [{ userId: 'u-1' }] } },
    );
    const { entries } = await readUsers(clientTo(amazon.origin), 'ENTITY1');
    expect(entries).toEqual([{ userId: 'u-1', emailAddress: undefined }]);
    expect(amazon.arrived).toHaveLength(2);
  });

  test('are not requested again when Amazon rejects something else', async () => {
    amazon = await startLoopbackAmazon(() => ({ status: 403 }));
    await expect(readUsers(clientTo(amazon.origin), 'ENTITY1')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(amazon.arrived).toHaveLength(1);
  });
});

describe('changes', () => {
  test('of creation have the format of Amazon’s own sample', () => {
    const bytes = renderCreate([{ emailAddress: 'a@example.com', userName: 'Ä', role: 'viewer' }], true);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
      userInvitationRequests: [
        {
          user: { emailAddress: 'a@example.com', userName: 'Ä' },
          permissionSet: { type: 'ROLE', role: { name: 'viewer' } },
        },
      ],
      notifyInvitedUsers: true,
    });
  });

  test('arrive byte for byte with their media types, and both lists of the answer are read', async () => {
    const { origin, arrived } = await amazonWith(() => ({
      successes: [{ invitationId: 'i-1', user: { emailAddress: 'a@example.com' } }, { state: 'odd' }],
      errors: [{ identifier: 'b@example.com', errorCode: 'DUPLICATE' }, 'odd'],
    }));
    const create = renderCreate([{ emailAddress: 'a@example.com', userName: 'A', role: 'admin' }], false);
    const update = renderUpdate(['i-1'], 'RESENT', true);
    const client = clientTo(origin);
    const answer = await sendCreate(client, 'ENTITY1', create);
    expect(answer).toMatchObject({
      httpStatus: 200,
      requestId: 'r-1',
      successes: [{ invitationId: 'i-1', emailAddress: 'a@example.com' }],
      refusals: [{ identifier: 'b@example.com', errorCode: 'DUPLICATE', errorMessage: undefined }],
    });
    expect(answer.successes).toHaveLength(1);
    expect(answer.refusals).toHaveLength(1);
    expect((await sendUpdate(client, 'ENTITY1', update)).successes).toHaveLength(1);

    expect(arrived.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'POST', path: '/user-invitations', body: new TextDecoder().decode(create) },
      { method: 'PUT', path: '/user-invitations', body: new TextDecoder().decode(update) },
    ]);
    expect(arrived.map(({ headers }) => [headers.accept, headers['content-type']])).toEqual([
      Array(2).fill('application/vnd.CreateUserInvitations.v1+json'),
      Array(2).fill('application/vnd.UpdateUserInvitations.v1+json'),
    ]);
    expect(JSON.parse(arrived[1]?.body ?? '')).toEqual({
      updates: [{ invitationId: 'i-1', state: 'RESENT' }],
      notifyInvitedUsers: true,
    });
  });
});
