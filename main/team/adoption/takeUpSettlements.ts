import { z } from 'zod';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';
import { settledByOthersSql } from './adoptionSql';
import { writeSettlement } from './settlements';

/** A colleague's row, as bounded as Amazon's answers are. */
const row = z.object({
  claimId: z.uuid(),
  state: z.enum(['done', 'failed']),
  colleague: z.string().max(80),
  invitationId: z.string().max(200).nullable(),
  at: z.number(),
});

/**
 * Learns which of this folder's claims colleagues settled in the store. The journal's own settlement stays the truth here.
 * @param claimIds the claims to ask about
 * @returns whether any of it was new
 */
export async function takeUpSettlements(
  db: Database,
  store: TeamStore,
  claimIds: readonly string[],
): Promise<boolean> {
  if (claimIds.length === 0) return false;
  const rows = await store.query(settledByOthersSql, [claimIds]);
  const operationOf = db.prepare('SELECT operation_id AS operationId FROM team_claims WHERE claim_id = ?');
  return transaction(db, () => {
    let isNew = false;
    for (const each of rows) {
      const read = row.safeParse(each);
      if (!read.success) continue;
      const own = operationOf.get(read.data.claimId) as { readonly operationId: number } | undefined;
      if (own === undefined) continue;
      const settlement = { ...read.data, ...own, at: Math.floor(read.data.at), isOwn: true };
      isNew = writeSettlement(db, settlement) || isNew;
    }
    return isNew;
  });
}
