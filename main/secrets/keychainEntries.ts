import type { KeychainState } from '../../shared/domain/connection/keychain';
import { createKeyedQueue } from './keyedQueue';
import type { Keychain } from './keychain';
import type { SecretLedger, SecretName } from './secretLedger';

/** The keychain said nothing that can be believed about an entry: it is locked, denies, or doesn't answer. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** The entries of this data folder in the keychain, whatever state that is in. */
export interface KeychainEntries {
  state(): KeychainState;
  /** Finds out the state by writing, reading and deleting an entry. Never throws. */
  look(): Promise<KeychainState>;
  /**
   * The text of an entry, or null when there certainly is none.
   * @throws UnreadableError
   */
  read(name: SecretName): Promise<string | null>;
  /** False when the keychain did not take it; an earlier text under this name is unwanted then. */
  write(name: SecretName, text: string): Promise<boolean>;
  /** Deletes an unwanted entry. Afterwards the ledger says whether it is gone. Never throws. */
  remove(name: SecretName): Promise<void>;
}

interface EntriesDeps {
  /** Gives the keychain; it is asked again until it does. */
  readonly load: () => Promise<Keychain>;
  readonly ledger: SecretLedger;
  /** Called each time the state was looked at. */
  readonly looked: (before: KeychainState, now: KeychainState) => void;
}

export const keyOf = ({ connectionId, kind }: SecretName): string => `${connectionId}/${kind}`;

/** What failed is judged by the operation that failed, never by the keychain's words: they come in many languages. */
export function createKeychainEntries({ load, ledger, looked }: EntriesDeps): KeychainEntries {
  let state: KeychainState = 'checking';
  let keychain: Keychain | null = null;
  const inTurn = createKeyedQueue();

  const loaded = async (): Promise<Keychain> => (keychain ??= await load());

  /** One attempt at a time: they all use the same entry. */
  const look = (): Promise<KeychainState> =>
    inTurn('attempt', async () => {
      const before = state;
      state = await loaded().then(attempt, () => 'session-only' as const);
      looked(before, state);
      return state;
    });

  return {
    state: () => state,
    look,
    async read(name) {
      try {
        const text = await (await loaded()).get(keyOf(name));
        if (text !== null) {
          if (ledger.find(name) === null) ledger.store(name);
          if (state !== 'os-keychain') await look();
          return text;
        }
        // A locked keychain answers "no such entry" (seen with gnome-keyring), so that is believed only after a write.
        if ((await look()) === 'os-keychain') return null;
      } catch {
        await look();
      }
      if (ledger.find(name) === null) return null;
      throw new UnreadableError();
    },
    async write(name, text) {
      const before = ledger.find(name);
      ledger.store(name);
      try {
        await (await loaded()).set(keyOf(name), text);
        if (state !== 'os-keychain') await look();
        return true;
      } catch {
        if (before === null) ledger.forget(name);
        else ledger.unwant(name);
        await look();
        return false;
      }
    },
    async remove(name) {
      try {
        const entries = await loaded();
        await entries.delete(keyOf(name));
        // A locked keychain "deletes" without a word, so that too is believed only after a write.
        if ((await look()) !== 'os-keychain') return;
        if ((await entries.get(keyOf(name))) === null) ledger.forget(name);
      } catch {
        await look();
      }
    },
  };
}

/** Writes, reads back and deletes a harmless entry; reading alone proves nothing. */
async function attempt(keychain: Keychain): Promise<KeychainState> {
  const name = 'probe';
  try {
    await keychain.set(name, 'ok');
    const read = await keychain.get(name);
    await keychain.delete(name);
    return read === 'ok' ? 'os-keychain' : 'session-only';
  } catch {
    // One that is there, and locked, answers a question all the same.
    return keychain.get(name).then(
      () => 'locked',
      () => 'session-only',
    );
  }
}
