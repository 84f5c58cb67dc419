import type { Keychain } from '../../main/secrets/keychain';

/** A keychain in memory, for tests that restart the program's parts but not the desktop session. */
export function memoryKeychain(): Keychain & { readonly entries: ReadonlyMap<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (name) => Promise.resolve(entries.get(name) ?? null),
    set: (name, value) => {
      entries.set(name, value);
      return Promise.resolve();
    },
    delete: (name) => {
      entries.delete(name);
      return Promise.resolve();
    },
  };
}
