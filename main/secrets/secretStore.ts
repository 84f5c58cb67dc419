import type { KeychainStatus } from '../../shared/domain/keychain';
import { CodedError } from '../../shared/errors';
import type { Keychain } from './keychain';

/** The two kinds of secrets a connection has; access tokens are never stored. */
export type SecretKind = 'refresh-token' | 'client-secret';

export interface SecretName {
  readonly connectionId: string;
  readonly kind: SecretKind;
}

/** Where a value was put: the keychain, or memory that ends with the program. */
export type KeptIn = 'os-keychain' | 'session-only';

export interface SecretStore {
  /** What is known of the keychain now; `check` finds out. */
  status(): KeychainStatus;
  /** Tries the keychain with a real write and remembers what came of it. Never throws. */
  check(): Promise<KeychainStatus>;
  /**
   * The secret, or null when there certainly is none.
   * @throws CodedError KEYCHAIN_LOCKED when that cannot be known.
   */
  get(name: SecretName): Promise<string | null>;
  /** Keeps a secret as safely as this system allows; says where. Never throws, so that no sign-in is lost. */
  set(name: SecretName, value: string): Promise<KeptIn>;
  /** Forgets a secret, where it is. */
  delete(name: SecretName): Promise<void>;
}

/**
 * The one place for secrets. There is no file behind it: what the keychain does not take lives in memory until
 * the program ends, and `status` says so.
 * @param load gives the keychain; it is asked again at each `check`, so that one started later is found.
 * @param changed is called when the status differs from before.
 */
export function createSecretStore(load: () => Promise<Keychain>, changed: () => void): SecretStore {
  const memory = new Map<string, string>();
  let status: KeychainStatus = { state: 'checking', explanation: '' };
  let keychain: Keychain | null = null;

  const become = (next: KeychainStatus): KeychainStatus => {
    const differs = next.state !== status.state;
    status = next;
    if (differs) changed();
    return next;
  };

  const check = async (): Promise<KeychainStatus> => {
    try {
      keychain ??= await load();
      await probe(keychain);
      return become({ state: 'os-keychain', explanation: '' });
    } catch (error) {
      return become(isLocked(error) ? locked : sessionOnly);
    }
  };

  return {
    status: () => status,
    check,
    async get(name) {
      const key = keyOf(name);
      const held = memory.get(key);
      if (held !== undefined) return held;
      if (status.state !== 'os-keychain') await check();
      const value = keychain === null ? null : await keychain.get(key).catch(() => null);
      if (value !== null) return value;
      // A locked keyring answers "no such entry" (seen with gnome-keyring), so emptiness is believed only
      // after a write went through.
      if ((await check()).state === 'locked') throw keychainLocked();
      return null;
    },
    async set(name, value) {
      const key = keyOf(name);
      try {
        keychain ??= await load();
        await keychain.set(key, value);
        memory.delete(key);
        become({ state: 'os-keychain', explanation: '' });
        return 'os-keychain';
      } catch (error) {
        memory.set(key, value);
        become(isLocked(error) ? locked : sessionOnly);
        return 'session-only';
      }
    },
    async delete(name) {
      const key = keyOf(name);
      memory.delete(key);
      await keychain?.delete(key).catch(() => undefined);
    },
  };
}

const keyOf = ({ connectionId, kind }: SecretName): string => `${connectionId}/${kind}`;

/** Writes, reads back and deletes a harmless entry; reading alone proves nothing (see `get`). */
async function probe(keychain: Keychain): Promise<void> {
  await keychain.set('probe', 'ok');
  const read = await keychain.get('probe');
  await keychain.delete('probe');
  if (read !== 'ok') throw new Error('The keychain did not keep the test entry.');
}

const isLocked = (error: unknown): boolean => error instanceof Error && /locked/i.test(error.message);

const sessionOnly: KeychainStatus = {
  state: 'session-only',
  explanation:
    'This computer offers no keychain, so sign-ins are kept in memory and end when the app quits. On Linux, install and unlock a keyring such as gnome-keyring or KWallet to stay signed in.',
};

const locked: KeychainStatus = {
  state: 'locked',
  explanation:
    'The keychain of this computer is locked, so stored sign-ins cannot be read. Nothing is lost: unlock it and try again.',
};

const keychainLocked = (): CodedError =>
  new CodedError({ code: 'KEYCHAIN_LOCKED', message: locked.explanation, retryable: true });
