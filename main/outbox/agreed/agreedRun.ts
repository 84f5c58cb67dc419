import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Difference } from '../../../shared/domain/outbox/agreement';
import { readFactsStamps } from '../../access/factsStamp';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { DiskRoom } from '../../storage/writeWhenDiskHasRoom';
import { goLive, moveSome, removeStaged, stage, type StagedCall } from './staging';

/** Any number of changes that a person agreed to, as one run. */
export interface PlannedRun<Draft extends { readonly requests: readonly StagedCall[] }> {
  /** The batch whose rows are sent; null where none are. */
  readonly batchId: string | null;
  /** Drafts the calls. Asked again where something it rests on has changed before they were written down. */
  readonly draft: () => Promise<Draft>;
  /** Compares a draft with what was agreed; see `differenceFrom`. */
  readonly compare: (draft: Draft) => Promise<Difference | null>;
  /** Whether what a draft rests on, beside the facts of its accounts, is as it was. Asked in the last transaction. */
  readonly holds: (draft: Draft) => boolean;
  /** Begins the run, in that same transaction. @returns its id */
  readonly begin: (draft: Draft) => number;
  /** The operations that were written down, in their order. */
  readonly idsOf: (runId: number, draft: Draft) => readonly number[];
}

/** The run that was written down, or why none was. */
export type AgreedRun<Draft> =
  | { readonly runId: number; readonly operationIds: readonly number[]; readonly draft: Draft }
  | { readonly difference: Difference };

/**
 * Writes a run down as it was agreed, or not at all. Everything that takes long is done in slices: drafting, comparing and
 * staging. The last transaction is short: when nothing has changed since the drafting began, the run is live, and
 * its calls move into the journal.
 * @throws whatever drafting and comparing throw; then nothing is written
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
    const runId = transaction(db, () => {
      if (!plan.holds(draft) || !draft.requests.every(stamps.isCurrent)) return null;
      const begun = plan.begin(draft);
      goLive(db, stagingId, begun);
      return begun;
    });
    if (runId === null) {
      removeStaged(db, stagingId);
      continue;
    }
    // From here on it is asked for: a full disk makes it wait, no more.
    while (await room.write(() => moveSome(db, now()))) await nextTurn();
    return { runId, operationIds: plan.idsOf(runId, draft), draft };
  }
}
