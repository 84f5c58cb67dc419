import { CodedError } from '../../../shared/errors';
import type { TeamStore } from '../store/teamStore';
import { core } from './001-core';
import { absence } from './002-absence';
import { sharedFacts } from './003-facts';
import { solo } from './004-solo';
import { reasons } from './005-erased-reasons';
import { schemaErrorText } from './schemaErrorText';
import type { StoreMigration } from './storeMigration';

/** In order. Add at the end; never change one that has shipped. */
const storeMigrations: readonly StoreMigration[] = [core, absence, sharedFacts, solo, reasons];

/** The version of the store's schema that this program reads and writes. */
export const storeSchemaVersion = storeMigrations.length;

/** The store's version; 0 before a team administrator set it up. @throws CodedError as `TeamStore.query` */
export async function storeVersion(store: TeamStore): Promise<number> {
  const [exists] = await store.query<{ readonly exists: boolean }>(
    `SELECT to_regclass('amc.schema_versions') IS NOT NULL AS exists`,
  );
  if (exists?.exists !== true) return 0;
  const [row] = await store.query<{ readonly version: number | null }>(
    'SELECT max(version) AS version FROM amc.schema_versions',
  );
  return row?.version ?? 0;
}

/**
 * Brings the store to this program's version; nothing if it is there. For a team administrator, whose login may become
 * `amc_owner`. Each step is one transaction, so of two administrators at once one does it and the other finds it done.
 * @param first the team's name and the administrator's own, for a new store
 * @throws CodedError TEAM_OUTDATED if the store is newer; otherwise as `TeamStore.query`
 */
export async function migrateStore(
  store: TeamStore,
  first: { readonly teamName: string; readonly displayName: string },
): Promise<void> {
  const version = await storeVersion(store);
  if (version > storeSchemaVersion) {
    throw new CodedError({ code: 'TEAM_OUTDATED', message: schemaErrorText.newer });
  }
  for (const migration of storeMigrations.slice(version)) {
    try {
      await store.query(stepOf(migration, first));
    } catch (thrown) {
      // The other's step is done or undone as a whole by now: this one waited for it.
      if ((await storeVersion(store)) < migration.version) throw thrown;
    }
  }
}

/** One text of several statements is one transaction. */
const stepOf = (migration: StoreMigration, first: Parameters<typeof migrateStore>[1]): string =>
  [
    'SET LOCAL ROLE amc_owner;',
    migration.sql,
    ...(migration.version === 1 ? [firstRows(first)] : []),
    `INSERT INTO amc.schema_versions (version) VALUES (${String(migration.version)});`,
  ].join('\n');

const firstRows = ({ teamName, displayName }: Parameters<typeof migrateStore>[1]): string =>
  `INSERT INTO amc.store (name) VALUES (${literal(teamName)});
   INSERT INTO amc.members (login, display_name, sees_all, may_draft, may_send, may_administer)
     VALUES (session_user, ${literal(displayName)}, true, true, true, true);`;

/** A text as an SQL literal, whatever the server's settings: several statements in one text take no parameters. */
const literal = (text: string): string => ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
