import type { Database } from '../../storage/database';
import { isSkipped, isStopped } from '../../storage/skipped';

/** More are not counted. */
const maxCounted = 1000;

/**
 * What a person can do something about now: changes whose doubt Amazon's list did not settle, and failed ones that a retry may
 * help and that nobody sent again.
 */
export function attention(db: Database): { readonly decisions: number; readonly retryable: number } {
  const count = (conditions: string): number => {
    const { count: counted } = db
      .prepare(
        `SELECT count(*) AS count FROM (SELECT 1 FROM operations WHERE ${conditions} LIMIT ${String(maxCounted)})`,
      )
      .get() as { readonly count: number };
    return counted;
  };
  return {
    decisions: count(`status = 'inDoubt' AND ifnull(finding ->> 'verdict', 'unread') <> 'unread'`),
    retryable: count(`status = 'failed' AND error ->> 'retryable' AND NOT ${isSkipped} AND NOT ${isStopped}
      AND NOT EXISTS (SELECT 1 FROM operations AS later WHERE later.replaces = operations.operation_id)`),
  };
}
