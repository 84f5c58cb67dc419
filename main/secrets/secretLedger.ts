/**
 * The two kinds of secrets a connection has; access tokens are never stored. A `signing-key` has the installation's ID in place of a
 * connection's, a `team-password` the team's.
 */
export type SecretKind = 'refresh-token' | 'client-secret' | 'signing-key' | 'team-password';

export interface SecretName {
  readonly connectionId: string;
  readonly kind: SecretKind;
}

/**
 * The names of this data folder's possible keychain entries, and which of them are to be deleted. A locked keychain answers "no
 * such entry", and listing its entries then crashes the whole app (keytar 7.10.6 on Linux copies the text of a secret it didn't
 * get), so what was stored has to be known without asking it.
 */
export interface SecretLedger {
  /** This one is about to be stored in the keychain. */
  store(name: SecretName): void;
  /** It is no longer wanted; `forget` follows once the keychain certainly doesn't have it anymore. */
  unwant(name: SecretName): void;
  forget(name: SecretName): void;
  /** Null: it was never stored in the keychain, or is certainly gone. */
  find(name: SecretName): 'wanted' | 'unwanted' | null;
  /** What is still to be deleted, including everything of connections that no longer exist. */
  unwanted(): SecretName[];
}
