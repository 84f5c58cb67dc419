import { CodedError } from '../../shared/errors';
import { isOwnPlace, opened, sealed, type SecretPlace } from './boundSecret';
import type { HeldSecrets } from './heldSecrets';
import type { Keychain } from './keychain';
import { keyOf, UnreadableError, type KeychainEntries } from './keychainEntries';
import type { KeychainText } from './keychainText';
import type { createKeyedQueue } from './keyedQueue';
import type { SecretLedger, SecretName } from './secretLedger';
import { secretsErrorText } from './secretsErrorText';

interface SecretReaderDeps {
  readonly load: () => Promise<Keychain>;
  readonly ledger: SecretLedger;
  readonly entries: KeychainEntries;
  readonly held: HeldSecrets;
  readonly inTurn: ReturnType<typeof createKeyedQueue>;
  readonly text: KeychainText;
}

/** Reads secrets from memory or the keychain; for results and errors see `SecretStore.get`. */
export function createSecretReader(
  deps: SecretReaderDeps,
): (name: SecretName, place: SecretPlace) => Promise<string | null> {
  const { load, ledger, entries, held, inTurn, text } = deps;

  const isDeleted = (name: SecretName): boolean =>
    held.find(keyOf(name)) === undefined && ledger.find(name) === 'unwanted';

  const read = async (name: SecretName): Promise<string | null> => {
    const entryInMemory = held.find(keyOf(name));
    if (entryInMemory !== undefined || isDeleted(name)) return entryInMemory ?? null;
    const isDeletedSince = held.watchDeletion(keyOf(name));
    const entry = await entries.read(name).catch((error: unknown) => {
      throw error instanceof UnreadableError ? unreadable(text.unreadable(entries.state())) : error;
    });
    return isDeletedSince() ? null : entry;
  };

  return async (name, place) => {
    // Doesn't even wait for the deletion.
    if (isDeleted(name)) return null;
    return inTurn(keyOf(name), async () => {
      const entry = await read(name);
      if (entry === null) return null;
      const found = opened(entry, place);
      if (found.kind === 'elsewhere') throw otherHosts(found.hosts, place);
      if (found.kind === 'secret') return found.secret;
      // Earlier versions stored no place. Only secrets for Amazon's own hosts, or our sandbox, are accepted.
      if (!isOwnPlace(place)) return null;
      await (await load()).set(keyOf(name), sealed(found.secret, place)).catch(() => undefined);
      return found.secret;
    });
  };
}

const unreadable = (message: string): CodedError =>
  new CodedError({ code: 'KEYCHAIN_LOCKED', message, retryable: true });

const otherHosts = (from: readonly string[], { realm, hosts }: SecretPlace): CodedError =>
  new CodedError({
    code: 'OTHER_HOSTS',
    message: secretsErrorText.otherHosts(hostsOf(from), hostsOf(hosts.length === 0 ? [realm] : hosts)),
  });

const hostsOf = (origins: readonly string[]): string =>
  [...new Set(origins.map((origin) => (URL.canParse(origin) ? new URL(origin).host : origin)))].join(', ');
