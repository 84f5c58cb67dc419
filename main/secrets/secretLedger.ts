/** The two kinds of secrets a connection has; access tokens are never stored. */
export type SecretKind = 'refresh-token' | 'client-secret';

export interface SecretName {
  readonly connectionId: string;
  readonly kind: SecretKind;
}

/**
 * The names of the entries that the keychain may hold of this data folder, and which of them are to go. A keychain that
 * is locked answers "no such entry", and listing its entries ends the whole program when it is locked (keytar 7.10.6 on
 * Linux copies the text of a secret it did not get), so what was stored has to be known without asking it.
 */
export interface SecretLedger {
  /** The keychain is about to be given this one. */
  store(name: SecretName): void;
  /** It is no longer wanted; `forget` follows when the keychain certainly has it no more. */
  unwant(name: SecretName): void;
  forget(name: SecretName): void;
  /** Null: the keychain was never given it, or has certainly lost it. */
  find(name: SecretName): 'wanted' | 'unwanted' | null;
  /** What is still to be deleted; of connections that don't exist any more, everything. */
  unwanted(): SecretName[];
}
