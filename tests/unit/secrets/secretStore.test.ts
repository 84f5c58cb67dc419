import { describe, expect, it, vi } from 'vitest';
import type { Keychain } from '../../../main/secrets/keychain';
import { createSecretStore, type SecretName } from '../../../main/secrets/secretStore';

const name: SecretName = { connectionId: 'c1', kind: 'refresh-token' };

/** A keychain that works until told otherwise; a real one cannot be locked or broken on demand in the middle. */
function keychainDouble() {
  const entries = new Map<string, string>();
  let trouble: 'none' | 'locked' | 'denied' = 'none';
  const keychain: Keychain = {
    // A locked gnome-keyring answers "no such entry" to reads and refuses writes.
    get: (key) => Promise.resolve(trouble === 'locked' ? null : (entries.get(key) ?? null)),
    set: (key, value) => {
      if (trouble === 'locked')
        return Promise.reject(new Error('Cannot create an item in a locked collection'));
      if (trouble === 'denied') return Promise.reject(new Error('Access denied'));
      entries.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => {
      entries.delete(key);
      return Promise.resolve();
    },
  };
  return {
    keychain,
    entries,
    become: (next: typeof trouble) => {
      trouble = next;
    },
  };
}

describe('secrets', () => {
  it('go to the keychain under a name of their own and come back', async () => {
    const { keychain, entries } = keychainDouble();
    const store = createSecretStore(() => Promise.resolve(keychain), vi.fn());
    expect(await store.set(name, 'token')).toBe('os-keychain');
    await store.set({ connectionId: 'c1', kind: 'client-secret' }, 'secret');
    expect([...entries.keys()]).toEqual(['c1/refresh-token', 'c1/client-secret']);
    expect(await store.get(name)).toBe('token');
    expect(store.status().state).toBe('os-keychain');
  });

  it('leave nothing behind in the keychain after the check', async () => {
    const { keychain, entries } = keychainDouble();
    const store = createSecretStore(() => Promise.resolve(keychain), vi.fn());
    await store.check();
    expect(entries.size).toBe(0);
  });

  it('live in memory where there is no keychain, and the status says so', async () => {
    const changed = vi.fn();
    const store = createSecretStore(() => Promise.reject(new Error('libsecret is missing')), changed);
    expect((await store.check()).state).toBe('session-only');
    expect(await store.set(name, 'token')).toBe('session-only');
    expect(await store.get(name)).toBe('token');
    await store.delete(name);
    expect(await store.get(name)).toBeNull();
    expect(store.status().explanation).toMatch(/quits/);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('of a locked keychain are unreadable, never "signed out"', async () => {
    const { keychain, become } = keychainDouble();
    const store = createSecretStore(() => Promise.resolve(keychain), vi.fn());
    await store.set(name, 'token');
    become('locked');
    await expect(store.get(name)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(store.status().state).toBe('locked');
    become('none');
    expect(await store.get(name)).toBe('token');
    expect(store.status().state).toBe('os-keychain');
  });

  it('are not lost when the keychain refuses them: they last until the program ends', async () => {
    const { keychain, entries, become } = keychainDouble();
    const store = createSecretStore(() => Promise.resolve(keychain), vi.fn());
    become('denied');
    expect(await store.set(name, 'token')).toBe('session-only');
    expect(await store.get(name)).toBe('token');
    expect(entries.size).toBe(0);
  });
});
