import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';
import { withMemberAddresses } from '../members/listing/memberAddresses';

/** The role of the newest pending invitation of a person to an account. */
export interface PendingRole extends MemberPersonRef {
  readonly accountId: string;
  readonly role: string;
}

/** Pending invitations to the addresses that are certainly those of user IDs of a realm, as the ledger last concluded. */
export function pendingRoles(db: Database, realm: string, userIds: readonly string[]): PendingRole[] {
  // Account by account, for which there is an index with the address; bare columns are those of the newest one.
  const rows: unknown = withMemberAddresses(db)
    .prepare(
      `SELECT invitations.realm, known.user_id AS userId, invitations.account_id AS accountId, invitations.role,
         max(coalesce(created_at, first_seen_at))
       FROM (SELECT DISTINCT account_id FROM ways_in WHERE realm = :realm) AS reached
       CROSS JOIN member_addresses AS known
       CROSS JOIN invitations INDEXED BY invitations_by_person
         ON invitations.realm = known.realm AND invitations.account_id = reached.account_id
           AND email_address = known.address COLLATE NOCASE
       WHERE known.realm = :realm AND known.user_id IN (SELECT value FROM json_each(:userIds))
         AND confidence = 'certain' AND state = 'pending'
       GROUP BY known.user_id, invitations.account_id`,
    )
    .all({ realm, userIds: JSON.stringify(userIds) });
  return rows as PendingRole[];
}
