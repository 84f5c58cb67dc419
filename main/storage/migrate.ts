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
import { changesOfMembers } from './migrations/019-changes-of-members';
import { identityDecisions } from './migrations/020-identity-decisions';
import { directory } from './migrations/021-directory';
import { leavers } from './migrations/022-leavers';
import { accountLabels } from './migrations/023-account-labels';
import { erasures } from './migrations/024-erasures';
import { instances } from './migrations/025-instances';
import { accessToInstances } from './migrations/026-access-to-instances';
import { unchangedListings } from './migrations/027-unchanged-listings';
import { approvals } from './migrations/028-approvals';
import { receivedRows } from './migrations/029-received-rows';
import { team } from './migrations/030-team';
import { absence } from './migrations/031-absence';
import { teamFacts } from './migrations/032-team-facts';
import { teamKnowledge } from './migrations/033-team-knowledge';
import { teamRefusals } from './migrations/034-team-refusals';
import { countedByIndex } from './migrations/035-counted-by-index';
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
  changesOfMembers,
  identityDecisions,
  directory,
  leavers,
  accountLabels,
  erasures,
  instances,
  accessToInstances,
  unchangedListings,
  approvals,
  receivedRows,
  team,
  absence,
  teamFacts,
  teamKnowledge,
  teamRefusals,
  countedByIndex,
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
  for (const migration of migrations) {
    if (migration.version <= versionOf(db) || migration.version > target) continue;
    if (migration.rebuildsTables === true) rebuild(db, migration);
    else db.exec(stepOf(migration, 'COMMIT'));
  }
}

/** Whether opening a database of this version replaces tables. */
export const rebuildsFrom = (version: number): boolean =>
  migrations.some((each) => each.version > version && each.rebuildsTables === true);

const stepOf = ({ version, sql }: Migration, end: string): string =>
  `BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${String(version)}; ${end};`;

/** @throws Error when a row would refer to nothing; then the database is as it was */
function rebuild(db: DatabaseSyncInstance, migration: Migration): void {
  const { on } = db.prepare('SELECT foreign_keys AS "on" FROM pragma_foreign_keys').get() as { on: 0 | 1 };
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    db.exec(stepOf(migration, ''));
    const broken: unknown = db
      .prepare('SELECT "table" AS name, rowid FROM pragma_foreign_key_check LIMIT 1')
      .get();
    if (broken !== undefined) throw new Error(`A row refers to nothing: ${JSON.stringify(broken)}.`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.exec(`PRAGMA foreign_keys = ${String(on)}`);
  }
}
