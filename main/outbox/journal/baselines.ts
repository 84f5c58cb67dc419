import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import type { Database } from '../../storage/database';
import type { AccountKey } from './append';

/** An account's pending list before our first call. */
export interface Baseline {
  /** Invitation ID to its expiry, in ms since 1970; null if Amazon gave none. */
  readonly pending: ReadonlyMap<string, number | null>;
  /** False if it had unreadable entries: then nothing is known to be new. */
  readonly complete: boolean;
}

/** Stores a reading as a baseline. Call it inside a transaction. @returns its ID */
export function writeBaseline(
  db: Database,
  { realm, accountId }: AccountKey,
  reading: PendingSnapshot,
): number {
  const pending = reading.entries.map(({ invitationId, expiresAt = null }) => [invitationId, expiresAt]);
  return Number(
    db
      .prepare('INSERT INTO baselines (realm, account_id, read_at, complete, pending) VALUES (?, ?, ?, ?, ?)')
      .run(
        realm,
        accountId,
        reading.beganAt,
        reading.unreadable === 0 ? 1 : 0,
        JSON.stringify(Object.fromEntries(pending)),
      ).lastInsertRowid,
  );
}

/** @param baselineId null for a call sent before baselines existed: nothing is known then */
export function readBaseline(db: Database, baselineId: number | null): Baseline {
  const row = db.prepare('SELECT complete, pending FROM baselines WHERE baseline_id = ?').get(baselineId) as
    { complete: 0 | 1; pending: string } | undefined;
  if (row === undefined) return { pending: new Map(), complete: false };
  const pending = JSON.parse(row.pending) as Record<string, number | null>;
  return { pending: new Map(Object.entries(pending)), complete: row.complete === 1 };
}
