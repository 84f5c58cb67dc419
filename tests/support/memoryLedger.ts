import type { SecretLedger, SecretName } from '../../main/secrets/secretLedger';

/** A ledger in memory, for tests that have no database. */
export function memoryLedger(): SecretLedger {
  const entries = new Map<string, { readonly name: SecretName; readonly wanted: boolean }>();
  const keyOf = ({ connectionId, kind }: SecretName): string => `${connectionId}/${kind}`;
  return {
    store: (name) => void entries.set(keyOf(name), { name, wanted: true }),
    unwant(name) {
      if (entries.has(keyOf(name))) entries.set(keyOf(name), { name, wanted: false });
    },
    forget: (name) => void entries.delete(keyOf(name)),
    find(name) {
      const entry = entries.get(keyOf(name));
      return entry === undefined ? null : entry.wanted ? 'wanted' : 'unwanted';
    },
    unwanted: () => [...entries.values()].filter(({ wanted }) => !wanted).map(({ name }) => name),
  };
}
