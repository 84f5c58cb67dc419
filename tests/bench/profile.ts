import { join } from 'node:path';
import { writeConclusions, writeSnapshot } from '../../main/access/refresh/pendingSnapshot';
import { requireAccount, writeAccounts, writeCanInvite } from '../../main/access/accountAccess';
import { createConnectionStore } from '../../main/connections/connectionStore';
import { planSample } from '../../main/sandbox/state/sample';
import { closeDatabase, openDatabase, type Database } from '../../main/storage/database';
import { transaction } from '../../main/storage/transaction';
import { writeOperations, writeWhatEnded } from './profileHistory';

const storedAccounts = 80;
/** Pending ones; the ended ones before them, and the journal of those created here, add a fifth each. */
export const storedInvitations = 50_000;

const connectionId = 'bench';
const realm = 'amazon';

/**
 * Writes the data of a large agency into a profile folder, with the functions a refresh uses. Its connection requires signing in
 * again, so that the app starts with this and no network.
 */
export function writeLargeProfile(userData: string): void {
  const db = openDatabase(join(userData, 'access.db'));
  try {
    addConnection(db);
    writeSample(db, Date.now());
  } finally {
    closeDatabase(db);
  }
}

function addConnection(db: Database): void {
  createConnectionStore(db).insert({
    connectionId,
    kind: 'amazon',
    label: 'Large agency',
    region: 'eu',
    clientId: 'amzn1.application-oa2-client.bench',
    hasClientSecret: false,
    returnPort: 8710,
    endpoints: null,
    sandboxIdentity: null,
    realm,
    state: 'signInAgain',
    renewable: false,
    identity: null,
    identityConfirmed: false,
    createdAt: 1,
  });
}

function writeSample(db: Database, now: number): void {
  const sample = planSample({ seed: 1, accounts: storedAccounts, invitations: storedInvitations }, now);
  const listed = sample.accounts.map(({ accountId, name, marketplaceId }) => ({
    accountId,
    accountName: name,
    marketplaceId,
  }));
  transaction(db, () => writeAccounts(db, { connectionId, realm }, listed, { everyone: true, asOf: now }));
  for (const account of sample.accounts) {
    const entries = sample.invitations
      .filter(({ accountId }) => accountId === account.accountId)
      .map(({ email, ...invitation }) => ({ ...invitation, emailAddress: email }));
    const ref = { connectionId, accountId: account.accountId };
    transaction(db, () => {
      const known = requireAccount(db, ref);
      const ended = writeWhatEnded(db, known, entries, now);
      const reading = { entries, unreadable: 0, beganAt: now };
      writeSnapshot(db, known, reading);
      writeConclusions(db, known, reading, ended);
      writeOperations(db, connectionId, known, entries, now);
      writeCanInvite(db, ref, true);
    });
  }
}
