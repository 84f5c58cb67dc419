import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, createAds, person, type Ads, type FaultBody } from './support/ads';
import { signIn } from './support/signIn';

let sandbox: RunningSandbox;
let token: string;
let ads: Ads;
let account: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = (await signIn(sandbox.origin, 'dana')).accessToken;
  ads = createAds(sandbox.origin, token);
  [account = ''] = await accountIds(ads);
});
afterAll(() => sandbox.stop());

const oneInvitation = { userInvitationRequests: [person('someone@brightside-foods.example')] };
const invited = (): unknown =>
  sandbox.query(
    'SELECT count(*) AS count FROM invitations WHERE email = ?',
    'someone@brightside-foods.example',
  )[0]?.['count'];

describe('the caller', () => {
  it.each([
    ['no token', { Authorization: null }],
    ['a token that was never issued', { Authorization: 'Bearer Atza|made-up' }],
    ['another scheme', { Authorization: 'Basic QXR6YQ==' }],
    ['the ID of another client', { 'Amazon-Advertising-API-ClientId': 'somebody-else' }],
  ])('gets 401 with %s, and nothing happens', async (_, headers) => {
    const created = await ads.create(account, oneInvitation, { headers });
    expect(created.status).toBe(401);
    expect(created.body).toEqual({
      code: '401',
      details: expect.any(String) as string,
      requestId: created.headers.get('x-amzn-requestid'),
    });
    expect(invited()).toBe(0);

    const listed = await ads.accounts(undefined, { headers });
    expect(listed.status).toBe(401);
    expect(listed.body.requestId).toBe(listed.headers.get('x-amzn-requestid'));
  });

  it('gets 401 with a refresh token instead of an access token', async () => {
    const { refreshToken } = await signIn(sandbox.origin, 'dana');
    expect((await createAds(sandbox.origin, refreshToken).accounts()).status).toBe(401);
  });

  it('gets 403 with a token for the profile only', async () => {
    const { accessToken } = await signIn(sandbox.origin, 'dana', 'profile');
    const stranger = createAds(sandbox.origin, accessToken);
    expect((await stranger.accounts()).status).toBe(403);
    expect((await stranger.list(account)).status).toBe(403);
  });

  it('gets 400 without the client header, as the document requires it', async () => {
    const headers = { 'Amazon-Advertising-API-ClientId': null };
    expect((await ads.list(account, {}, { headers })).status).toBe(400);
    expect((await ads.accounts(undefined, { headers })).status).toBe(400);
  });
});

describe('media types', () => {
  it.each([
    'application/json',
    'application/vnd.ListUserInvitations.v1+json',
    'application/vnd.CreateUserInvitations.v2+json',
    '',
  ])('a body sent as %j gets 415, and nothing happens', async (mediaType) => {
    const headers = { 'Content-Type': mediaType === '' ? null : mediaType };
    const { status, body } = await ads.create(account, oneInvitation, { headers });
    expect(status).toBe(415);
    expect(body.details).toContain('application/vnd.CreateUserInvitations.v1+json');
    expect(invited()).toBe(0);
  });

  it('upper case and parameters do not matter', async () => {
    const headers = { 'Content-Type': 'APPLICATION/vnd.listuserinvitations.v1+JSON; charset=utf-8' };
    expect((await ads.list(account, {}, { headers })).status).toBe(200);
  });

  it.each(['application/json', 'text/html', 'application/vnd.CreateUserInvitations.v1+json'])(
    'an Accept of %s gets 406',
    async (accept) => {
      expect((await ads.list(account, {}, { headers: { Accept: accept } })).status).toBe(406);
      expect((await ads.accounts(undefined, { headers: { Accept: accept } })).status).toBe(406);
    },
  );

  it.each(['*/*', 'application/*', 'text/html, application/vnd.listuserinvitations.v1+json;q=0.5'])(
    'an Accept of %s allows the answer',
    async (accept) => {
      expect((await ads.list(account, {}, { headers: { Accept: accept } })).status).toBe(200);
    },
  );
});

describe('bodies that violate the document', () => {
  it.each([
    ['nobody', { userInvitationRequests: [] }],
    [
      '51 people',
      { userInvitationRequests: Array.from({ length: 51 }, (_, n) => person(`p${n}@a.example`)) },
    ],
    ['no list', { notifyInvitedUsers: true }],
    ['no user name', { userInvitationRequests: [{ user: { emailAddress: 'a@a.example' } }] }],
    ['a notification that is not a boolean', { ...oneInvitation, notifyInvitedUsers: 'yes' }],
    ['an array', []],
    ['a string', 'invite them'],
    ['null', null],
  ])('get 400 with a message: %s', async (_, body) => {
    const { status, body: fault } = await ads.create(account, body);
    expect(status).toBe(400);
    expect(fault.message).toMatch(/^requestBody/);
  });

  it.each(['{"userInvitationRequests":[', 'not JSON', '5'])('get 400 when they are %s', async (rawBody) => {
    expect((await ads.create(account, undefined, { rawBody })).status).toBe(400);
    expect((await ads.list(account, undefined, { rawBody })).status).toBe(400);
  });

  it('get 400 when they are missing, except for the list, which needs none', async () => {
    expect((await ads.create(account, undefined)).status).toBe(400);
    expect((await ads.list(account, undefined)).status).toBe(200);
  });

  it.each([0, 51, -1])('get 400 for a page of %d', async (maxResults) => {
    expect((await ads.list(account, { maxResults })).status).toBe(400);
  });

  it.each([
    ['none', { updates: [] }],
    ['51', { updates: Array.from({ length: 51 }, (_, n) => ({ invitationId: `i${n}`, state: 'REVOKED' })) }],
    ['one without a state', { updates: [{ invitationId: 'i' }] }],
  ])('get 400 for updates of %s', async (_, body) => {
    expect((await ads.update(account, body)).status).toBe(400);
  });

  it('get 413 when they are far too large', async () => {
    const response = await fetch(`${sandbox.origin}/user-invitations`, {
      method: 'POST',
      body: Buffer.alloc(1_100_000, ' '),
    });
    expect(response.status).toBe(413);
  });
});

describe('the account', () => {
  const calls = [
    ['list', (caller: Ads, id: string, headers = {}) => caller.list(id, {}, { headers })],
    ['create', (caller: Ads, id: string, headers = {}) => caller.create(id, oneInvitation, { headers })],
    [
      'update',
      (caller: Ads, id: string, headers = {}) =>
        caller.update(id, { updates: [{ invitationId: 'inv-0', state: 'REVOKED' }] }, { headers }),
    ],
  ] as const;

  it.each(calls)('must be named to %s', async (_, call) => {
    const { status, body } = await call(ads, account, { 'Amazon-Ads-AccountId': null });
    expect(status).toBe(400);
    expect(body.message).toContain('Amazon-Ads-AccountId');
  });

  it.each(calls)('must be one where the caller is an admin to %s', async (_, call) => {
    const [, , , , , viewedByDana = ''] = await accountIds(ads);
    const priya = createAds(sandbox.origin, (await signIn(sandbox.origin, 'priya')).accessToken);
    const sam = createAds(sandbox.origin, (await signIn(sandbox.origin, 'sam')).accessToken);
    const refused = [
      await call(ads, viewedByDana),
      await call(ads, 'ENTITYNOSUCHACCOUNT'),
      await call(priya, account),
      await call(sam, account),
    ];
    for (const { status, body } of refused) {
      expect(status).toBe(403);
      expect(body.message).toContain('AMC_ADMIN');
    }
    expect(invited()).toBe(0);
  });
});

describe('what the sandbox does not have', () => {
  const ask = async (method: string, path: string) => {
    const response = await fetch(sandbox.origin + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
      },
      ...(method === 'GET' ? {} : { body: Buffer.from('{}') }),
    });
    return { status: response.status, body: (await response.json()) as FaultBody };
  };

  it.each([
    ['GET', '/user-invitations', 405],
    ['DELETE', '/user-invitations/list', 405],
    ['GET', '/v2/profiles', 404],
    ['GET', '/', 404],
    ['POST', '//elsewhere.example/user-invitations', 404],
  ])('%s %s gets %d', async (method, path, status) => {
    const answer = await ask(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code: String(status) });
  });
});
