import { parallelAccounts } from '../../../shared/domain/outbox/parallelAccounts';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { Database } from '../../storage/database';

/** The assumed length of a call while none was measured, in ms; Amazon publishes nothing. */
const assumedCallMs = 1000;
/** How many of the latest calls are averaged. */
const lastCalls = 50;

/**
 * How long these calls would take, in ms, at the pace of the latest ones: connections in parallel, several accounts of each in
 * parallel, an account's calls one after another, and its list read before the first.
 */
export function estimateMs(
  db: Database,
  accounts: readonly { readonly account: AccountRef; readonly calls: number }[],
): number {
  const callMs = lastCallMs(db) ?? assumedCallMs;
  const byConnection = new Map<string, { all: number; maxInAccount: number }>();
  for (const { account, calls } of accounts) {
    const { all, maxInAccount } = byConnection.get(account.connectionId) ?? { all: 0, maxInAccount: 0 };
    const own = calls + 1;
    byConnection.set(account.connectionId, { all: all + own, maxInAccount: Math.max(maxInAccount, own) });
  }
  const rounds = [...byConnection.values()].map(({ all, maxInAccount }) =>
    Math.max(maxInAccount, Math.ceil(all / parallelAccounts)),
  );
  return Math.round(Math.max(0, ...rounds) * callMs);
}

/** The mean length of the latest answered calls; null if there are none. */
function lastCallMs(db: Database): number | null {
  const { mean } = db
    .prepare(
      `SELECT avg(answered_at - sent_at) AS mean FROM (
         SELECT sent_at, answered_at FROM requests
         WHERE request_id > (SELECT coalesce(max(request_id), 0) FROM requests) - ?
           AND answered_at >= sent_at)`,
    )
    .get(lastCalls) as { mean: number | null };
  return mean;
}
