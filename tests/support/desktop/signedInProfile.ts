import { join } from 'node:path';
import { createOsKeychain } from '../../../main/secrets/keychain';
import { createServices } from '../../../main/services';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { defaultSettings } from '../../../shared/domain/settings';
import { signInOverHttp } from '../amazon/signInOverHttp';
import { writeMigratedDatabase } from '../fixtures/migratedDatabase';
import type { TestAmazon } from './amazon';
import { secretStoreOver } from '../fixtures/secretStore';
import { batchFilesHere } from '../fixtures/batchFilesHere';

export interface SignedInAs {
  /** The sandbox person who signs in; Dana if omitted. */
  readonly identity?: 'dana' | 'priya' | 'sam';
  /** Whether all accounts are read too, for an app that starts without a network. */
  readonly read?: boolean;
}

/**
 * Writes a profile with one signed-in connection, without a window: with the app's own parts, against this session's keychain.
 * For tests that begin after signing in.
 * @returns the connection's ID
 */
export async function writeSignedInProfile(
  userData: string,
  { form, sandbox }: TestAmazon,
  { identity = 'dana', read = false }: SignedInAs = {},
): Promise<string> {
  const file = join(userData, 'access.db');
  writeMigratedDatabase(file);
  const db = openDatabase(file);
  const nothing = (): void => undefined;
  const { connections, refreshAll, redeem, outbox } = createServices({
    db,
    secrets: secretStoreOver(db, createOsKeychain().load),
    sandbox: { endpoints: () => Promise.resolve(sandbox.endpoints), client: form },
    proxyFor: () => Promise.resolve(null),
    openInBrowser: async (address) => {
      await signInOverHttp(address, { identity, decision: 'allow' });
      return true;
    },
    onResume: () => nothing,
    redeemPage: () => '',
    houseRules: () => defaultSettings,
    typingRule: () => defaultSettings,
    keepPeopleMonths: () => 0,
    savedViews: { read: () => ({}), write: () => undefined },
    place: () => Promise.resolve('here'),
    programVersion: '0.0.0',
    signerName: () => '',
    batchFiles: batchFilesHere,
    checkOnlineAfterMinutes: () => defaultSettings.checkOnlineAfterMinutes,
    refreshAfterMinutes: () => defaultSettings.refreshAfterMinutes,
    now: Date.now,
    changed: nothing,
  });
  try {
    const { name, ...input } = form;
    const { connectionId } = await connections.add({ ...input, label: name, region: 'eu' });
    const { identity: signedIn } = await connections.signIn(connectionId);
    connections.confirmIdentity(connectionId, signedIn?.userId ?? '');
    if (read) {
      refreshAll.start();
      await refreshAll.idle();
    }
    return connectionId;
  } finally {
    redeem.close();
    await Promise.all([redeem.idle(), outbox.close()]);
    closeDatabase(db);
  }
}
