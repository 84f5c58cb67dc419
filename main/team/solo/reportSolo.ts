import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';
import { dropUndone, noteLate, unreportedSolo, writeSoloReported, type AfterwardClaim } from './soloClaims';
import { addAfterwardSql, storedSql } from './soloSql';

/**
 * Adds to the store what was done without it, each once, however often it is cut off: the claims have IDs of their own. What is in
 * doubt waits until it is known. Only a start that may send reports.
 */
export async function reportSolo(
  db: Database,
  {
    store,
    startId,
    installationId,
    now,
  }: {
    readonly store: TeamStore;
    readonly startId: string;
    readonly installationId: string;
    /** ms since 1970. */
    readonly now: () => number;
  },
): Promise<void> {
  transaction(db, () => {
    noteLate(db, now());
    dropUndone(db);
  });
  for (let claims = unreportedSolo(db); claims.length > 0; claims = unreportedSolo(db)) {
    await store.query(addAfterwardSql, [startId, installationId, ...columnsOf(claims)]);
    const stored = await store.query<{ readonly claimId: string; readonly generation: number }>(storedSql, [
      claims.map(({ claimId }) => claimId),
    ]);
    // What another one's addition was faster than is added with the next look.
    if (stored.length === 0) return;
    transaction(db, () => {
      writeSoloReported(db, stored);
    });
  }
}

const columnsOf = (claims: readonly AfterwardClaim[]): unknown[] => [
  claims.map(({ claimId }) => claimId),
  claims.map(({ realm }) => realm),
  claims.map(({ accountId }) => accountId),
  claims.map(({ kind }) => kind),
  claims.map(({ kind }) => (kind === 'create' ? 'address' : 'userId')),
  claims.map(({ address, userId }) => address ?? userId),
  claims.map(({ known }) => known),
  claims.map(({ role }) => role),
  claims.map(({ invitationId }) => invitationId),
  claims.map(({ reason }) => (reason === null ? 'late' : 'solo')),
  claims.map(({ reason }) => reason),
  claims.map(({ sentAt }) => sentAt),
];
