import type { ChannelOutput } from '../../../shared/bridge/ipc';
import type { Paces } from '../../amazonAds/pacing/paces';
import type { Database } from '../../storage/database';
import type { AccountAccess } from '../journal/append';
import type { Reconciler } from './reconciler';

interface PlannedDeps {
  readonly db: Database;
  readonly paces: Pick<Paces, 'of'>;
}

/**
 * What becomes of the unconfirmed changes that Amazon's list hasn't been read for: how many the app checks, and when it has begun
 * the last of these checks. Without a plan, or while only a sign-in can help, nothing happens automatically.
 */
export function plannedChecks(
  { db, paces }: PlannedDeps,
  reconciler: Pick<Reconciler, 'plannedAt'>,
): ChannelOutput<'outbox.attention'>['checks'] {
  const waiting = db
    .prepare(
      `SELECT connection_id AS connectionId, realm, account_id AS accountId, count(*) AS changes FROM operations
       WHERE status = 'inDoubt' AND ifnull(finding ->> 'verdict', 'unread') = 'unread'
       GROUP BY 1, 2, 3`,
    )
    .all() as unknown as (AccountAccess & { readonly changes: number })[];
  let planned = 0;
  let unplanned = 0;
  let by: number | null = null;
  for (const { changes, ...access } of waiting) {
    const pace = paces.of(access.connectionId);
    const at = pace.isShut() ? null : reconciler.plannedAt(access);
    if (at === null) unplanned += changes;
    else {
      planned += changes;
      by = Math.max(by ?? 0, Math.round(at), pace.waiting()?.until ?? 0);
    }
  }
  return { planned, by, unplanned };
}
