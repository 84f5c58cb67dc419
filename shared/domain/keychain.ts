/**
 * Where secrets are kept:
 * - `checking`: not known yet; the keychain has not answered.
 * - `os-keychain`: the keychain of the operating system.
 * - `session-only`: there is none, or it refused; secrets live in memory until the app quits.
 * - `locked`: there is one and it is locked; what it holds is safe but cannot be read now.
 */
export const keychainStates = ['checking', 'os-keychain', 'session-only', 'locked'] as const;
export type KeychainState = (typeof keychainStates)[number];

export interface KeychainStatus {
  readonly state: KeychainState;
  /** One sentence for people: what it means and the remedy. Empty when all is well. */
  readonly explanation: string;
}
