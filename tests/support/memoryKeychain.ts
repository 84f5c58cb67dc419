import { z } from 'zod';
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

/** The secrets in the entries, without what else stands there. */
export const secretsIn = ({ entries }: { readonly entries: ReadonlyMap<string, string> }): string[] =>
  [...entries.values()].map(secretOf);

/** The secret in the text of one entry. */
export const secretOf = (entry: string): string =>
  z.object({ secret: z.string() }).parse(JSON.parse(entry)).secret;
