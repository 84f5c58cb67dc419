import { takeUpSettlements } from '../adoption/takeUpSettlements';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { unreportedClaims, writeReported } from '../sending/localClaims';
import { reportSql } from '../sending/storeSql';
import type { TeamStore } from '../store/teamStore';

/**
 * Reports to the store how changes ended that were sent under claims. A second report changes nothing. Only a start that may send
 * reports: a copy of the folder knows less than the folder it was copied from. Where a colleague settled a claim meanwhile, the store
 * keeps that, and this folder learns of it.
 */
export async function reportOutcomes(db: Database, store: TeamStore): Promise<void> {
  for (let unreported = unreportedClaims(db); unreported.length > 0; unreported = unreportedClaims(db)) {
    const reported = await store.query<{ readonly id: string }>(reportSql, [
      unreported.map(({ claimId }) => claimId),
      unreported.map(({ state }) => state),
      unreported.map(({ invitationId }) => invitationId),
    ]);
    const taken = new Set(reported.map(({ id }) => id));
    const left = unreported.flatMap(({ claimId, state }) =>
      taken.has(claimId) || state === 'released' ? [] : [claimId],
    );
    await takeUpSettlements(db, store, left);
    transaction(db, () => {
      writeReported(db, unreported);
    });
  }
}
