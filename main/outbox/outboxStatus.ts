import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { Run } from '../../shared/domain/outbox/run';
import type { OutboxDeps } from './deps';
import { listRuns } from './journal/listRuns';
import type { AccountPaces } from './sending/paces/accountPaces';
import type { RunPaces } from './sending/paces/runPaces';
import { slowedIn } from './sending/paces/slowedIn';
import { isMoving, openOf, sentOf, underWayOf } from '../../shared/domain/outbox/runCounts';

/** What is being sent, and why some of it waits. */
export function outboxStatus(
  { db, paces }: Pick<OutboxDeps, 'db' | 'paces'>,
  accounts: AccountPaces,
  runPaces: RunPaces,
): ChannelOutput<'outbox.status'> {
  const runs = withPaces(listRuns(db), runPaces);
  const busy = busyAccesses(runs);
  const ofConnections = paces.waits().filter(({ connectionId }) => busy.has(connectionId));
  const isOfSignedIn = new Set(ofConnections.map(({ connectionId }) => connectionId));
  // What blocks a whole connection is reported once, not for each of its accounts.
  const ofAccounts = accounts.waits(
    db,
    ({ connectionId, accountId }) =>
      !isOfSignedIn.has(connectionId) && busy.get(connectionId)?.has(accountId) === true,
  );
  return { runs, waits: [...ofConnections, ...ofAccounts], slowed: slowedIn(db, paces) };
}

/** The runs with how fast those go that move. */
function withPaces(runs: readonly Omit<Run, 'pace'>[], paces: RunPaces): Run[] {
  const moving = runs.filter(isMoving);
  paces.keep(moving.map(({ runId }) => runId));
  return runs.map((run) => {
    const { runId, counts } = run;
    const progress = { answered: sentOf(counts), left: underWayOf(counts) };
    return { ...run, pace: moving.includes(run) ? paces.of(runId, progress) : null };
  });
}

/** The accounts of each connection in which something is pending or in doubt. */
function busyAccesses(runs: readonly Run[]): Map<string, Set<string>> {
  const busy = new Map<string, Set<string>>();
  for (const { connectionId, accountId, counts } of runs.flatMap(({ accounts }) => accounts)) {
    if (openOf(counts) === 0) continue;
    busy.set(connectionId, (busy.get(connectionId) ?? new Set()).add(accountId));
  }
  return busy;
}
