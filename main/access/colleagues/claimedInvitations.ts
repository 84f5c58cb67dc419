import type { Database } from '../../storage/database';

/**
 * Invitations to an account that were made under claims in the team's store, as far as this folder heard of them.
 * @param exceptClaims claims that don't count, by ID
 */
export function claimedInvitations(
  db: Database,
  { realm, accountId }: { readonly realm: string; readonly accountId: string },
  exceptClaims: readonly string[],
): Set<string> {
  const rows = db
    .prepare(
      `SELECT invitation_id AS id FROM team_changes
       WHERE realm = ? AND account_id = ? AND invitation_id IS NOT NULL AND claim_id NOT IN (SELECT value FROM json_each(?))`,
    )
    .all(realm, accountId, JSON.stringify(exceptClaims)) as { readonly id: string }[];
  return new Set(rows.map(({ id }) => id));
}

/** The claims under which operations of this folder were sent, by ID. */
export const claimIdsOf = (db: Database, operationIds: readonly number[]): string[] =>
  (
    db
      .prepare(
        'SELECT claim_id AS id FROM team_claims WHERE operation_id IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(operationIds)) as { readonly id: string }[]
  ).map(({ id }) => id);
