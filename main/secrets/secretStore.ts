import { setTimeout as pause } from 'node:timers/promises';
import type { KeychainStatus } from '../../shared/domain/connection/keychain';
import { sealed, type SecretPlace } from './boundSecret';
import { createHeldSecrets } from './heldSecrets';
import { createKeyedQueue } from './keyedQueue';
import type { Keychain } from './keychain';
import { createKeychainEntries, keyOf } from './keychainEntries';
import { keychainText } from './keychainText';
import type { SecretLedger, SecretName } from './secretLedger';
import { createSecretReader } from './secretReader';
import { createStatusReport } from './statusReport';

/** Where a value was stored: in the keychain, or in memory until the app quits. */
export type StoredIn = 'os-keychain' | 'session-only';

export interface SecretStore {
  /** The last known state of the keychain; `check` determines it. */
  status(): KeychainStatus;
  /** Tries the keychain with a real write, then deletes what is still to be deleted. Never throws. */
  check(): Promise<KeychainStatus>;
  /**
   * The secret, or null if there certainly is none that may be sent to `place`.
   * @throws CodedError KEYCHAIN_LOCKED when that can't be known: the keychain is locked, denies access, or doesn't answer;
   * OTHER_HOSTS when the secret belongs to other hosts.
   */
  get(name: SecretName, place: SecretPlace): Promise<string | null>;
  /**
   * Stores a secret for this place as safely as this system allows, and returns where. Never throws, so that no sign-in is lost.
   * Nothing is stored if `delete` is called before the keychain has answered.
   */
  set(name: SecretName, value: string, place: SecretPlace): Promise<StoredIn>;
  /**
   * Deletes a secret: from this call on `get` returns null, whatever the keychain does. What the keychain hasn't deleted within a
   * few seconds is reported in `status`, and deleted at the next opportunity.
   */
  delete(name: SecretName): Promise<void>;
}

interface SecretStoreDeps {
  /** Loads the keychain; called again until it succeeds, so that one started later is found. */
  readonly load: () => Promise<Keychain>;
  readonly ledger: SecretLedger;
  /** As Node names it; determines the wording. */
  readonly platform: string;
  /** Called when the status changed. */
  readonly changed: () => void;
  /** How long `delete` waits for a keychain that doesn't answer, in ms; 5 s if omitted. */
  readonly patienceMs?: number;
}

/**
 * The only place for secrets. It uses no file: what the keychain doesn't accept stays in memory until the app quits, and `status`
 * says so.
 */
export function createSecretStore(deps: SecretStoreDeps): SecretStore {
  const { load, ledger, patienceMs = 5000 } = deps;
  const text = keychainText(deps.platform);
  const held = createHeldSecrets();
  const inTurn = createKeyedQueue();
  const entries = createKeychainEntries({
    load,
    ledger,
    looked(before, now) {
      report.check();
      if (now === 'os-keychain' && before !== now) quietly(removeUnwanted());
    },
  });
  const report = createStatusReport({ ...deps, text, state: entries.state, holdsAny: held.isAny });

  const removeInTurn = (name: SecretName): Promise<void> =>
    inTurn(keyOf(name), async () => {
      // It may have been stored again in the meantime.
      if (ledger.find(name) === 'unwanted') await entries.remove(name);
    });
  const removeUnwanted = async (): Promise<void> => {
    await Promise.all(ledger.unwanted().map(removeInTurn));
    report.check();
  };
  const get = createSecretReader({ load, ledger, entries, held, inTurn, text });

  return {
    status: report.status,
    async check() {
      await entries.look();
      if (entries.state() === 'os-keychain') await removeUnwanted();
      return report.status();
    },
    get,
    set(name, value, place) {
      const key = keyOf(name);
      const isDeletedSince = held.watchDeletion(key);
      return inTurn(key, async () => {
        if (isDeletedSince()) return 'session-only';
        const entry = sealed(value, place);
        const taken = await entries.write(name, entry);
        if (taken) held.drop(key);
        else if (!isDeletedSince()) held.hold(key, entry);
        report.check();
        return taken ? 'os-keychain' : 'session-only';
      });
    },
    async delete(name) {
      held.delete(keyOf(name));
      ledger.unwant(name);
      const deletionEnds = report.awaitDeletion(keyOf(name));
      const removed = removeInTurn(name).then(() => true);
      deletionEnds(await Promise.race([removed, pause(patienceMs, false, { ref: false })]));
      report.check();
      quietly(removed.then(report.check));
    },
  };
}

/** Work nobody waits for. It can fail only because the database was closed in the meantime, when the app quits. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
