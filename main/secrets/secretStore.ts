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

/** Where a value was put: the keychain, or memory that ends with the program. */
export type StoredIn = 'os-keychain' | 'session-only';

export interface SecretStore {
  /** What is known of the keychain now; `check` finds out. */
  status(): KeychainStatus;
  /** Tries the keychain with a real write, then deletes what is still to be deleted. Never throws. */
  check(): Promise<KeychainStatus>;
  /**
   * The secret, or null when there certainly is none that may be sent to `place`.
   * @throws CodedError KEYCHAIN_LOCKED when that can't be known: the keychain is locked, denies, or doesn't answer;
   *   OTHER_HOSTS when the secret belongs to other hosts.
   */
  get(name: SecretName, place: SecretPlace): Promise<string | null>;
  /**
   * Keeps a secret for this place as safely as this system allows; says where. Never throws, so that no sign-in is lost.
   * Nothing is kept when `delete` is called before the keychain has answered.
   */
  set(name: SecretName, value: string, place: SecretPlace): Promise<StoredIn>;
  /**
   * Forgets a secret: from this call on `get` answers null, whatever the keychain does. What the keychain hasn't deleted
   * within a few seconds is remembered, said in `status`, and deleted at the next chance.
   */
  delete(name: SecretName): Promise<void>;
}

interface SecretStoreDeps {
  /** Gives the keychain; it is asked again until it does, so that one started later is found. */
  readonly load: () => Promise<Keychain>;
  readonly ledger: SecretLedger;
  /** As Node names it; decides the words people read. */
  readonly platform: string;
  /** Called when the status differs from before. */
  readonly changed: () => void;
  /** How long `delete` waits for a keychain that doesn't answer, in ms; 5 s where left out. */
  readonly patienceMs?: number;
}

/**
 * The one place for secrets. There is no file behind it: what the keychain does not take lives in memory until the
 * program ends, and `status` says so.
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

/** Work nobody waits for. All that can go wrong in it is that the database was closed in the meantime, at the program's end. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
