import type { Slowed } from '../../../../shared/domain/outbox/run';
import type { Paces } from '../../../amazonAds/pacing/paces';
import type { Database } from '../../../storage/database';

/** The connections with queued calls that Amazon slowed down, and how long those calls take. */
export function slowedIn(db: Database, paces: Paces): Slowed[] {
  const rows = db
    .prepare(
      `SELECT requests.connection_id AS connectionId, count(*) AS calls
       FROM requests JOIN runs USING (run_id)
       WHERE ended_at IS NULL AND sent_at IS NULL AND paused = 0 AND stopped = 0 AND starts_at IS NULL
       GROUP BY 1`,
    )
    .all() as { connectionId: string; calls: number }[];
  return rows.flatMap(({ connectionId, calls }) => {
    const slowness = paces.of(connectionId).slowness(calls);
    return slowness === null ? [] : [{ connectionId, ...slowness }];
  });
}
