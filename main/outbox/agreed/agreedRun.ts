import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Difference } from '../../../shared/domain/outbox/agreement';
import { readFactsStamps } from '../../access/factsStamp';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { DiskRoom } from '../../storage/writeWhenDiskHasRoom';
import { goLive, moveSome, removeStaged, stage, type StagedCall } from './staging';

/** Any number of changes that a person agreed to, as one run. */
export interface PlannedRun<Draft extends { readonly requests: readonly StagedCall[] }> {
  /** The batch whose rows are sent; null if none. */
  readonly batchId: string | null;
  /** Drafts the calls. Called again if something it depends on changed before they were recorded. */
  readonly draft: () => Promise<Draft>;
  /** Compares a draft with what was agreed; see `differenceFrom`. */
  readonly compare: (draft: Draft) => Promise<Difference | null>;
  /** Whether what a draft depends on, besides the facts of its accounts, is unchanged. Called in the last transaction. */
  readonly stillHolds: (draft: Draft) => boolean;
  /** Begins the run, in that same transaction. @returns its ID */
  readonly begin: (draft: Draft) => number;
  /** The operations that were recorded, in order. */
  readonly idsOf: (runId: number, draft: Draft) => readonly number[];
}

/** The recorded run, or why there is none. */
export type AgreedRun<Draft> =
  | { readonly runId: number; readonly operationIds: readonly number[]; readonly draft: Draft }
  | { readonly difference: Difference };

/**
 * Records a run as agreed, or not at all. Everything slow is done in slices: drafting, comparing and staging. The last
 * transaction is short: if nothing has changed since drafting began, the run is live, and its calls move into the journal.
 * @throws anything drafting, comparing and beginning throw; then nothing is written
 */
export async function writeAgreedRun<Draft extends { readonly requests: readonly StagedCall[] }>(
  { db, now, room }: { readonly db: Database; readonly now: () => number; readonly room: DiskRoom },
  plan: PlannedRun<Draft>,
): Promise<AgreedRun<Draft>> {
  for (;;) {
    const stamps = readFactsStamps(db);
    const draft = await plan.draft();
    const difference = await plan.compare(draft);
    if (difference !== null) return { difference };
    const stagingId = await stage(db, draft.requests, { batchId: plan.batchId, at: now() });
    const runId = goneLive(db, plan, { draft, stagingId, isCurrent: stamps.isCurrent });
    if (runId === null) continue;
    // From here on the run is committed: a full disk only makes it wait.
    while (await room.write(() => moveSome(db, now()))) await nextTurn();
    return { runId, operationIds: plan.idsOf(runId, draft), draft };
  }
}

/** Takes a staging live, in one transaction. @returns the run; null if something changed, and then the staging is gone */
function goneLive<Draft extends { readonly requests: readonly StagedCall[] }>(
  db: Database,
  plan: PlannedRun<Draft>,
  {
    draft,
    stagingId,
    isCurrent,
  }: {
    readonly draft: Draft;
    readonly stagingId: number;
    readonly isCurrent: (call: StagedCall) => boolean;
  },
): number | null {
  let runId: number | null = null;
  try {
    runId = transaction(db, () => {
      if (!plan.stillHolds(draft) || !draft.requests.every(isCurrent)) return null;
      const begun = plan.begin(draft);
      goLive(db, stagingId, begun);
      return begun;
    });
    return runId;
  } finally {
    if (runId === null) removeStaged(db, stagingId);
  }
}
