import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SecretPlace } from '../../../main/secrets/boundSecret';
import type { Keychain } from '../../../main/secrets/keychain';
import type { SecretLedger, SecretName } from '../../../main/secrets/secretLedger';
import { createSecretStore, type SecretStore } from '../../../main/secrets/secretStore';
import { keychainDouble, type KeychainDouble } from '../../support/fixtures/keychainDouble';
import { memoryLedger } from '../../support/fixtures/memoryLedger';

const name: SecretName = { connectionId: 'c1', kind: 'refresh-token' };
const clientSecret: SecretName = { connectionId: 'c1', kind: 'client-secret' };
const place: SecretPlace = {
  realm: 'amazon',
  hosts: ['https://a.example'],
  sameOwner: ['https://a.example'],
};

let keychain: KeychainDouble;
let ledger: SecretLedger;
let changed: ReturnType<typeof vi.fn<() => void>>;
let store: SecretStore;

beforeEach(() => {
  keychain = keychainDouble();
  ledger = memoryLedger();
  store = startStore();
});

/** A store as after a start of the app; the keychain and the ledger stay. */
function startStore(load: () => Promise<Keychain> = () => Promise.resolve(keychain)): SecretStore {
  changed = vi.fn();
  return createSecretStore({ load, ledger, platform: 'linux', changed, patienceMs: 50 });
}

describe('secrets', () => {
  it('are stored in the keychain under their own name, with where they may be sent, and read back', async () => {
    expect(await store.set(name, 'token', place)).toBe('os-keychain');
    await store.set(clientSecret, 'secret', place);
    expect([...keychain.entries.keys()]).toEqual(['c1/refresh-token', 'c1/client-secret']);
    expect(JSON.parse(keychain.entries.get('c1/refresh-token') ?? '')).toEqual({
      v: 1,
      realm: 'amazon',
      hosts: ['https://a.example'],
      secret: 'token',
    });
    expect(await startStore().get(name, place)).toBe('token');
    expect(await store.check()).toEqual({ state: 'os-keychain', explanation: '', leftBehind: '' });
  });

  it('leave nothing behind in the keychain after the check', async () => {
    await store.check();
    expect(keychain.entries.size).toBe(0);
  });

  it('stay in memory if there is no keychain, and deleting them leaves nothing to report', async () => {
    store = startStore(() => Promise.reject(new Error('libsecret is missing')));
    expect((await store.check()).state).toBe('session-only');
    expect(await store.set(name, 'token', place)).toBe('session-only');
    expect(await store.get(name, place)).toBe('token');
    await store.delete(name);
    expect(await store.get(name, place)).toBeNull();
    expect(store.status()).toMatchObject({ explanation: expect.stringMatching(/quits/), leftBehind: '' });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('are not lost when the keychain is gone: they last until the program ends, and the status says so', async () => {
    keychain.fall('gone');
    expect(await store.set(name, 'token', place)).toBe('session-only');
    expect(store.status().state).toBe('session-only');
    expect(changed).toHaveBeenCalled();
    expect(await store.get(name, place)).toBe('token');
    expect(keychain.entries.size).toBe(0);
  });

  it('that arrive while the keychain is locked are kept in memory, and the status says locked', async () => {
    keychain.fall('locked');
    expect(await store.set(name, 'token', place)).toBe('session-only');
    expect(store.status().state).toBe('locked');
    expect(changed).toHaveBeenCalled();
    expect(await store.get(name, place)).toBe('token');
  });

  it('one of which the keychain rejects do not mean a missing keychain: only that one is reported as temporary', async () => {
    await store.set(clientSecret, 'secret', place);
    keychain.fall('full');
    expect(await store.set(name, 'token', place)).toBe('session-only');
    expect(store.status()).toMatchObject({
      state: 'os-keychain',
      explanation: expect.stringMatching(/didn’t take one of your sign-ins/),
      leftBehind: '',
    });
    expect(await store.get(clientSecret, place)).toBe('secret');
    keychain.fall('none');
    await store.set(name, 'token', place);
    expect(store.status().explanation).toBe('');
  });

  it('in memory are replaced by a newer one that the keychain accepted', async () => {
    keychain.fall('locked');
    await store.set(name, 'old', place);
    keychain.fall('none');
    expect(await store.set(name, 'new', place)).toBe('os-keychain');
    expect(await store.get(name, place)).toBe('new');
    expect(await startStore().get(name, place)).toBe('new');
  });

  it('in the keychain that a newer one could not replace do not return at the next launch', async () => {
    await store.set(name, 'old', place);
    keychain.fall('locked');
    await store.set(name, 'new', place);
    keychain.fall('none');
    const next = startStore();
    await next.check();
    expect(await next.get(name, place)).toBeNull();
    expect(keychain.entries.size).toBe(0);
  });

  it('set one after the other end with the last', async () => {
    await Promise.all([store.set(name, 'first', place), store.set(name, 'second', place)]);
    expect(await store.get(name, place)).toBe('second');
  });
});

describe('a keychain', () => {
  it('that accepts but does not store counts as missing', async () => {
    keychain.fall('forgetful');
    expect((await store.check()).state).toBe('session-only');
  });

  it('is found when it starts later', async () => {
    keychain.fall('gone');
    await store.check();
    keychain.fall('none');
    expect((await store.check()).state).toBe('os-keychain');
  });

  it('handles several calls at once without one affecting another', async () => {
    const states = await Promise.all(Array.from({ length: 5 }, () => store.check()));
    expect(states.map(({ state }) => state)).toEqual(Array(5).fill('os-keychain'));
  });

  it('is known to be empty if nothing was ever stored in it', async () => {
    keychain.fall('gone');
    expect(await store.get(name, place)).toBeNull();
  });
});

// Each as its system says it, in English, German and Japanese: the text decides nothing.
describe.each([
  'Cannot get secret of a locked object',
  'Das Element befindet sich in einem gesperrten Schlüsselbund',
  'ロックされたコレクションです',
  'User canceled the operation.',
  'Die Interaktion mit dem Benutzer ist nicht zulässig.',
  'ユーザにより操作がキャンセルされました。',
])('a read that failed with “%s”', (message) => {
  it.each([
    ['denied', 'os-keychain', /didn’t let this app read the stored sign-in/],
    ['locked', 'locked', /is locked or doesn’t let this app in/],
    ['gone', 'session-only', /doesn’t answer/],
  ] as const)(
    'because the keychain is %s is a failed read, never "no secret"',
    async (ailment, state, text) => {
      await store.set(name, 'token', place);
      keychain.fall(ailment, message);
      await expect(store.get(name, place)).rejects.toMatchObject({
        code: 'KEYCHAIN_LOCKED',
        retryable: true,
        message: expect.stringMatching(text),
      });
      expect(store.status().state).toBe(state);
      keychain.fall('none');
      expect(await store.get(name, place)).toBe('token');
      expect(store.status().state).toBe('os-keychain');
    },
  );
});

describe('a keychain that cannot be loaded after it was given a secret', () => {
  it('does not mean that there is no secret', async () => {
    await store.set(name, 'token', place);
    store = startStore(() => Promise.reject(new Error('libsecret is missing')));
    await expect(store.get(name, place)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  });
});

describe('deleting', () => {
  it('is done when it returns', async () => {
    await store.set(name, 'token', place);
    await store.delete(name);
    expect(keychain.entries.size).toBe(0);
    expect(store.status().leftBehind).toBe('');
    expect(ledger.find(name)).toBeNull();
  });

  it('loads the keychain first if it has not been used yet', async () => {
    await store.set(name, 'token', place);
    await startStore().delete(name);
    expect(keychain.entries.size).toBe(0);
  });

  it.each([
    [
      'locked',
      /The sign-in couldn’t be deleted from your keychain because it’s locked\. It will be deleted when it’s unlocked\./,
    ],
    ['gone', /because it isn’t available\. It will be deleted when it’s back\./],
    ['stubborn', /because it refused/],
  ] as const)(
    'that fails because the keychain is %s is reported, remembered, and done at the next opportunity',
    async (ailment, text) => {
      await store.set(name, 'token', place);
      keychain.fall(ailment);
      await store.delete(name);
      expect(store.status().leftBehind).toMatch(text);
      expect(changed).toHaveBeenCalled();
      expect(await store.get(name, place)).toBeNull();
      keychain.fall('none');
      expect(await store.get(name, place)).toBeNull();

      store = startStore();
      expect((await store.check()).leftBehind).toBe('');
      expect(keychain.entries.size).toBe(0);
    },
  );

  it('that is pending is completed as soon as any other call shows the keychain unlocked', async () => {
    await store.set(name, 'token', place);
    await store.set(clientSecret, 'secret', place);
    keychain.fall('locked');
    await store.delete(name);
    keychain.fall('none');
    expect(await store.get(clientSecret, place)).toBe('secret');
    await expect.poll(() => [...keychain.entries.keys()]).toEqual(['c1/client-secret']);
    await expect.poll(() => store.status().leftBehind).toBe('');
  });

  it('does not wait forever for a keychain that does not respond, and is done when it does', async () => {
    await store.set(name, 'token', place);
    store = startStore();
    const letGo = keychain.holdUp();
    await store.delete(name);
    expect(store.status().leftBehind).toMatch(/hasn’t answered yet/);
    expect(await store.get(name, place)).toBeNull();
    letGo();
    await expect.poll(() => keychain.entries.size).toBe(0);
    await expect.poll(() => store.status().leftBehind).toBe('');
  });

  it('is not undone by a store or read in progress', async () => {
    await store.set(name, 'old', place);
    const letGo = keychain.holdUp();
    const reading = store.get(name, place);
    const storing = store.set(name, 'new', place);
    const deleted = store.delete(name);
    letGo();
    expect(await reading).toBeNull();
    expect(await storing).toBe('session-only');
    await deleted;
    expect(keychain.entries.size).toBe(0);
    expect(await store.get(name, place)).toBeNull();
  });

  it('is not undone by a store that the keychain is already processing, or by one it rejects', async () => {
    for (const ailment of ['none', 'locked'] as const) {
      keychain.fall(ailment);
      const letGo = keychain.holdUp();
      const storing = store.set(name, 'new', place);
      await Promise.resolve();
      const deleted = store.delete(name);
      letGo();
      await Promise.all([storing, deleted]);
      expect(keychain.entries.size).toBe(0);
      expect(await store.get(name, place)).toBeNull();
    }
  });

  it('does not affect what is stored afterwards', async () => {
    await store.set(name, 'old', place);
    keychain.fall('locked');
    await store.delete(name);
    keychain.fall('none');
    await store.set(name, 'new', place);
    await store.check();
    expect(await store.get(name, place)).toBe('new');
  });
});

describe('a secret', () => {
  const elsewhere: SecretPlace = { realm: 'amazon', hosts: ['https://evil.example'], sameOwner: [] };

  it.each([
    ['another host', elsewhere],
    ['an additional host', { ...place, hosts: [...place.hosts, 'https://evil.example'] }],
    ['another realm', { ...place, realm: 'https://a.example' }],
  ])('is not handed out for %s, and the message names the hosts', async (_what, wanted) => {
    await store.set(name, 'token', place);
    await expect(store.get(name, wanted)).rejects.toMatchObject({
      code: 'OTHER_HOSTS',
      retryable: false,
      message: expect.stringMatching(/belongs to a\.example.*Nothing was sent.*Remove the connection/),
    });
    expect(await store.get(name, place)).toBe('token');
  });

  it('kept in memory is restricted in the same way', async () => {
    keychain.fall('locked');
    await store.set(name, 'token', place);
    await expect(store.get(name, elsewhere)).rejects.toMatchObject({ code: 'OTHER_HOSTS' });
  });

  it('may go to another host of the same owner', async () => {
    await store.set(name, 'token', place);
    const other = {
      ...place,
      hosts: ['https://b.example'],
      sameOwner: ['https://a.example', 'https://b.example'],
    };
    expect(await store.get(name, other)).toBe('token');
  });

  it('of an earlier version, stored without its hosts, is restricted to Amazon’s own at its first use', async () => {
    keychain.entries.set('c1/refresh-token', 'Atzr|plain');
    expect(await store.get(name, place)).toBe('Atzr|plain');
    await expect(store.get(name, elsewhere)).rejects.toMatchObject({ code: 'OTHER_HOSTS' });
    expect(keychain.entries.get('c1/refresh-token')).toContain('https://a.example');
  });

  it('of an earlier version is sent to no other hosts', async () => {
    keychain.entries.set('c1/refresh-token', 'Atzr|plain');
    expect(
      await store.get(name, { realm: 'https://c.example', hosts: ['https://c.example'], sameOwner: [] }),
    ).toBeNull();
  });
});
