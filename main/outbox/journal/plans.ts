import type { AccountRef } from '../../../shared/domain/account/account';
import type { WantedInstances } from '../../../shared/domain/account/plannedInstances';
import { identityName } from '../../../shared/domain/connection/connection';
import { signedInPerson } from '../../access/accountAccess';
import { dropPlan, readPlan, writePlan, type PlanKey } from '../../access/instances/plans';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/**
 * Keeps the instances that operations plan for their people; those that plan none leave what was planned before. Call it inside
 * the transaction that writes the operations.
 * @param at ms since 1970
 */
export function writePlans(
  db: Database,
  { connectionId, realm, accountId }: AccountRef & { readonly realm: string },
  operations: readonly { readonly emailAddress: string; readonly plan?: WantedInstances | null }[],
  at: number,
): void {
  let plannedBy: string | null = null;
  for (const { emailAddress, plan = null } of operations) {
    if (plan === null) continue;
    plannedBy ??= nameOfSignedIn(db, connectionId);
    writePlan(db, { realm, accountId, emailAddress }, { wanted: plan, plannedAt: at, plannedBy });
  }
}

function nameOfSignedIn(db: Database, connectionId: string): string {
  const person = signedInPerson(db, connectionId);
  return person === null ? '' : identityName(person);
}

/**
 * Drops what was planned for a person whose invitation was revoked, unless they were invited there again since: a change of role
 * is a revocation and a new invitation. Call it inside the transaction that settles the revocation.
 */
export function dropPlanOfRevoked(
  db: Database,
  { realm, accountId }: Omit<PlanKey, 'emailAddress'>,
  { operationId, emailAddress }: { readonly operationId: number; readonly emailAddress: string },
): void {
  const person = { realm, accountId, emailAddress };
  if (readPlan(db, person) === null) return;
  const { isInvitedSince } = prepared(
    db,
    `SELECT EXISTS (SELECT 1 FROM operations WHERE realm = ? AND account_id = ? AND kind = 'create'
       AND email_address = ? COLLATE NOCASE AND operation_id > ?) AS isInvitedSince`,
  ).get(realm, accountId, emailAddress.trim(), operationId) as { readonly isInvitedSince: 0 | 1 };
  if (isInvitedSince === 0) dropPlan(db, person);
}
