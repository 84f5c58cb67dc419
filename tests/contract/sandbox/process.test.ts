import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { otherAddress } from '../../support/network/otherAddress';
import { firstMessage, sandboxEntry, startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { accountIds, allPending, createAds, person } from './support/ads';
import { renew, signIn } from './support/signIn';

const running: RunningSandbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
});

async function start(options: Parameters<typeof startSandbox>[0] = {}): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ ownProcess: true, ...options });
  running.push(sandbox);
  return sandbox;
}

describe('a restart', () => {
  it.each(['stop', 'kill'] as const)('after %s keeps invitations, emails and sign-ins', async (end) => {
    const first = await start();
    const { accessToken, refreshToken } = await signIn(first.origin, 'dana');
    const before = createAds(first.origin, accessToken);
    const [account = ''] = await accountIds(before);
    const { body } = await before.create(account, {
      userInvitationRequests: [person('kept@brightside-foods.example')],
      notifyInvitedUsers: true,
    });
    const pending = await allPending(before, account);
    await first[end]();

    const second = await start({ stateFile: first.stateFile, seed: 99, invitations: 3 });
    const after = createAds(second.origin, accessToken);
    expect(await allPending(after, account)).toEqual(pending);
    expect(pending).toContainEqual(body.successes?.[0]);
    expect(second.query('SELECT email FROM sent_emails')).toEqual([
      { email: 'kept@brightside-foods.example' },
    ]);
    expect((await renew(second.origin, refreshToken)).status).toBe(200);
  });

  it('after kill -9 in the middle of many calls has everything that was answered, and nothing half done', async () => {
    const first = await start();
    const { accessToken } = await signIn(first.origin, 'dana');
    const ads = createAds(first.origin, accessToken);
    const [account = ''] = await accountIds(ads);
    const answered: string[] = [];
    const oneCall = async (call: string): Promise<void> => {
      const addresses = Array.from(
        { length: 10 },
        (_, index) => `call${call}-${index}@brightside-foods.example`,
      );
      await ads.create(account, { userInvitationRequests: addresses.map((address) => person(address)) });
      answered.push(...addresses);
      if (answered.length === 200) await first.kill();
    };
    // Each of them goes on until nobody answers anymore, so that the end always comes in the middle.
    const caller = async (name: number): Promise<never> => {
      for (let call = 0; ; call += 1) await oneCall(`${String(name)}-${String(call)}`);
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, name) => caller(name)));
    expect(outcomes.map(({ status }) => status)).not.toContain('fulfilled');

    const second = await start({ stateFile: first.stateFile });
    expect(second.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const stored = second
      .query("SELECT email FROM invitations WHERE email LIKE 'call%'")
      .map(({ email }) => String(email));
    expect(stored).toEqual(expect.arrayContaining(answered));
    expect(stored.length % 10).toBe(0);
  });

  it('with data of another version starts over with sample data', async () => {
    const first = await start();
    await first.stop();
    const db = new DatabaseSync(first.stateFile);
    db.exec('DROP TABLE tokens; PRAGMA user_version = 999');
    db.close();
    const second = await start({ stateFile: first.stateFile });
    expect(
      await accountIds(createAds(second.origin, (await signIn(second.origin, 'dana')).accessToken)),
    ).toHaveLength(14);
  });
});

describe('several sandboxes in one process', () => {
  it('share no state, sign-in or fault, and each ends without the others', async () => {
    const [one, other] = await Promise.all([
      start({ ownProcess: false, accounts: 3 }),
      start({ ownProcess: false, accounts: 5 }),
    ]);
    const token = (await signIn(one.origin, 'dana')).accessToken;
    const [ofOne, ofOther] = [one, other].map(({ origin }) => createAds(origin, token));
    expect((await ofOther?.accounts())?.status).toBe(401);
    await one.misbehave({ operation: 'AmcpLinkListAmcAccounts', faults: [{ kind: 'throttle' }] });
    expect([await one.faultsLeft(), await other.faultsLeft()]).toEqual([1, 0]);
    expect((await ofOne?.accounts())?.status).toBe(429);

    const its = createAds(other.origin, (await signIn(other.origin, 'dana')).accessToken);
    await one.stop();
    await expect(fetch(one.origin)).rejects.toThrow();
    expect(await accountIds(its)).toHaveLength(5);
    const third = await start({ ownProcess: false, stateFile: one.stateFile });
    expect(await accountIds(createAds(third.origin, token))).toHaveLength(3);
  });

  it('stay as they are when another one does not start', async () => {
    const sandbox = await start({ ownProcess: false });
    await expect(start({ ownProcess: false, accounts: 0 })).rejects.toThrow('--accounts must be');
    expect(await sandbox.faultsLeft()).toBe(0);
    await expect(sandbox.kill()).rejects.toThrow('ownProcess');
  });
});

describe('secrets', () => {
  it('are in the state file only as hashes', async () => {
    const sandbox = await start();
    const { accessToken, refreshToken } = await signIn(sandbox.origin, 'dana');
    const rows = JSON.stringify(sandbox.query('SELECT * FROM tokens'));
    expect(rows).toMatch(/[0-9a-f]{64}/);
    for (const token of [accessToken, refreshToken]) expect(rows).not.toContain(token.slice(5));
  });
});

describe('the process', () => {
  it('exits with code 0 when its parent exits', async () => {
    const child = fork(sandboxEntry, ['--state', join(mkdtempSync(join(tmpdir(), 'amc-sandbox-')), 's.db')]);
    expect((await firstMessage(child)).type).toBe('ready');
    child.disconnect();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  });

  it('exits with code 0 when it is stopped, with or without an open connection', async () => {
    const sandbox = await start();
    await fetch(sandbox.origin);
    expect(await sandbox.stop()).toBe(0);
    await expect(fetch(sandbox.origin)).rejects.toThrow();
  });

  it('keeps access tokens valid for the configured time', async () => {
    const sandbox = await start({ accessTokenSeconds: 1 });
    const { accessToken, refreshToken } = await signIn(sandbox.origin, 'dana');
    const renewed = await renew(sandbox.origin, refreshToken);
    expect(renewed.body['expires_in']).toBe(1);
    await expect.poll(async () => (await createAds(sandbox.origin, accessToken).accounts()).status).toBe(401);
  });

  it('cannot be reached from another machine', async () => {
    const sandbox = await start();
    const { port } = new URL(sandbox.origin);
    await expect(fetch(`http://${otherAddress()}:${port}/ap/oa`)).rejects.toThrow();
    expect(new URL(sandbox.origin).hostname).toBe('127.0.0.1');
  });

  const folder = mkdtempSync(join(tmpdir(), 'amc-sandbox-'));
  writeFileSync(join(folder, 'damaged.db'), 'this is no database '.repeat(100));
  it.each([
    ['no state file', [], /--state is missing/],
    ['a missing folder', ['--state', join(folder, 'no/where.db')], /can't open its data .*delete it/],
    ['a damaged state file', ['--state', join(folder, 'damaged.db')], /can't open its data .*delete it/],
    ['an invalid number', ['--state', join(folder, 'a.db'), '--accounts', 'many'], /--accounts must be/],
    ['an unknown option', ['--state', join(folder, 'b.db'), '--colour', 'red'], /--colour/],
  ])('says why it does not start, and exits with code 1: %s', async (_, options, message) => {
    const child = fork(sandboxEntry, options, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    expect(await firstMessage(child)).toEqual({
      type: 'failed',
      message: expect.stringMatching(message) as string,
    });
    expect(await ended).toEqual([1, null]);
  });

  it('says so when its port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow(`can't listen on port ${port}`);
    holder.close();
  });
});
