import type { Keychain } from '../../main/secrets/keychain';

/**
 * What ails it:
 * - `locked`: reads and deletions find nothing, writes are refused (seen with gnome-keyring)
 * - `denied`: reading what it holds is refused, the rest works (macOS after a click on Deny)
 * - `full`: it answers, and takes no entry but the attempt's (Windows, when the value is too long)
 * - `gone`: nothing answers (the Secret Service or D-Bus has ended)
 * - `forgetful`: takes everything and keeps nothing
 * - `stubborn`: refuses deletions
 */
export type Ailment = 'none' | 'locked' | 'denied' | 'full' | 'gone' | 'forgetful' | 'stubborn';

export interface KeychainDouble extends Keychain {
  readonly entries: Map<string, string>;
  /** @param message in the words of some system, in some language */
  fall(ailment: Ailment, message?: string): void;
  /** Lets no call end before the function is called that this returns. */
  holdUp(): () => void;
}

/** A keychain whose troubles come on demand, for those that a real one cannot be made to have at a given moment. */
export function keychainDouble(): KeychainDouble {
  const entries = new Map<string, string>();
  let ailment: Ailment = 'none';
  let message = '';
  let open = Promise.resolve();
  const has = (...ailments: Ailment[]): boolean => ailments.includes(ailment);
  const refusedIf = (refused: boolean): void => {
    if (refused) throw new Error(message);
  };
  return {
    entries,
    fall(next, words = 'It did not work.') {
      ailment = next;
      message = words;
    },
    holdUp() {
      let letGo: () => void = () => undefined;
      open = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
    async get(name) {
      await open;
      refusedIf(has('gone') || (has('denied') && entries.has(name) && name !== 'probe'));
      return has('locked', 'forgetful') ? null : (entries.get(name) ?? null);
    },
    async set(name, value) {
      await open;
      refusedIf(has('gone', 'locked') || (has('full') && name !== 'probe'));
      if (!has('forgetful')) entries.set(name, value);
    },
    async delete(name) {
      await open;
      refusedIf(has('gone') || (has('stubborn') && name !== 'probe'));
      if (!has('locked')) entries.delete(name);
    },
  };
}
