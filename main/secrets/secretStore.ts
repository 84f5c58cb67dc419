import { setTimeout as pause } from 'node:timers/promises';
import type { KeychainStatus } from '../../shared/domain/connection/keychain';
import { CodedError } from '../../shared/errors';
import { isOwnPlace, opened, sealed, type SecretPlace } from './boundSecret';
import { createKeyedQueue } from './keyedQueue';
import type { Keychain } from './keychain';
import { createKeychainEntries, keyOf, UnreadableError } from './keychainEntries';
import { keychainText } from './keychainText';
import type { SecretLedger, SecretName } from './secretLedger';

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
  const { load, ledger, changed, patienceMs = 5000 } = deps;
  const text = keychainText(deps.platform);
  /** What the keychain did not take, as it would stand there. */
  const memory = new Map<string, string>();
  /** How often each was deleted: what was asked for before must not bring it back. */
  const deletions = new Map<string, number>();
  /** Deletions that somebody still waits for, and so is not told of yet. */
  const awaited = new Set<string>();
  let waitedInVain = false;
  const inTurn = createKeyedQueue();

  const entries = createKeychainEntries({
    load,
    ledger,
    looked(before, now) {
      tell();
      if (now === 'os-keychain' && before !== now) quietly(removeUnwanted());
    },
  });

  const status = (): KeychainStatus => {
    const state = entries.state();
    const left = ledger.unwanted().filter((name) => !awaited.has(keyOf(name)));
    const isKnown = left.length > 0 && (state !== 'checking' || waitedInVain);
    return {
      state,
      explanation: state === 'os-keychain' && memory.size > 0 ? text.notTaken : text.state(state),
      leftBehind: isKnown ? text.leftBehind(left, state) : '',
    };
  };
  let lastStatus = JSON.stringify(status());
  const tell = (): void => {
    const now = JSON.stringify(status());
    if (now === lastStatus) return;
    lastStatus = now;
    changed();
  };

  const removeInTurn = (name: SecretName): Promise<void> =>
    inTurn(keyOf(name), async () => {
      // It may have been stored anew meanwhile.
      if (ledger.find(name) === 'unwanted') await entries.remove(name);
    });

  const removeUnwanted = async (): Promise<void> => {
    await Promise.all(ledger.unwanted().map(removeInTurn));
    tell();
  };

  const isDeleted = (name: SecretName): boolean =>
    !memory.has(keyOf(name)) && ledger.find(name) === 'unwanted';

  const read = async (name: SecretName): Promise<string | null> => {
    const held = memory.get(keyOf(name));
    if (held !== undefined || isDeleted(name)) return held ?? null;
    const deletion = deletions.get(keyOf(name));
    const entry = await entries.read(name).catch((error: unknown) => {
      throw error instanceof UnreadableError ? unreadable(text.unreadable(entries.state())) : error;
    });
    return deletions.get(keyOf(name)) === deletion ? entry : null;
  };

  return {
    status,
    async check() {
      await entries.look();
      if (entries.state() === 'os-keychain') await removeUnwanted();
      return status();
    },
    async get(name, place) {
      // Not even the deletion is waited for.
      if (isDeleted(name)) return null;
      return inTurn(keyOf(name), async () => {
        const entry = await read(name);
        if (entry === null) return null;
        const found = opened(entry, place);
        if (found.kind === 'elsewhere') throw otherHosts(found.hosts, place);
        if (found.kind === 'secret') return found.secret;
        // Earlier versions noted no place. Only what was meant for Amazon's own hosts, or our sandbox, is taken over.
        if (!isOwnPlace(place)) return null;
        await (await load()).set(keyOf(name), sealed(found.secret, place)).catch(() => undefined);
        return found.secret;
      });
    },
    set(name, value, place) {
      const key = keyOf(name);
      const deletion = deletions.get(key);
      return inTurn(key, async () => {
        if (deletions.get(key) !== deletion) return 'session-only';
        const entry = sealed(value, place);
        const taken = await entries.write(name, entry);
        if (taken) memory.delete(key);
        else if (deletions.get(key) === deletion) memory.set(key, entry);
        tell();
        return taken ? 'os-keychain' : 'session-only';
      });
    },
    async delete(name) {
      const key = keyOf(name);
      memory.delete(key);
      deletions.set(key, (deletions.get(key) ?? 0) + 1);
      ledger.unwant(name);
      awaited.add(key);
      const removed = removeInTurn(name).then(() => true);
      if (!(await Promise.race([removed, pause(patienceMs, false, { ref: false })]))) waitedInVain = true;
      awaited.delete(key);
      tell();
      quietly(removed.then(tell));
    },
  };
}

/** Work nobody waits for. All that can go wrong in it is that the database was closed meanwhile, at the program's end. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

const unreadable = (message: string): CodedError =>
  new CodedError({ code: 'KEYCHAIN_LOCKED', message, retryable: true });

const otherHosts = (from: readonly string[], { realm, hosts }: SecretPlace): CodedError =>
  new CodedError({
    code: 'OTHER_HOSTS',
    message: `The stored sign-in belongs to ${hostsOf(from)}, but this connection now leads to ${hostsOf(hosts.length === 0 ? [realm] : hosts)}. Nothing was sent. If you didn’t expect that, somebody may have changed this app’s data. Remove the connection and add it again.`,
  });

const hostsOf = (origins: readonly string[]): string =>
  [...new Set(origins.map((origin) => (URL.canParse(origin) ? new URL(origin).host : origin)))].join(', ');
