import type { SecretKind, SecretLedger, SecretName } from '../secrets/secretLedger';
import type { Database } from '../storage/database';

/**
 * The ledger in the data folder's own database. Entries of a connection, or team, that doesn't exist are unwanted. A signing key is never
 * deleted for another's sake: a copy of the data folder on this computer names the same entry.
 */
export function createSecretLedger(db: Database): SecretLedger {
  const state = `wanted = 1 AND (kind = 'signing-key' OR connection_id IN (SELECT connection_id FROM connections)
    OR (kind = 'team-password' AND connection_id IN (SELECT team_id FROM teams)))`;
  return {
    store({ connectionId, kind }) {
      db.prepare(
        `INSERT INTO keychain_entries (connection_id, kind, wanted) VALUES (?, ?, 1)
         ON CONFLICT (connection_id, kind) DO UPDATE SET wanted = 1`,
      ).run(connectionId, kind);
    },
    unwant({ connectionId, kind }) {
      db.prepare('UPDATE keychain_entries SET wanted = 0 WHERE connection_id = ? AND kind = ?').run(
        connectionId,
        kind,
      );
    },
    forget({ connectionId, kind }) {
      db.prepare('DELETE FROM keychain_entries WHERE connection_id = ? AND kind = ?').run(connectionId, kind);
    },
    find({ connectionId, kind }) {
      const row = db
        .prepare(`SELECT ${state} AS wanted FROM keychain_entries WHERE connection_id = ? AND kind = ?`)
        .get(connectionId, kind) as { readonly wanted: number } | undefined;
      if (row === undefined) return null;
      return row.wanted === 1 ? 'wanted' : 'unwanted';
    },
    unwanted() {
      const rows = db
        .prepare(`SELECT connection_id, kind FROM keychain_entries WHERE NOT (${state})`)
        .all() as unknown as readonly EntryRow[];
      return rows.map(({ connection_id: connectionId, kind }): SecretName => ({ connectionId, kind }));
    },
  };
}

interface EntryRow {
  readonly connection_id: string;
  readonly kind: SecretKind;
}
