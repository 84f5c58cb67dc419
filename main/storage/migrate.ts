import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { connectionsAndAccounts } from './migrations/001-connections-and-accounts';
import { invitationsAndJournal } from './migrations/002-invitations-and-journal';
import { runsAndDoubts } from './migrations/003-runs-and-doubts';
import { evidenceAndTrouble } from './migrations/004-evidence-and-trouble';
import { redeemLinks } from './migrations/005-redeem-links';
import { batches } from './migrations/006-batches';
import { answersByAccount } from './migrations/007-answers-by-account';
import { searchText } from './migrations/008-search-text';
import { conflicts } from './migrations/009-conflicts';
import { skipped } from './migrations/010-skipped';
import { owner } from './migrations/011-owner';
import { identityConfirmed } from './migrations/012-identity-confirmed';
import { staging } from './migrations/013-staging';
import { keychainEntries } from './migrations/014-keychain-entries';
import { evidenceOfCalls } from './migrations/015-evidence-of-calls';
import { members } from './migrations/016-members';
import { startWaits } from './migrations/017-start-waits';
import { origins } from './migrations/018-origins';
import { addSearchText } from './searchText';
import type { Migration } from './migrations/migration';

/** All migrations in order. Add at the end; never change one that has shipped. */
export const migrations: readonly Migration[] = [
  connectionsAndAccounts,
  invitationsAndJournal,
  runsAndDoubts,
  evidenceAndTrouble,
  redeemLinks,
  batches,
  answersByAccount,
  searchText,
  conflicts,
  skipped,
  owner,
  identityConfirmed,
  staging,
  keychainEntries,
  evidenceOfCalls,
  members,
  startWaits,
  origins,
];

export const newestVersion = migrations.length;

/** The version a database is at: 0 for an empty one. */
export function versionOf(db: DatabaseSyncInstance): number {
  const row = db.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
}

/**
 * Migrates a database to `target`, each step in its own transaction, so that a crash leaves it at one version or the next. After
 * that the connection has the SQL functions that its statements call.
 */
export function migrate(db: DatabaseSyncInstance, target: number = newestVersion): void {
  addSearchText(db);
  for (const { version, sql } of migrations) {
    if (version <= versionOf(db) || version > target) continue;
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${String(version)}; COMMIT;`);
  }
}
