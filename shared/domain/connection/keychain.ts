/**
 * Where secrets are stored, judging by an attempt to write, read and delete an entry:
 * - `checking`: not known yet; the keychain has not answered.
 * - `os-keychain`: the keychain of the operating system.
 * - `session-only`: there is none, or it doesn't answer; secrets live in memory until the app quits.
 * - `locked`: it answers but accepts nothing; its contents are safe but can't be read now.
 */
export const keychainStates = ['checking', 'os-keychain', 'session-only', 'locked'] as const;
export type KeychainState = (typeof keychainStates)[number];

export interface KeychainStatus {
  readonly state: KeychainState;
  /** For people: what it means and how to fix it. Empty when all is well. */
  readonly explanation: string;
  /**
   * For people: what should have been deleted from the keychain but hasn't been yet, and when it will be. Empty when there is
   * nothing.
   */
  readonly leftBehind: string;
}
