import type { Database } from '../../storage/database';
import { listAccountsOfRealm } from '../../access/realmAccounts';

/** An account of a realm, through the connection that a batch uses here. */
export interface OwnAccount {
  readonly connectionId: string;
  readonly name: string;
  /** When its invitations were read in full; null: never, or its connection can't read them anymore. */
  readonly asOf: number | null;
}

/** The accounts of a realm by ID. Which connection is used is decided here alone: never by a file. */
export function ownAccounts(db: Database, realm: string): ReadonlyMap<string, OwnAccount> {
  const accounts = new Map<string, OwnAccount>();
  for (const { accountId, connectionId, name, usable, invitationsAsOf } of listAccountsOfRealm(db, realm)) {
    if (accounts.has(accountId)) continue;
    accounts.set(accountId, { connectionId, name, asOf: usable ? invitationsAsOf : null });
  }
  return accounts;
}
