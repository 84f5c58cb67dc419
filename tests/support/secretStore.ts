import { createSecretLedger } from '../../main/connections/secretLedger';
import type { Keychain } from '../../main/secrets/keychain';
import { createSecretStore, type SecretStore } from '../../main/secrets/secretStore';
import type { Database } from '../../main/storage/database';

/** The program's own store of secrets over a keychain and a database. */
export const secretStoreOver = (
  db: Database,
  load: () => Promise<Keychain>,
  changed: () => void = () => undefined,
): SecretStore => createSecretStore({ load, ledger: createSecretLedger(db), platform: 'linux', changed });
