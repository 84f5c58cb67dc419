import type { Counts, Run } from '../../../shared/domain/outbox/run';

let lastRunId = 0;

/** A run of one account with these counts, the others being 0. Each has an id of its own. */
export function runOf(counts: Partial<Counts>, more: Partial<Run> = {}): Run {
  const all = { queued: 0, sending: 0, done: 0, failed: 0, inDoubt: 0, skipped: 0, stopped: 0, ...counts };
  lastRunId += 1;
  return {
    runId: lastRunId,
    kind: 'create',
    whenNotSeen: 'ask',
    paused: false,
    startsAt: null,
    pace: null,
    createdAt: 0,
    counts: all,
    accounts: [
      { connectionId: 'c1', accountId: 'ENTITY1', accountName: 'Copper Kettle Coffee', counts: all },
    ],
    ...more,
  };
}
