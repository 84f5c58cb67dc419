import type { AccountRef } from '../../../shared/domain/account/account';
import type { Instance, ReachedInstances } from '../../../shared/domain/account/instance';
import { errorBody, type ErrorBody } from '../../../shared/errors';
import { compareNames } from '../../../shared/text/formats';
import { accountRefKey } from '../../../shared/util/accountKey';
import { groupBy } from '../../../shared/util/groupBy';
import type { AdsInstance } from '../../amazonAds/instances';
import type { Database } from '../../storage/database';

/** A complete list of what a connection can open in an account. @param beganAt ms since 1970 */
export interface InstanceListing {
  readonly instances: readonly AdsInstance[];
  readonly beganAt: number;
}

/**
 * Replaces what is known by a complete list. One that was requested before the stored one changes nothing. Call it inside a
 * transaction.
 * @returns whether the first instance has appeared since an earlier list that had none
 */
export function writeInstances(
  db: Database,
  { connectionId, accountId }: AccountRef,
  { instances, beganAt }: InstanceListing,
): boolean {
  const stored = db
    .prepare('SELECT as_of AS asOf FROM instance_lists WHERE connection_id = ? AND account_id = ?')
    .get(connectionId, accountId) as { readonly asOf: number | null } | undefined;
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
  writeTried(db, { connectionId, accountId }, { beganAt, asOf: beganAt, error: null });
  return readBefore !== null && had === 0 && instances.length > 0;
}

/** Why a list couldn't be read; what is known, and its age, stay. @param beganAt ms since 1970 */
export function writeInstancesProblem(
  db: Database,
  ref: AccountRef,
  { beganAt, error }: { readonly beganAt: number; readonly error: ErrorBody },
): void {
  writeTried(db, ref, { beganAt, asOf: null, error });
}

function writeTried(
  db: Database,
  { connectionId, accountId }: AccountRef,
  {
    beganAt,
    asOf,
    error,
  }: { readonly beganAt: number; readonly asOf: number | null; readonly error: ErrorBody | null },
): void {
  db.prepare(
    `INSERT INTO instance_lists (connection_id, account_id, as_of, tried_at, error) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET as_of = coalesce(excluded.as_of, as_of), tried_at = excluded.tried_at, error = excluded.error`,
  ).run(connectionId, accountId, asOf, beganAt, error === null ? null : JSON.stringify(error));
}

/** An account in which a connection is no admin, with what it can open there. */
export interface OwnAccount extends ReachedInstances {
  readonly marketplaceId: string;
}

/** Every account that a connection reaches without being its admin, by name. Admins reach all instances of theirs. */
export function ownAccounts(db: Database): OwnAccount[] {
  const instances = groupBy(
    db
      .prepare(
        'SELECT connection_id AS connectionId, account_id AS accountId, instance_id AS instanceId, name FROM instances',
      )
      .all() as unknown as (AccountRef & Instance)[],
    accountRefKey,
  );
  const rows = db
    .prepare(
      `SELECT ways_in.connection_id AS connectionId, ways_in.account_id AS accountId, accounts.name AS accountName,
         marketplace_id AS marketplaceId, lists.as_of AS asOf, lists.error AS error
       FROM ways_in JOIN accounts USING (realm, account_id)
       LEFT JOIN instance_lists AS lists
         ON lists.connection_id = ways_in.connection_id AND lists.account_id = ways_in.account_id
       WHERE reachable = 1 AND can_invite = 0`,
    )
    .all() as unknown as OwnRow[];
  return rows
    .map(({ connectionId, accountId, accountName, error, ...row }) => ({
      ...row,
      account: { connectionId, accountId },
      accountName: accountName === '' ? accountId : accountName,
      instances: (instances.get(accountRefKey({ connectionId, accountId })) ?? [])
        .map(({ instanceId, name }) => ({ instanceId, name: name === '' ? instanceId : name }))
        .sort((one, other) => compareNames(one.name, other.name)),
      error: error === null ? null : errorBody.parse(JSON.parse(error)),
    }))
    .sort((one, other) => compareNames(one.accountName, other.accountName));
}

type OwnRow = AccountRef &
  Pick<OwnAccount, 'accountName' | 'marketplaceId' | 'asOf'> & { readonly error: string | null };
