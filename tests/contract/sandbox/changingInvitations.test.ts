import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, allPending, createAds, person, type Ads } from './support/ads';
import { signIn } from './support/signIn';

const twoWeeks = 14 * 86_400;

let sandbox: RunningSandbox;
let dana: Ads;
let big: string;
/** An admin account of Dana's that starts without invitations. */
let quiet: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  dana = createAds(sandbox.origin, (await signIn(sandbox.origin, 'dana')).accessToken);
  const ids = await accountIds(dana);
  big = ids[0] ?? '';
  quiet = ids[13] ?? '';
});
afterAll(() => sandbox.stop());

let serial = 0;
let someone: string;
beforeEach(() => {
  serial += 1;
  someone = `someone${serial}@silbertal-sport.example`;
});

const emailsTo = (address: string): number =>
  sandbox.query('SELECT * FROM sent_emails WHERE email = ?', address).length;

async function invite(address: string): Promise<string> {
  const { body } = await dana.create(quiet, { userInvitationRequests: [person(address)] });
  return body.successes?.[0]?.invitationId ?? '';
}

describe('inviting', () => {
  it('creates a pending invitation for two weeks, as requested, from the caller', async () => {
    const before = Date.now() / 1000;
    const { status, body } = await dana.create(quiet, {
      userInvitationRequests: [person(someone, 'Admin', ' Some One ')],
    });
    expect(status).toBe(200);
    expect(body.errors).toEqual([]);
    const [created] = body.successes ?? [];
    expect(created).toMatchObject({
      state: 'PENDING',
      user: { emailAddress: someone, userName: 'Some One' },
      permissionSet: { type: 'ROLE', role: { name: 'admin' } },
      targetId: quiet,
      createdBy: 'dana.whitfield@northwind-media.example',
    });
    expect(created?.createdAt).toBeGreaterThanOrEqual(before - 1);
    expect(created?.expiration).toBeCloseTo((created?.createdAt ?? 0) + twoWeeks, 3);
    expect(await allPending(dana, quiet)).toContainEqual(created);
  });

  it('accepts fifty at once and returns them in an order of its choice', async () => {
    const addresses = Array.from({ length: 50 }, (_, index) => `fifty${index}@silbertal-sport.example`);
    const { body } = await dana.create(quiet, {
      userInvitationRequests: addresses.map((address) => person(address)),
    });
    const answered = (body.successes ?? []).map(({ user }) => user?.emailAddress);
    expect(answered).not.toEqual(addresses);
    expect([...answered].sort()).toEqual([...addresses].sort());
  });

  it('sends an email only when requested', async () => {
    const silent = `silent-${someone}`;
    await dana.create(quiet, { userInvitationRequests: [person(silent)] });
    await dana.create(quiet, { userInvitationRequests: [person(someone)], notifyInvitedUsers: true });
    expect([emailsTo(silent), emailsTo(someone)]).toEqual([0, 1]);
  });

  it.each([
    ['INVALID_EMAIL_ADDRESS', person('no-address')],
    ['INVALID_EMAIL_ADDRESS', person('two@at@signs.example')],
    ['INVALID_USER_NAME', person('blank@silbertal-sport.example', 'viewer', '  ')],
    ['INVALID_ROLE', person('owner@silbertal-sport.example', 'owner')],
    ['INVALID_ROLE', person('upper@silbertal-sport.example', 'AMC_ADMIN')],
    [
      'INVALID_PERMISSION_SET',
      {
        ...person('custom@silbertal-sport.example'),
        permissionSet: { type: 'CUSTOM_PERMISSION_SET', customPermissionSet: [{ name: 'x' }] },
      },
    ],
    ['ALREADY_MEMBER', person('DANA.whitfield@northwind-media.example')],
  ])('rejects one with %s and still invites the others', async (errorCode, request) => {
    const { status, body } = await dana.create(quiet, {
      userInvitationRequests: [request, person(someone)],
      notifyInvitedUsers: true,
    });
    expect(status).toBe(200);
    expect(body.errors).toEqual([
      {
        identifier: request.user.emailAddress,
        errorCode,
        errorMessage: expect.stringMatching(/\.$/) as string,
      },
    ]);
    expect(body.successes?.map(({ user }) => user?.emailAddress)).toEqual([someone]);
    expect(emailsTo(request.user.emailAddress)).toBe(0);
    const pending = await allPending(dana, quiet);
    expect(pending.filter(({ user }) => user?.emailAddress === request.user.emailAddress)).toEqual([]);
  });

  it('rejects a request that names nobody', async () => {
    const { body } = await dana.create(quiet, { userInvitationRequests: [{}] });
    expect(body.errors?.[0]?.errorCode).toBe('INVALID_EMAIL_ADDRESS');
    expect(body.successes).toEqual([]);
  });

  it('rejects someone already pending there, whatever the case, also within one call', async () => {
    const twice = await dana.create(quiet, {
      userInvitationRequests: [person(someone, 'admin'), person(someone.toUpperCase())],
    });
    expect(twice.body.successes).toHaveLength(1);
    expect(twice.body.errors?.[0]).toMatchObject({
      identifier: someone.toUpperCase(),
      errorCode: 'ALREADY_INVITED',
    });
    const again = await dana.create(quiet, { userInvitationRequests: [person(someone)] });
    expect(again.body.successes).toEqual([]);
    expect(again.body.errors?.[0]?.errorCode).toBe('ALREADY_INVITED');

    const pending = await allPending(dana, quiet);
    expect(pending.filter(({ user }) => user?.emailAddress === someone)).toHaveLength(1);
    const elsewhere = await dana.create(big, { userInvitationRequests: [person(someone)] });
    expect(elsewhere.body.errors).toEqual([]);
  });

  it('invites someone already pending there again on demand, beside the first invitation', async () => {
    const first = await invite(someone);
    await sandbox.conduct({ secondInvitation: 'accepted' });
    try {
      const second = await invite(someone);
      const pending = await allPending(dana, quiet);
      const theirs = pending.filter(({ user }) => user?.emailAddress === someone);
      expect(theirs.map(({ invitationId }) => invitationId)).toEqual([first, second]);
    } finally {
      await sandbox.conduct({ secondInvitation: 'refused' });
    }
    const { body } = await dana.create(quiet, { userInvitationRequests: [person(someone)] });
    expect(body.errors?.[0]?.errorCode).toBe('ALREADY_INVITED');
  });

  it('creates no duplicates when the same call arrives many times at once', async () => {
    const calls = Array.from({ length: 8 }, () =>
      dana.create(quiet, { userInvitationRequests: [person(someone)] }),
    );
    const successes = (await Promise.all(calls)).flatMap(({ body }) => body.successes ?? []);
    expect(successes).toHaveLength(1);
  });
});

describe('changing an invitation', () => {
  const update = (invitationId: string, state: string, notifyInvitedUsers?: boolean) =>
    dana.update(quiet, { updates: [{ invitationId, state }], notifyInvitedUsers });

  it('REVOKED ends it: it is no longer listed, and the person can be invited again', async () => {
    const invitationId = await invite(someone);
    const { body } = await update(invitationId, 'REVOKED');
    expect(body).toEqual({ successes: [{ invitationId, state: 'REVOKED' }], errors: [] });
    const pending = await allPending(dana, quiet);
    expect(pending.filter(({ user }) => user?.emailAddress === someone)).toEqual([]);
    expect(await invite(someone)).not.toBe('');
  });

  it('RESENT sends an email only when requested, and it stays pending', async () => {
    const invitationId = await invite(someone);
    const silent = await update(invitationId, 'RESENT');
    expect(silent.body).toEqual({ successes: [{ invitationId, state: 'RESENT' }], errors: [] });
    expect(emailsTo(someone)).toBe(0);
    await update(invitationId, 'RESENT', true);
    expect(emailsTo(someone)).toBe(1);
    expect((await dana.get(invitationId)).body.invitation?.state).toBe('PENDING');
  });

  it.each([
    ['NOT_FOUND', 'inv-unknown', 'REVOKED'],
    ['INVALID_STATE', 'inv-unknown', 'PENDING'],
    ['INVALID_STATE', 'inv-unknown', 'revoked'],
  ])(
    'is rejected with %s for %s to %s, without a list of successes',
    async (errorCode, invitationId, state) => {
      const { status, body } = await update(invitationId, state);
      expect(status).toBe(200);
      expect(body).toEqual({
        errors: [{ identifier: invitationId, errorCode, errorMessage: expect.any(String) as string }],
      });
    },
  );

  it('is rejected once it is revoked', async () => {
    const invitationId = await invite(someone);
    await update(invitationId, 'REVOKED');
    for (const state of ['REVOKED', 'RESENT']) {
      const { body } = await update(invitationId, state, true);
      expect(body.errors?.[0]).toMatchObject({ identifier: invitationId, errorCode: 'NOT_PENDING' });
      expect(body).not.toHaveProperty('successes');
    }
    expect(emailsTo(someone)).toBe(0);
  });

  it('is rejected through another account, and nothing happens', async () => {
    const invitationId = await invite(someone);
    const { body } = await dana.update(big, { updates: [{ invitationId, state: 'REVOKED' }] });
    expect(body.errors?.[0]?.errorCode).toBe('NOT_FOUND');
    expect((await dana.get(invitationId)).body.invitation?.state).toBe('PENDING');
  });

  it('applies to the invitations of a call that can change and not to the others', async () => {
    const invitationId = await invite(someone);
    const { body } = await dana.update(quiet, {
      updates: [
        { invitationId: 'inv-unknown', state: 'REVOKED' },
        { invitationId, state: 'REVOKED' },
      ],
    });
    expect(body.successes).toEqual([{ invitationId, state: 'REVOKED' }]);
    expect(body.errors?.map(({ identifier }) => identifier)).toEqual(['inv-unknown']);
  });
});
