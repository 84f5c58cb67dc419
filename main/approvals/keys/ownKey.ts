import type { KeychainStatus } from '../../../shared/domain/connection/keychain';
import { CodedError } from '../../../shared/errors';
import type { SecretName } from '../../secrets/secretLedger';
import type { SecretPlace } from '../../secrets/boundSecret';
import type { SecretStore } from '../../secrets/secretStore';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import { transaction } from '../../storage/transaction';
import type { Sign } from '../file/batchFile';
import { newKeyPair, publicKeyOf, signatureOf } from './ed25519';
import { keysErrorText } from './keysErrorText';

export interface OwnKeyDeps {
  readonly db: Database;
  readonly secrets: Pick<SecretStore, 'get' | 'set' | 'delete' | 'check'> & {
    status(): Pick<KeychainStatus, 'state'>;
  };
  /** Where the data folder is; see `installationPlace`. */
  readonly place: () => Promise<string>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** This installation's key, ready to sign. */
export interface ReadyKey {
  readonly publicKey: string;
  readonly sign: Sign;
}

/** The key with which this installation signs. The private part is in the keychain and nowhere else. */
export interface OwnKey {
  /**
   * The key; made at the first call, and again if the data folder was copied or moved, or the keychain lost it.
   * @throws CodedError KEYCHAIN_LOCKED where the keychain keeps nothing, or gives nothing out
   */
  ready(): Promise<ReadyKey>;
  /** The public key with which this installation may send what was approved; null if it has none. No keychain is asked. */
  current(): Promise<string | null>;
  /** Every key this data folder ever had, and whatever folder it is a copy of. */
  all(): ReadonlySet<string>;
}

/** A key signs wherever it is; it belongs to no server. */
const nowhere: SecretPlace = { realm: 'approvals', hosts: [], sameOwner: [] };

interface Installation {
  readonly installationId: string;
  readonly place: string;
  readonly publicKey: string;
}

export function createOwnKey({ db, secrets, place, now }: OwnKeyDeps): OwnKey {
  let making: Promise<unknown> = Promise.resolve();

  const here = async (): Promise<Installation | null> => {
    const latest = latestInstallation(db);
    return latest?.place === (await place()) ? latest : null;
  };

  async function ready(): Promise<ReadyKey> {
    if (secrets.status().state !== 'os-keychain') await secrets.check();
    if (secrets.status().state !== 'os-keychain') throw notStored();
    const known = await here();
    const secret = known === null ? null : await secrets.get(nameOf(known.installationId), nowhere);
    if (known !== null && secret !== null && publicKeyOf(secret) === known.publicKey) {
      return readyKey(known.publicKey, secret);
    }
    return make(await place());
  }

  async function make(where: string): Promise<ReadyKey> {
    const at = now();
    const installationId = newRecordId(at);
    const { publicKey, secret } = newKeyPair();
    // The keychain first: the database names only keys that exist.
    if ((await secrets.set(nameOf(installationId), secret, nowhere)) !== 'os-keychain') {
      await secrets.delete(nameOf(installationId));
      throw notStored();
    }
    transaction(db, () => {
      db.prepare(
        'INSERT INTO installations (installation_id, created_at, place, public_key) VALUES (?, ?, ?, ?)',
      ).run(installationId, at, where, publicKey);
    });
    return readyKey(publicKey, secret);
  }

  return {
    // One after another, so that two windows' questions don't make two keys.
    async ready() {
      const own = making.then(ready, ready);
      making = own.catch(() => undefined);
      return own;
    },
    current: async () => (await here())?.publicKey ?? null,
    all: () => new Set(allInstallations(db).map(({ publicKey }) => publicKey)),
  };
}

const readyKey = (publicKey: string, secret: string): ReadyKey => ({
  publicKey,
  sign: (bytes) => signatureOf(bytes, secret),
});

const nameOf = (installationId: string): SecretName => ({
  connectionId: installationId,
  kind: 'signing-key',
});

function allInstallations(db: Database): Installation[] {
  const rows: unknown = db
    .prepare(
      `SELECT installation_id AS installationId, place, public_key AS publicKey FROM installations
       ORDER BY number DESC`,
    )
    .all();
  return rows as Installation[];
}

const latestInstallation = (db: Database): Installation | null => allInstallations(db)[0] ?? null;

const notStored = (): CodedError =>
  new CodedError({ code: 'KEYCHAIN_LOCKED', message: keysErrorText.notStored, retryable: true });
