import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { unreportedClaims, writeReported } from '../sending/localClaims';
import { reportSql } from '../sending/storeSql';
import type { TeamStore } from '../store/teamStore';

/**
 * Reports to the store how changes ended that were sent under claims. A second report changes nothing. Only a start that may send
 * reports:
 * a copy of the folder knows less than the folder it was copied from.
 */
export async function reportOutcomes(db: Database, store: TeamStore): Promise<void> {
  for (let unreported = unreportedClaims(db); unreported.length > 0; unreported = unreportedClaims(db)) {
    await store.query(reportSql, [
      unreported.map(({ claimId }) => claimId),
      unreported.map(({ state }) => state),
      unreported.map(({ invitationId }) => invitationId),
    ]);
    transaction(db, () => {
      writeReported(db, unreported);
    });
  }
}
