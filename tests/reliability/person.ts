import { isMemberKind, type Candidate, type Operation } from '../../shared/domain/outbox/operation';
import { colleaguesName } from './colleague';
import type { AgreeingOutbox } from '../support/benches/agreeing';

/**
 * Does what a careful person does with open cases: retries what Amazon's list lacks, has the list read again if it couldn't be
 * read, declares a colleague's invitation not ours, and retries what failed and may be retried. Anything less certain stays.
 * @param batchRunIds the runs that carry rows of batches
 * @param isRetried what the person retries of what failed
 */
export async function decideWhatWaits(
  outbox: AgreeingOutbox,
  runIds: readonly number[],
  batchRunIds: readonly number[],
  isRetried: (operation: Operation) => boolean = mayBeTriedAgain,
): Promise<void> {
  for (const runId of runIds) {
    const { operations } = outbox.operations({ runId, latestOnly: true, limit: 1000, offset: 0 });
    for (const each of operations) await decide(outbox, each);
    const failed = operations
      .filter((each) => isRetried(each) && !(batchRunIds.includes(runId) && goesFromItsBatch(each)))
      .map(({ operationId }) => operationId);
    if (failed.length > 0) await attempt(() => outbox.retry(failed));
  }
}

/**
 * A failed row is sent again with its batch or, by some, among the operations; the latter also if somebody else already did it,
 * since then its row has an error in the batch.
 */
export const goesFromItsBatch = ({ operationId, error }: Operation): boolean =>
  operationId % 3 !== 0 && error?.code !== 'NOT_DONE';

async function decide(
  outbox: AgreeingOutbox,
  { operationId, kind, status, finding }: Operation,
): Promise<void> {
  if (status !== 'inDoubt' || finding === null) return;
  if (finding.verdict === 'unread') await attempt(() => outbox.resolve(operationId, { as: 'checkAgain' }));
  // Some say that it wasn't done and retry later, which must have the same result.
  if (finding.candidates.length > 0 && finding.candidates.every(isColleagues)) {
    await attempt(() => outbox.resolve(operationId, { as: 'notDone' }));
  }
  // Of a member who left meanwhile, nobody can see the role any longer.
  if (isMemberKind(kind) && finding.verdict === 'unclear') {
    await attempt(() => outbox.resolve(operationId, { as: 'notDone' }));
  }
  if (finding.verdict === 'notSeen') {
    const as = operationId % 5 === 0 ? 'notDone' : 'sendAgain';
    await attempt(() => outbox.resolve(operationId, { as }));
  }
}

const isColleagues = ({ createdBy }: Candidate): boolean => createdBy === colleaguesName;

export const mayBeTriedAgain = ({ status, error }: Operation): boolean =>
  status === 'failed' && error?.retryable === true;

/** A refusal, as on a full disk, leaves everything as it was; the next look tries again. */
async function attempt(decision: () => unknown): Promise<void> {
  try {
    await decision();
  } catch {
    return;
  }
}
