import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccess } from '../../../main/access/access';
import { createAdsClient } from '../../../main/amazonAds/client/client';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { leo, samplePeople } from '../../../main/sandbox/state/samplePeople';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { signIn } from '../../contract/sandbox/support/signIn';
import { startSandbox, type RunningSandbox } from '../../support/amazon/sandbox';
import { addConnection } from '../../support/fixtures/store';
import { connectionId } from '../connection';
import { membersAt } from '../inspect/inspectMembers';
import type { Member } from '../inspect/ledger';

/** A sandbox in a separate process, and a product database in which its accounts are known. */
export interface Site {
  readonly sandbox: RunningSandbox;
  readonly file: string;
  readonly refreshToken: string;
  /** The token of a colleague, who is an admin of some of the accounts. */
  readonly colleaguesToken: string;
  /** Everybody with direct access to these accounts, but those who sign in, as it was at first. */
  readonly members: readonly Member[];
  /** Where people are invited. */
  readonly accountIds: readonly [string, ...string[]];
  remove(): Promise<void>;
}

/** Most calls go to the same few accounts, so that many wait for the same list. */
const accounts = 4;
/** How many members each has, besides those who sign in. */
const furtherMembers = 14;

export async function prepareSite(seed: number): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-reliability-'));
  const file = join(folder, 'access.db');
  const stateFile = join(folder, 'sandbox.db');
  const sandbox = await startSandbox({
    stateFile,
    seed: seed % 1000,
    accounts: 8,
    invitations: 40,
    members: furtherMembers,
  });
  const { accessToken, refreshToken } = await signIn(sandbox.origin, 'dana');
  const colleague = await signIn(sandbox.origin, leo.identity);
  const [first, ...others] = await readAccounts(file, sandbox.origin, accessToken);
  if (first === undefined) throw new Error('There is no account to invite to.');
  const accountIds: Site['accountIds'] = [first, ...others];
  const signingIn = new Set(samplePeople.map(({ adsUserId }) => adsUserId));
  return {
    sandbox,
    members: membersAt({ sandbox, accountIds }).filter(({ userId }) => !signingIn.has(userId)),
    file,
    refreshToken,
    colleaguesToken: colleague.accessToken,
    accountIds,
    async remove() {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readAccounts(file: string, apiUrl: string, accessToken: string): Promise<string[]> {
  const db = openDatabase(file);
  try {
    addConnection(db, connectionId);
    const client = createAdsClient({
      apiUrl,
      clientId: sandboxClient.clientId,
      getToken: () => Promise.resolve(accessToken),
    });
    const access = createAccess({
      db,
      clientOf: () => Promise.resolve(client),
      realmOf: () => 'sandbox',
      now: Date.now,
      changed: () => undefined,
    });
    await access.refreshAccounts(connectionId);
    return access
      .listAccounts({ connectionId })
      .filter(({ canInvite }) => canInvite === true)
      .slice(0, accounts)
      .map(({ accountId }) => accountId);
  } finally {
    closeDatabase(db);
  }
}
