/** The operating system's keychain through keytar: one entry per name under this app's service. */
export interface Keychain {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** The name under which people find our entries in their keychain program. */
const service = 'AMC Access Manager';

/**
 * Loads the OS keychain.
 * @throws when its library cannot be loaded, for example where libsecret is not installed.
 */
export async function loadOsKeychain(): Promise<Keychain> {
  // Loaded on demand: on a system without libsecret the import itself fails, and the app still has to start.
  const { default: keytar } = await import('keytar');
  return {
    get: (name) => keytar.getPassword(service, name),
    set: (name, value) => keytar.setPassword(service, name, value),
    delete: async (name) => {
      await keytar.deletePassword(service, name);
    },
  };
}
