import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../main/storage/database';

export interface Store {
  readonly file: string;
  readonly db: Database;
  /** Closes the file under whoever still uses it, as a crash does, and opens it anew. */
  reopen(): void;
  remove(): void;
}

/** A real database file in a folder of its own. */
export function temporaryStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'amc-store-'));
  const file = join(folder, 'access.db');
  let db = openDatabase(file);
  return {
    file,
    get db() {
      return db;
    },
    reopen() {
      db.close();
      db = openDatabase(file);
    },
    remove() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A signed-in connection. */
export function addConnection(db: Database, connectionId: string, realm = 'sandbox'): void {
  db.prepare(
    `INSERT INTO connections (connection_id, kind, label, region, client_id, has_client_secret, return_port, realm,
       state, created_at)
     VALUES (?, 'sandbox', ?, 'na', 'client', 0, 8710, ?, 'signedIn', 1)`,
  ).run(connectionId, `Label of ${connectionId}`, realm);
}

/** An account with a way in. */
export function addAccount(db: Database, connectionId: string, accountId: string, realm = 'sandbox'): void {
  db.prepare(
    `INSERT INTO accounts (realm, account_id, name, marketplace_id, first_seen_at) VALUES (?, ?, ?, 'M', 1)
     ON CONFLICT DO NOTHING`,
  ).run(realm, accountId, `Name of ${accountId}`);
  db.prepare('INSERT INTO ways_in (connection_id, realm, account_id, as_of) VALUES (?, ?, ?, 1)').run(
    connectionId,
    realm,
    accountId,
  );
}
