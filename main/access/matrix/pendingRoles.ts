import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';
import { certainAddresses } from '../ledger/certainAddresses';

/** The role of the newest pending invitation of a person to an account. */
export interface PendingRole extends MemberPersonRef {
  readonly accountId: string;
  readonly role: string;
}

/** Pending invitations to the addresses that are certainly those of user IDs of a realm. */
export function pendingRoles(db: Database, realm: string, userIds: readonly string[]): PendingRole[] {
  const addresses = certainAddresses(db, realm, userIds);
  if (addresses.size === 0) return [];
  const pairs = [...addresses].map(([userId, address]) => ({ userId, address }));
  // Account by account, for which there is an index with the address; bare columns are those of the newest one.
  const rows: unknown = db
    .prepare(
      `SELECT invitations.realm, person.value ->> 'userId' AS userId, invitations.account_id AS accountId, role,
         max(coalesce(created_at, first_seen_at))
       FROM (SELECT DISTINCT account_id FROM ways_in WHERE realm = :realm) AS reached
       CROSS JOIN json_each(:people) AS person
       CROSS JOIN invitations INDEXED BY invitations_by_person
         ON invitations.realm = :realm AND invitations.account_id = reached.account_id
           AND email_address = person.value ->> 'address' COLLATE NOCASE
       WHERE state = 'pending'
       GROUP BY person.value ->> 'userId', invitations.account_id`,
    )
    .all({ realm, people: JSON.stringify(pairs) });
  return rows as PendingRole[];
}
