import type { Outbox } from '../../main/outbox/outbox';
import type { Operation } from '../../shared/domain/operation';

/**
 * Does what a careful person does with what is left to them: sends again what Amazon's list lacks, has the list read
 * again where it could not be read, tries again what failed and may be tried. Anything less certain stays as it is.
 * @param batchRunIds the runs that carry rows of batches
 */
export function decideWhatWaits(
  outbox: Outbox,
  runIds: readonly number[],
  batchRunIds: readonly number[],
): void {
  for (const runId of runIds) {
    const { operations } = outbox.operations({ runId, latestOnly: true, limit: 1000, offset: 0 });
    for (const each of operations) decide(outbox, each);
    const failed = operations
      .filter((each) => mayBeTriedAgain(each) && !(batchRunIds.includes(runId) && goesFromItsBatch(each)))
      .map(({ operationId }) => operationId);
    if (failed.length > 0) attempt(() => outbox.retry(failed));
  }
}

/** A failed row is sent again with its batch or, by some, among the operations. */
export const goesFromItsBatch = ({ operationId }: Operation): boolean => operationId % 3 !== 0;

function decide(outbox: Outbox, { operationId, status, finding }: Operation): void {
  if (status !== 'inDoubt' || finding === null) return;
  if (finding.verdict === 'unread') attempt(() => outbox.resolve(operationId, { as: 'checkAgain' }));
  // Some say that it was not done and try again later, which has to come to the same.
  if (finding.verdict === 'notSeen') {
    const as = operationId % 5 === 0 ? 'notDone' : 'sendAgain';
    attempt(() => outbox.resolve(operationId, { as }));
  }
}

export const mayBeTriedAgain = ({ status, error }: Operation): boolean =>
  status === 'failed' && error?.retryable === true;

/** A refusal, as on a full disk, leaves everything as it was; the next look tries again. */
function attempt(decision: () => void): void {
  try {
    decision();
  } catch {
    return;
  }
}
