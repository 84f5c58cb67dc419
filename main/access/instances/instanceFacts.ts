import type { AccountRef } from '../../../shared/domain/account/account';
import type { ErrorBody } from '../../../shared/errors';
import type { AdsInstance } from '../../amazonAds/instances';
import type { Database } from '../../storage/database';

/** A complete list of what a connection can open in an account. @param beganAt ms since 1970 */
export interface InstanceListing {
  readonly instances: readonly AdsInstance[];
  /** Whether it was requested as an admin of the account, who reaches all its instances. */
  readonly asAdmin: boolean;
  readonly beganAt: number;
}

/**
 * Replaces what is known by a complete list. One that was requested before the stored one changes nothing. Call it inside a
 * transaction.
 * @returns whether the first instance has appeared for a viewer since an earlier list that had none
 */
export function writeInstances(
  db: Database,
  { connectionId, accountId }: AccountRef,
  { instances, asAdmin, beganAt }: InstanceListing,
): boolean {
  const stored = db
    .prepare(
      'SELECT as_of AS asOf, as_admin AS asAdmin FROM instance_lists WHERE connection_id = ? AND account_id = ?',
    )
    .get(connectionId, accountId) as { readonly asOf: number | null; readonly asAdmin: 0 | 1 } | undefined;
  const readBefore = stored?.asOf ?? null;
  if (readBefore !== null && readBefore > beganAt) return false;
  const { changes: had } = db
    .prepare('DELETE FROM instances WHERE connection_id = ? AND account_id = ?')
    .run(connectionId, accountId);
  const insert = db.prepare(
    `INSERT INTO instances (connection_id, account_id, instance_id, name, types, status) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { instanceId, name, types, status } of instances) {
    insert.run(connectionId, accountId, instanceId, name ?? '', JSON.stringify(types), status ?? null);
  }
  db.prepare(
    `INSERT INTO instance_lists (connection_id, account_id, as_of, tried_at, error, as_admin)
     VALUES (:connectionId, :accountId, :beganAt, :beganAt, NULL, :asAdmin)
     ON CONFLICT DO UPDATE SET as_of = :beganAt, tried_at = :beganAt, error = NULL, as_admin = :asAdmin`,
  ).run({ connectionId, accountId, beganAt, asAdmin: asAdmin ? 1 : 0 });
  return readBefore !== null && had === 0 && instances.length > 0 && !asAdmin && stored?.asAdmin === 0;
}

/** Why a list couldn't be read; what is known, and its age, stay. @param beganAt ms since 1970 */
export function writeInstancesProblem(
  db: Database,
  { connectionId, accountId }: AccountRef,
  { beganAt, error }: { readonly beganAt: number; readonly error: ErrorBody },
): void {
  db.prepare(
    `INSERT INTO instance_lists (connection_id, account_id, as_of, tried_at, error) VALUES (?, ?, NULL, ?, ?)
     ON CONFLICT DO UPDATE SET tried_at = excluded.tried_at, error = excluded.error`,
  ).run(connectionId, accountId, beganAt, JSON.stringify(error));
}
