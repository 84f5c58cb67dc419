import type { Database } from '../storage/database';
import { bestFirst } from './bestConnection';

/** An account through one connection. */
export interface RealmAccount {
  readonly accountId: string;
  readonly connectionId: string;
  readonly name: string;
  /** Whether its invitations can be read through this connection, as far as is known. */
  readonly usable: boolean;
  /** When they were last read in full, ms since 1970; null: never. */
  readonly invitationsAsOf: number | null;
}

/** Every account of a realm through each connection that has it, the connection that serves best first. */
export function listAccountsOfRealm(db: Database, realm: string): RealmAccount[] {
  const rows = db
    .prepare(
      `SELECT ways_in.account_id AS accountId, ways_in.connection_id AS connectionId, accounts.name,
         reachable = 1 AND coalesce(can_invite, 1) = 1 AS usable, invitations_as_of AS invitationsAsOf
       FROM ways_in JOIN accounts USING (realm, account_id) JOIN connections USING (connection_id)
       WHERE ways_in.realm = ?
       ORDER BY ${bestFirst}`,
    )
    .all(realm) as unknown as (Omit<RealmAccount, 'usable'> & { readonly usable: 0 | 1 })[];
  return rows.map(({ usable, ...row }) => ({ ...row, usable: usable === 1 }));
}
