/**
 * Where secrets are kept, as far as an attempt to write, read and delete an entry shows:
 * - `checking`: not known yet; the keychain has not answered.
 * - `os-keychain`: the keychain of the operating system.
 * - `session-only`: there is none, or it doesn't answer; secrets live in memory until the app quits.
 * - `locked`: there is one that answers but takes nothing; what it holds is safe but can't be read now.
 */
export const keychainStates = ['checking', 'os-keychain', 'session-only', 'locked'] as const;
export type KeychainState = (typeof keychainStates)[number];

export interface KeychainStatus {
  readonly state: KeychainState;
  /** For people: what it means and the remedy. Empty when all is well. */
  readonly explanation: string;
  /** For people: what should be gone from the keychain and isn't yet, and when it will be. Empty when there is nothing. */
  readonly leftBehind: string;
}
