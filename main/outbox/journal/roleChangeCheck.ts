import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import type { Database } from '../../storage/database';
import type { AccountKey } from './append';
import { writeReadBack, type ListedReadBack } from './write';

/**
 * Compares each confirmed change of role with Amazon's list. What a list didn't show yet is compared again with the next one.
 * Call it inside a transaction.
 * @returns how many were compared
 */
export function checkRoleChanges(
  db: Database,
  { realm, accountId }: AccountKey,
  reading: PendingSnapshot,
): number {
  if (reading.unreadable > 0) return 0;
  const changes = db
    .prepare(
      `SELECT made.operation_id AS operationId, made.invitation_id AS invitationId, made.role,
         revoked.invitation_id AS oldInvitationId
       FROM operations AS made JOIN operations AS revoked ON revoked.operation_id = made.after_operation
       WHERE made.after_operation IS NOT NULL AND made.status = 'done' AND made.realm = ? AND made.account_id = ?
         AND (made.read_back IS NULL OR made.read_back IN ('notListed', 'oldOneListed'))`,
    )
    .all(realm, accountId) as unknown as RoleChange[];
  for (const change of changes) writeReadBack(db, change.operationId, shownBy(reading, change));
  return changes.length;
}

interface RoleChange {
  readonly operationId: number;
  readonly invitationId: string | null;
  readonly role: string;
  readonly oldInvitationId: string;
}

function shownBy(
  { entries }: PendingSnapshot,
  { invitationId, role, oldInvitationId }: RoleChange,
): ListedReadBack {
  const made = entries.find((entry) => entry.invitationId === invitationId);
  if (made === undefined) return 'notListed';
  if (made.role !== undefined && made.role.toLowerCase() !== role.toLowerCase()) return 'otherRole';
  return entries.some((entry) => entry.invitationId === oldInvitationId) ? 'oldOneListed' : 'asAsked';
}
