import { afterEach, describe, expect, test } from 'vitest';
import { whereAvailable } from '../../../main/amazonAds/users/availability';
import { readUsersIn } from '../../../main/amazonAds/users/listUsers';
import {
  renderRemoval,
  renderRoleChange,
  sendRemoval,
  sendRoleChange,
} from '../../../main/amazonAds/users/userChanges';
import { readUserPermissions } from '../../../main/amazonAds/users/userPermissions';
import { readUserRoles } from '../../../main/amazonAds/users/userRoles';
import {
  clientTo,
  startLoopbackAmazon,
  type Arrived,
  type LoopbackAmazon,
  type Reply,
} from '../../support/amazon/loopbackAmazon';

let amazon: LoopbackAmazon | undefined;
afterEach(() => amazon?.stop());

async function amazonThat(reply: (request: Arrived, count: number) => Reply): Promise<LoopbackAmazon> {
  amazon = await startLoopbackAmazon((request, count) => {
    const answer = reply(request, count);
    return typeof answer === 'string' ? answer : { headers: { 'x-amzn-RequestId': 'r-1' }, ...answer };
  });
  return amazon;
}
const bodies = ({ arrived }: LoopbackAmazon): unknown[] =>
  arrived.map(({ body }) => JSON.parse(body) as unknown);

describe('the users of a scope', () => {
  test('are requested with exactly that scope on every page', async () => {
    const server = await amazonThat((_request, count) => ({
      json: { users: [{ userId: `u-${String(count)}` }], ...(count === 1 ? { nextToken: 'two' } : {}) },
    }));
    const { entries } = await readUsersIn(clientTo(server.origin), 'ENTITY1', 'INDIRECT');
    expect(entries.map(({ userId }) => userId)).toEqual(['u-1', 'u-2']);
    expect(bodies(server)).toEqual([
      { maxResults: 100, accessScopeFilter: { include: ['INDIRECT'] } },
      { maxResults: 100, accessScopeFilter: { include: ['INDIRECT'] }, nextToken: 'two' },
    ]);
  });

  test('are not requested without it if Amazon doesn’t accept it, since that is another question', async () => {
    const server = await amazonThat(() => ({ status: 400, json: { code: '400', message: 'No filter' } }));
    await expect(readUsersIn(clientTo(server.origin), 'ENTITY1', 'DIRECT')).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      httpStatus: 400,
    });
    expect(server.arrived).toHaveLength(1);
  });

  test('without an ID are counted, and affect no other', async () => {
    const server = await amazonThat(() => ({
      json: { users: [{ emailAddress: 'x***@example.com' }, { userId: 'u-1', emailAddress: 7 }] },
    }));
    expect(await readUsersIn(clientTo(server.origin), 'ENTITY1', 'DIRECT')).toEqual({
      entries: [{ userId: 'u-1', emailAddress: undefined }],
      unreadable: 1,
    });
  });
});

describe('the roles of a user', () => {
  test('are requested for one user per call, with their own media type', async () => {
    const server = await amazonThat(() => ({ json: { roles: [{ type: 'ROLE', role: 'ADMIN' }] } }));
    expect(await readUserRoles(clientTo(server.origin), 'ENTITY1', 'u-1')).toEqual(['ADMIN']);
    expect(server.arrived).toMatchObject([
      {
        method: 'POST',
        path: '/userRoles/list',
        headers: {
          accept: 'application/vnd.queryuserroles.v1+json',
          'content-type': 'application/vnd.queryuserroles.v1+json',
          'amazon-ads-accountid': 'ENTITY1',
        },
      },
    ]);
    expect(bodies(server)).toEqual([{ userId: 'u-1', maxResults: 100 }]);
  });

  test.each([
    ['none', { roles: [] }, []],
    ['null', { roles: null }, []],
    ['a set of permissions', { roles: [{ type: 'CUSTOM_PERMISSION_SET' }] }, []],
    ['the same for two countries', { roles: [{ role: 'VIEWER' }, { role: 'VIEWER' }] }, ['VIEWER']],
    ['an unknown one', { roles: [{ role: 'OWNER', future: 1 }, 'odd'] }, ['OWNER']],
    ['an object like in invitations', { roles: [{ role: { name: 'admin' } }] }, ['admin']],
  ])('are read when Amazon returns %s', async (_what, json, roles) => {
    const { origin } = await amazonThat(() => ({ json }));
    expect(await readUserRoles(clientTo(origin), 'ENTITY1', 'u-1')).toEqual(roles);
  });

  test('are not empty if the answer isn’t a list of roles', async () => {
    const { origin } = await amazonThat(() => ({ json: { message: 'Internal Failure' } }));
    await expect(readUserRoles(clientTo(origin), 'ENTITY1', 'u-1')).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
      details: 'Internal Failure',
    });
  });
});

test('the permissions of a user are requested by scope', async () => {
  const server = await amazonThat((_request, count) => ({
    json: {
      permissions: [{ id: 'AMC_ADMIN' }, { accessLevel: '?' }],
      ...(count === 1 ? { nextToken: 'two' } : {}),
    },
  }));
  const query = { accountId: 'ENTITY1', userId: 'u-1', scope: 'DIRECT' } as const;
  expect(await readUserPermissions(clientTo(server.origin), query)).toEqual(['AMC_ADMIN']);
  expect(server.arrived[0]?.headers.accept).toBe('application/vnd.queryuserpermissions.v1+json');
  expect(bodies(server)[1]).toEqual({
    userId: 'u-1',
    maxResults: 100,
    accessScopeFilter: { include: ['DIRECT'] },
    nextToken: 'two',
  });
});

describe('what an account offers', () => {
  test.each([403, 404])('does not include a user operation that Amazon answers with %d', async (status) => {
    const { origin } = await amazonThat(() => ({ status, json: { code: String(status), message: 'No.' } }));
    const read = await whereAvailable(() => readUserRoles(clientTo(origin), 'ENTITY1', 'u-1'));
    expect(read).toMatchObject({
      available: false,
      error: { httpStatus: status, details: `${status}: No.` },
    });
  });

  test('can’t be concluded from a page of an intermediary', async () => {
    amazon = await startLoopbackAmazon(() => ({ status: 403, text: '<html>Filtered</html>' }));
    const { origin } = amazon;
    await expect(
      whereAvailable(() => readUserRoles(clientTo(origin), 'ENTITY1', 'u-1')),
    ).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
    });
  });

  test('is read if it is there', async () => {
    const { origin } = await amazonThat(() => ({ json: { roles: [{ role: 'VIEWER' }] } }));
    expect(await whereAvailable(() => readUserRoles(clientTo(origin), 'ENTITY1', 'u-1'))).toEqual({
      available: true,
      value: ['VIEWER'],
    });
  });
});

describe('changes of users', () => {
  const vendor = 'application/vnd.MinosAuthorizationNativeServicePublicAPI';

  test('arrive byte for byte, each with its method, path and media type', async () => {
    const server = await amazonThat(() => ({
      json: {
        successes: [{ userId: 'u-1' }, {}],
        errors: [{ userId: 'u-2', code: 'LAST_ADMIN', message: 'An account keeps its last admin.' }],
      },
    }));
    const client = clientTo(server.origin);
    const [role, removal] = [renderRoleChange(['u-1', 'u-2'], 'viewer'), renderRemoval(['u-1', 'u-2'])];
    const expected = {
      httpStatus: 200,
      requestId: 'r-1',
      successes: [{ userId: 'u-1' }],
      refusals: [
        {
          identifier: 'u-2',
          errorCode: 'LAST_ADMIN',
          errorMessage: 'An account keeps its last admin.',
          errorDetail: undefined,
        },
      ],
      unreadable: 1,
    };
    expect(await sendRoleChange(client, 'ENTITY1', role)).toEqual(expected);
    expect(await sendRemoval(client, 'ENTITY1', removal)).toEqual(expected);
    expect(
      server.arrived.map(({ method, path, headers }) => [method, path, headers['content-type']]),
    ).toEqual([
      ['PUT', '/userPermissions', `${vendor}.UpdateUserPermissionsResource.v1+json`],
      ['POST', '/userPermissions/delete', `${vendor}.DeleteUserPermissionsResource.v1+json`],
    ]);
    expect(server.arrived.map(({ headers }) => headers.accept)).toEqual(
      server.arrived.map(({ headers }) => headers['content-type']),
    );
    expect(bodies(server)).toEqual([
      {
        userPermissions: ['u-1', 'u-2'].map((userId) => ({
          userId,
          permissionSet: { type: 'ROLE', role: 'VIEWER' },
        })),
      },
      { users: [{ userId: 'u-1' }, { userId: 'u-2' }] },
    ]);
    expect(server.arrived[0]?.body).toBe(new TextDecoder().decode(role));
  });

  test('are sent once, whatever happens', async () => {
    const server = await amazonThat(() => ({ status: 500, json: { message: 'Failed' } }));
    await expect(
      sendRemoval(clientTo(server.origin), 'ENTITY1', renderRemoval(['u-1'])),
    ).rejects.toMatchObject({
      outcome: 'unknown',
    });
    expect(server.arrived).toHaveLength(1);
  });

  test('are rejected entirely if the last admin would be removed, with Amazon’s reason', async () => {
    const { origin } = await amazonThat(() => ({
      status: 400,
      json: { code: 'UserCannotBeRemovedException', message: 'Last admin', countries: [] },
    }));
    await expect(sendRemoval(clientTo(origin), 'ENTITY1', renderRemoval(['u-1']))).rejects.toMatchObject({
      outcome: 'refused',
      details: 'UserCannotBeRemovedException: Last admin',
    });
  });
});
