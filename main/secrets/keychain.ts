import { setTimeout as wait } from 'node:timers/promises';

/** The operating system's keychain through keytar: one entry per name under this app's service. */
export interface Keychain {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** The name under which people find our entries in their keychain program. */
const service = 'AMC Access Manager';

/** Longer than a keyring that doesn't answer is waited for (25 s, by D-Bus); an unlock prompt may wait for its person forever. */
const maxWaitMs = 30_000;

export interface OsKeychain {
  /** @throws when its library cannot be loaded, for example where libsecret is not installed. */
  load(): Promise<Keychain>;
  /**
   * Resolves once no call is under way, after 30 s at the latest, and none begins after that: an answer that comes while the process
   * exits aborts it (seen with keytar 7.10). Calls from then on are never answered.
   */
  end(): Promise<void>;
}

/** The OS keychain, for the life of the process. */
export function createOsKeychain(): OsKeychain {
  const underWay = new Set<Promise<unknown>>();
  let ended = false;
  const call = async <T>(begin: () => Promise<T>): Promise<T> => {
    if (ended) return new Promise<never>(() => undefined);
    const answer = begin();
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  };
  return {
    async load() {
      // Loaded on demand: on a system without libsecret the import itself fails, and the app still has to start.
      const { default: keytar } = await import('keytar');
      return {
        get: (name) => call(() => keytar.getPassword(service, name)),
        set: (name, value) => call(() => keytar.setPassword(service, name, value)),
        async delete(name) {
          await call(() => keytar.deletePassword(service, name));
        },
      };
    },
    async end() {
      ended = true;
      await Promise.race([Promise.allSettled(underWay), wait(maxWaitMs, undefined, { ref: false })]);
    },
  };
}
