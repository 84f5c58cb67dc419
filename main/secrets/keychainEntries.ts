import type { KeychainState } from '../../shared/domain/connection/keychain';
import { createKeyedQueue } from './keyedQueue';
import type { Keychain } from './keychain';
import type { SecretLedger, SecretName } from './secretLedger';

/** The keychain gave no reliable answer about an entry: it is locked, denies access, or doesn't answer. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** This data folder's entries in the keychain, whatever state that is in. */
export interface KeychainEntries {
  state(): KeychainState;
  /** Determines the state by writing, reading and deleting an entry. Never throws. */
  look(): Promise<KeychainState>;
  /**
   * The text of an entry, or null if there certainly is none.
   * @throws UnreadableError
   */
  read(name: SecretName): Promise<string | null>;
  /** False if the keychain didn't accept it; an earlier text under this name is then unwanted. */
  write(name: SecretName, text: string): Promise<boolean>;
  /** Deletes an unwanted entry. The ledger then shows whether it is gone. Never throws. */
  remove(name: SecretName): Promise<void>;
}

interface EntriesDeps {
  /** Loads the keychain; called again until it succeeds. */
  readonly load: () => Promise<Keychain>;
  readonly ledger: SecretLedger;
  /** Called each time the state was checked. */
  readonly looked: (before: KeychainState, now: KeychainState) => void;
}

export const keyOf = ({ connectionId, kind }: SecretName): string => `${connectionId}/${kind}`;

/** Failures are identified by the operation that failed, never by the keychain's messages, which come in many languages. */
export function createKeychainEntries({ load, ledger, looked }: EntriesDeps): KeychainEntries {
  let state: KeychainState = 'checking';
  let keychain: Keychain | null = null;
  const inTurn = createKeyedQueue();

  const loaded = async (): Promise<Keychain> => (keychain ??= await load());

  /** One attempt at a time, since they all use the same entry. */
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
        // A locked keychain answers "no such entry" (seen with gnome-keyring), so that is trusted only after a write.
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
        // A locked keychain "deletes" silently, so that too is trusted only after a write.
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
    // One that exists but is locked still answers a query.
    return keychain.get(name).then(
      () => 'locked',
      () => 'session-only',
    );
  }
}
