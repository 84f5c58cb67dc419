import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connections, ConnectionsDeps } from '../../../main/connections/types';
import type { ConnectionChange } from '../../../shared/domain/connection/connection';
import { secretOf } from '../../support/fixtures/memoryKeychain';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
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
afterEach(() => {
  bench.close();
});

const signIn = (connections: Connections, connectionId: string) => connections.signIn(connectionId);

async function signedIn(deps: Partial<ConnectionsDeps> = {}) {
  const connections = bench.run(deps);
  const { connectionId } = await connections.add(bench.input(sandbox));
  await signIn(connections, connectionId);
  return { connections, connectionId };
}

const kindsIn = (connectionId: string): string[] =>
  [...bench.keychain.entries.keys()].map((key) => key.replace(`${connectionId}/`, '')).toSorted();

describe('editing a signed-in connection', () => {
  it.each([
    ['its name', { label: 'Northwind Media' }],
    ['its region', { region: 'na' }],
    ['its port', { returnPort: 8711 }],
    ['nothing, with the client ID as it was', {}],
  ] satisfies [string, ConnectionChange][])('%s leaves it signed in', async (_what, change) => {
    const changed = vi.fn();
    const { connections, connectionId } = await signedIn({ changed });
    const token = await connections.getToken(connectionId);
    changed.mockClear();
    const { clientId } = bench.input(sandbox);
    const edited = await connections.update(connectionId, { ...change, clientId });
    expect(edited).toMatchObject({ ...change, state: 'signedIn', hasClientSecret: true });
    expect(connections.list()).toEqual([edited]);
    expect(changed).toHaveBeenCalled();
    expect(await connections.getToken(connectionId)).toBe(token);
    expect(kindsIn(connectionId)).toEqual(['client-secret', 'refresh-token']);
    expect(await bench.run().getToken(connectionId)).toMatch(/^Atza\|/);
  });

  it.each([
    ['another client ID', { clientId: 'amzn1.other' }, ['client-secret'], true],
    ['another client secret', { clientSecret: 'another' }, ['client-secret'], true],
    ['no client secret', { clientSecret: null }, [], false],
    ['another client ID and no secret', { clientId: 'amzn1.other', clientSecret: null }, [], false],
  ] as [string, ConnectionChange, string[], boolean][])(
    '%s ends the grant, which belonged to the previous client',
    async (_what, change, kinds, hasClientSecret) => {
      const { connections, connectionId } = await signedIn();
      const edited = await connections.update(connectionId, change);
      expect(edited).toMatchObject({
        state: 'signInAgain',
        hasClientSecret,
        identity: { name: 'Dana Whitfield' },
      });
      if (change.clientId !== undefined) expect(edited.clientId).toBe(change.clientId);
      expect(kindsIn(connectionId)).toEqual(kinds);
      await expect(connections.getToken(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      const restarted = bench.run();
      expect(restarted.list()[0]?.state).toBe('signInAgain');
      await expect(restarted.getToken(connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    },
  );

  it('with another client secret makes the next sign-in use that one', async () => {
    const { connections, connectionId } = await signedIn();
    await connections.update(connectionId, { clientSecret: 'wrong' });
    expect(secretOf(bench.keychain.entries.get(`${connectionId}/client-secret`) ?? '')).toBe('wrong');
    await expect(signIn(connections, connectionId)).rejects.toMatchObject({ code: 'SIGN_IN_REJECTED' });
    await connections.update(connectionId, { clientSecret: bench.input(sandbox).clientSecret });
    expect((await signIn(connections, connectionId)).state).toBe('signedIn');
  });

  it('without a client secret makes the next sign-in send none', async () => {
    const { connections, connectionId } = await signedIn();
    await connections.update(connectionId, { clientSecret: null });
    expect((await signIn(connections, connectionId)).state).toBe('signedIn');
    expect(kindsIn(connectionId)).toEqual([]);
  });
});

describe('editing a connection that is signed out', () => {
  it.each([
    { clientId: 'amzn1.other' },
    { clientSecret: null },
    { clientSecret: 'another' },
    { label: 'New' },
  ])('(%o) leaves it signed out', async (change) => {
    const connections = bench.run();
    const { connectionId } = await connections.add(bench.input(sandbox));
    expect((await connections.update(connectionId, change)).state).toBe('signedOut');
  });

  it('can add a secret to a connection made without one', async () => {
    const { clientSecret, ...publicClient } = bench.input(sandbox);
    const connections = bench.run();
    const { connectionId } = await connections.add(publicClient);
    expect((await connections.update(connectionId, { clientSecret })).hasClientSecret).toBe(true);
    await signIn(connections, connectionId);
    expect(kindsIn(connectionId)).toEqual(['client-secret', 'refresh-token']);
  });
});

describe('editing a connection whose sign-in waits in the browser', () => {
  it.each([{ clientId: 'amzn1.other' }, { clientSecret: 'another' }, { clientSecret: null }])(
    '(%o) cancels that sign-in, since its grant would belong to the old client',
    async (change) => {
      bench.browser = () => Promise.resolve();
      const connections = bench.run();
      const { connectionId } = await connections.add(bench.input(sandbox));
      const signingIn = signIn(connections, connectionId);
      signingIn.catch(() => undefined);
      await expect.poll(() => connections.list()[0]?.pendingSignIn).not.toBeNull();
      await connections.update(connectionId, change);
      await expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
      expect(connections.list()[0]).toMatchObject({ state: 'signedOut', pendingSignIn: null });
      expect(kindsIn(connectionId)).not.toContain('refresh-token');
    },
  );
});

describe('a connection that was removed', () => {
  it('fails', async () => {
    const { connections, connectionId } = await signedIn();
    await connections.remove(connectionId);
    await expect(connections.update(connectionId, { label: 'New' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(bench.keychain.entries.size).toBe(0);
  });
});
