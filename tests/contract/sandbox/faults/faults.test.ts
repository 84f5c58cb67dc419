import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxClient } from '../../../../main/sandbox/endpoints';
import { startSandbox, type RunningSandbox } from '../../../support/amazon/sandbox';
import { accountIds, createAds, person, type Ads } from '../support/ads';
import { signIn } from '../support/signIn';

let sandbox: RunningSandbox;
let token: string;
let ads: Ads;
let account: string;
let other: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = (await signIn(sandbox.origin, 'dana')).accessToken;
  ads = createAds(sandbox.origin, token);
  [account = '', other = ''] = await accountIds(ads);
});
afterEach(async () => {
  expect(await sandbox.behave()).toBe(0);
});
afterAll(() => sandbox.stop());

let serial = 0;
let address: string;
beforeEach(() => {
  serial += 1;
  address = `fault${serial}@brightside-foods.example`;
});

/** A request to create as sent over the wire, for answers that aren't JSON. */
const invite = (signal?: AbortSignal): Promise<Response> =>
  fetch(`${sandbox.origin}/user-invitations`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
      'Amazon-Ads-AccountId': account,
      'Content-Type': 'application/vnd.CreateUserInvitations.v1+json',
    },
    body: Buffer.from(JSON.stringify({ userInvitationRequests: [person(address)] })),
    ...(signal === undefined ? {} : { signal }),
  });
const isInvited = (): boolean =>
  sandbox.query('SELECT 1 FROM invitations WHERE email = ?', address).length === 1;

const operation = 'CreateUserInvitations';

describe('a fault that strikes before the change', () => {
  it('resets the connection, and nobody is invited', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'reset', when: 'before' }] });
    await expect(invite()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(isInvited()).toBe(false);
  });

  it('answers 500 in the document’s format', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'status', status: 500, when: 'before' }] });
    const { status, body } = await ads.create(account, { userInvitationRequests: [person(address)] });
    expect(status).toBe(500);
    expect(Object.keys(body)).toEqual(['message']);
    expect(isInvited()).toBe(false);
  });

  it('answers with an HTML page and no request ID', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'html', status: 200, when: 'before' }] });
    const response = await invite();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.has('x-amzn-requestid')).toBe(false);
    expect(await response.text()).toContain('<!doctype html>');
    expect(isInvited()).toBe(false);
  });

  it.each([
    [{ kind: 'throttle', retryAfterSeconds: 7 }, '7', 'application/json'],
    [{ kind: 'throttle' }, null, 'application/json'],
    [{ kind: 'throttle', html: true }, null, 'text/html; charset=utf-8'],
    [{ kind: 'throttle', retryAfterSeconds: 0, html: true }, '0', 'text/html; charset=utf-8'],
  ] as const)('throttles: %j', async (fault, retryAfter, contentType) => {
    await sandbox.misbehave({ operation, faults: [fault] });
    const response = await invite();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(isInvited()).toBe(false);
    expect((await invite()).status).toBe(200);
  });

  it('makes the change late, even when the caller has hung up', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'delay', ms: 300, when: 'before' }] });
    await expect(invite(AbortSignal.timeout(50))).rejects.toThrow('timeout');
    expect(isInvited()).toBe(false);
    await expect.poll(isInvited).toBe(true);
  });
});

describe('a fault that strikes after the change', () => {
  it('resets the connection, and the person is invited', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'reset', when: 'after' }] });
    await expect(invite()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(isInvited()).toBe(true);
  });

  it.each([
    { kind: 'status', status: 500, when: 'after' },
    { kind: 'html', status: 502, when: 'after' },
  ] as const)('answers as if nothing had been done: %j', async (fault) => {
    await sandbox.misbehave({ operation, faults: [fault] });
    expect((await invite()).status).toBe(fault.status);
    expect(isInvited()).toBe(true);
  });

  it('answers late, after the change is made', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'delay', ms: 5_000, when: 'after' }] });
    await expect(invite(AbortSignal.timeout(500))).rejects.toThrow('timeout');
    expect(isInvited()).toBe(true);
  });

  it('ends the answer in the middle', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'truncate' }] });
    const response = await invite();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(isInvited()).toBe(true);
  });

  it('sends the body slowly, but completely', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'slowBody', ms: 300 }] });
    const response = await invite();
    const headersAt = performance.now();
    expect(isInvited()).toBe(true);
    expect(await response.text()).toContain(address);
    expect(performance.now() - headersAt).toBeGreaterThan(200);
  });
});

describe('a caller who hangs up', () => {
  it('in the middle of a slow body leaves the sandbox as it was', async () => {
    await sandbox.misbehave({ operation, faults: [{ kind: 'slowBody', ms: 200 }] });
    const hangUp = new AbortController();
    const response = await invite(hangUp.signal);
    hangUp.abort();
    await expect(response.text()).rejects.toThrow('aborted');
    expect(isInvited()).toBe(true);
    expect((await ads.accounts()).status).toBe(200);
  });
});

describe('a wait', () => {
  it.each([
    { kind: 'delay', ms: 60_000, when: 'before' },
    { kind: 'slowBody', ms: 60_000 },
  ] as const)('does not keep the sandbox from exiting: %j', async (fault) => {
    const short = await startSandbox({ accounts: 1, invitations: 0, ownProcess: true });
    await short.misbehave({ operation: 'Profile', faults: [fault] });
    const cut = expect(
      fetch(`${short.origin}/user/profile`).then((answer) => answer.text()),
    ).rejects.toThrow();
    await expect.poll(() => short.faultsLeft()).toBe(0);
    expect(await short.stop()).toBe(0);
    await cut;
  });
});

describe('a queue of faults', () => {
  it('is used in order, one fault per request, and then nothing fails', async () => {
    await sandbox.misbehave({
      operation: 'ListUserInvitations',
      faults: [
        { kind: 'status', status: 500, when: 'before' },
        { kind: 'none' },
        { kind: 'throttle', retryAfterSeconds: 1 },
      ],
    });
    expect(await sandbox.faultsLeft()).toBe(3);
    const statuses: number[] = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await ads.list(account)).status);
    expect(statuses).toEqual([500, 200, 429, 200, 200]);
    expect(await sandbox.faultsLeft()).toBe(0);
  });

  it('applies only to its own operation and account', async () => {
    await sandbox.misbehave({
      operation: 'ListUserInvitations',
      accountId: account,
      faults: [{ kind: 'status', status: 500, when: 'before' }],
    });
    expect((await ads.list(other)).status).toBe(200);
    expect((await ads.accounts()).status).toBe(200);
    expect((await ads.list(account)).status).toBe(500);
  });

  it('without an operation applies to the entire Ads API but not to the sign-in', async () => {
    await sandbox.misbehave({ faults: [{ kind: 'status', status: 503, when: 'before' }] });
    await signIn(sandbox.origin, 'dana');
    expect(await sandbox.faultsLeft()).toBe(1);
    expect((await ads.accounts()).status).toBe(503);
  });

  it('is added after the faults already queued', async () => {
    const fault = (status: number) => ({ kind: 'status', status, when: 'before' }) as const;
    await sandbox.misbehave({ faults: [fault(500)] });
    await sandbox.misbehave({ operation: 'AmcpLinkListAmcAccounts', faults: [fault(503)] });
    expect((await ads.accounts()).status).toBe(500);
    expect((await ads.accounts()).status).toBe(503);
  });

  it('can be cleared', async () => {
    await sandbox.misbehave({ faults: [{ kind: 'reset', when: 'before' }, { kind: 'truncate' }] });
    expect(await sandbox.behave()).toBe(2);
    expect((await ads.accounts()).status).toBe(200);
  });
});

describe('faults at a rate', () => {
  const statuses = async (rate: number, seed: number): Promise<number[]> => {
    await sandbox.misbehave({ faults: [{ kind: 'throttle' }], random: { rate, seed } });
    const found: number[] = [];
    for (let call = 0; call < 40; call += 1) found.push((await ads.accounts()).status);
    await sandbox.behave();
    return found;
  };

  it('are the same for the same seed, and different for another', async () => {
    const first = await statuses(0.5, 7);
    expect(await statuses(0.5, 7)).toEqual(first);
    expect(await statuses(0.5, 8)).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 429]));
  });

  it('always strike at rate 1', async () => {
    expect(new Set(await statuses(1, 7))).toEqual(new Set([429]));
  });
});

describe('a rule the sandbox does not understand', () => {
  it.each([
    ['an unknown operation', { operation: 'DeleteEverything', faults: [{ kind: 'none' }] }],
    ['no faults', { operation, faults: [] }],
    ['an unknown fault', { operation, faults: [{ kind: 'explode' }] }],
    ['an unknown property', { operation, faults: [{ kind: 'truncate', status: 500 }] }],
    ['a sign-in error for the Ads API', { operation, faults: [{ kind: 'oauth', error: 'invalid_grant' }] }],
  ])('is rejected with the reason, and nothing fails: %s', async (_, rule) => {
    await expect(sandbox.misbehave(rule as never)).rejects.toThrow(/refused misbehave: ✖/);
    expect((await ads.create(account, { userInvitationRequests: [person(address)] })).status).toBe(200);
  });
});
