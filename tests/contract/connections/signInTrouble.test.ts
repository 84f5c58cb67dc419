import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connections } from '../../../main/connections/types';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { amazonsPage, signInOverHttp } from '../../support/amazon/signInOverHttp';
import { createSignInBench, type SignInBench } from '../../support/benches/signInBench';

let sandbox: RunningSandbox;
let bench: SignInBench;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
});
beforeEach(async () => {
  bench = await createSignInBench(sandbox);
});
afterEach(async () => {
  expect(await sandbox.behave()).toBe(0);
  bench.close();
});

const signIn = (connections: Connections, connectionId: string) => connections.signIn(connectionId);

async function connected(connections: Connections): Promise<string> {
  const { connectionId } = await connections.add(bench.input(sandbox));
  return connectionId;
}

describe('the code from the browser', () => {
  it('is rejected: the person is asked to sign in again, and can', async () => {
    const connections = bench.run();
    const connectionId = await connected(connections);
    await sandbox.misbehave({
      operation: 'ExchangeCode',
      faults: [{ kind: 'oauth', error: 'invalid_grant' }],
    });
    await expect(signIn(connections, connectionId)).rejects.toMatchObject({
      code: 'SIGN_IN_REJECTED',
      message: expect.stringContaining('too late'),
    });
    expect(connections.list()[0]?.state).toBe('signedOut');
    expect((await signIn(connections, connectionId)).state).toBe('signedIn');
  });
});

describe('a problem at Login with Amazon', () => {
  it.each([
    ['answers 500', { kind: 'status', status: 500, when: 'before' }, /AMAZON_ERROR/],
    ['answers with a web page', { kind: 'html', status: 200, when: 'before' }, /UNREADABLE_ANSWER/],
    ['drops the connection', { kind: 'reset', when: 'before' }, /NETWORK/],
    ['cuts its answer short', { kind: 'truncate' }, /NETWORK|UNREADABLE_ANSWER/],
    ['does not know the client', { kind: 'oauth', error: 'invalid_client' }, /SIGN_IN_REJECTED/],
  ] as const)('%s: reports it, stores nothing, and the next try works', async (_what, fault, code) => {
    const connections = bench.run();
    const connectionId = await connected(connections);
    const before = new Map(bench.keychain.entries);
    await sandbox.misbehave({ operation: 'ExchangeCode', faults: [fault] });
    const error = await signIn(connections, connectionId).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: expect.stringMatching(code) });
    expect(new Map(bench.keychain.entries)).toEqual(before);
    expect(connections.list()[0]).toMatchObject({ state: 'signedOut', pendingSignIn: null });
    expect((await signIn(connections, connectionId)).state).toBe('signedIn');
  });

  it('during a renewal signs nobody out: the next one works', async () => {
    const connections = bench.run();
    const connectionId = await connected(connections);
    await signIn(connections, connectionId);
    await sandbox.misbehave({ operation: 'RenewToken', faults: [{ kind: 'reset', when: 'before' }] });
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: 'NETWORK',
    });
    expect(connections.list()[0]?.state).toBe('signedIn');
    expect(await connections.getToken(connectionId, { renew: true })).toMatch(/^Atza\|/);
  });
});

describe('a grant that was revoked', () => {
  it('asks to sign in again and deletes nothing', async () => {
    const connections = bench.run();
    const connectionId = await connected(connections);
    await signIn(connections, connectionId);
    await sandbox.revokeGrants();
    await expect(connections.getToken(connectionId, { renew: true })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(connections.list()[0]).toMatchObject({
      connectionId,
      state: 'signInAgain',
      identity: { name: 'Dana Whitfield' },
    });
    expect((await signIn(connections, connectionId)).state).toBe('signedIn');
  });
});

describe('the scope that returns who signed in', () => {
  it('is refused: the sign-in is tried once without it, and the identity stays unknown', async () => {
    await sandbox.refuseProfile(true);
    const pages: string[] = [];
    bench.browser = async (link) => {
      const page = await amazonsPage(link);
      pages.push(page);
      await signInOverHttp(page, { identity: 'dana', decision: 'allow' });
    };
    const connections = bench.run();
    const connectionId = await connected(connections);
    const signedIn = await signIn(connections, connectionId);
    await sandbox.refuseProfile(false);
    expect(signedIn).toMatchObject({ state: 'signedIn', identity: null });
    expect(pages.map((url) => new URL(url).searchParams.get('scope'))).toEqual([
      'advertising::campaign_management profile',
      'advertising::campaign_management',
    ]);
  });
});

describe('a browser that does not open', () => {
  it('leaves the link to copy, and the sign-in continues with it', async () => {
    bench.browserOpens = false;
    const connections = bench.run();
    const connectionId = await connected(connections);
    const signingIn = signIn(connections, connectionId);
    await expect.poll(() => connections.list()[0]?.pendingSignIn?.browserOpened).toBe(false);
    await bench.browser(connections.list()[0]?.pendingSignIn?.authorizeUrl ?? '');
    expect((await signingIn).state).toBe('signedIn');
  });
});

describe('an answer that never comes', () => {
  it('times out after the time shown', async () => {
    bench.browser = () => Promise.resolve();
    const connections = bench.run({ signInWaitMs: 200 });
    const connectionId = await connected(connections);
    await expect(signIn(connections, connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_TIMED_OUT' });
    expect(connections.list()[0]).toMatchObject({ state: 'signedOut', pendingSignIn: null });
  });

  it('times out on waking if the computer slept, by the wall clock', async () => {
    let clock = Date.now();
    bench.browser = () => Promise.resolve();
    const connections = bench.run({ now: () => clock });
    const connectionId = await connected(connections);
    const signingIn = signIn(connections, connectionId);
    await expect.poll(() => connections.list()[0]?.pendingSignIn).not.toBeNull();
    clock += 60_000;
    bench.wake();
    expect(connections.list()[0]?.pendingSignIn).not.toBeNull();
    clock += 10 * 60_000;
    bench.wake();
    await expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_TIMED_OUT' });
  });
});
