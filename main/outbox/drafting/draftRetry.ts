import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { CodedError } from '../../../shared/errors';
import { requireAccount } from '../../access/accountAccess';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { withConfirmedShares } from './confirmedShares';
import { requireFailed, requireNothingUnsettled } from './draftInvitations';
import { failedBefore, operationsById, withdrawnAfter, type OperationInContext } from '../journal/read';
import { retryCalls, type RetryCall } from './sendAgain';
import { accountRefKey } from '../../../shared/util/accountKey';
import { draftingErrorText } from './draftingErrorText';

/** What retries failed operations, each once, in the runs they belong to. */
export interface DraftedRetry {
  readonly requests: readonly RetryCall[];
  readonly operationIds: readonly number[];
}

/** How many operations are processed in one step. */
const operationsAStep = 250;

/**
 * The calls that retry failed operations. In a change of role whose revocation failed, the revocation and the invitation that
 * waited for it are retried together.
 * @throws CodedError NOT_FOUND or INVALID_INPUT, with what to do instead
 */
export function* draftRetry(db: Database, operationIds: readonly number[]): Stepwise<DraftedRetry> {
  const [before, named, after] = [
    new Map<number, OperationInContext>(),
    new Map<number, OperationInContext>(),
    new Map<number, OperationInContext>(),
  ];
  for (const some of chunksOf([...new Set(operationIds)], operationsAStep)) {
    const found = operationsById(db, some);
    if (found.length < some.length) throw unknownChange();
    for (const one of failedBefore(db, some)) before.set(one.operation.operationId, one);
    for (const one of found) named.set(one.operation.operationId, one);
    for (const one of withdrawnAfter(db, some)) after.set(one.operation.operationId, one);
    yield;
  }
  // What others wait for comes first.
  const failed = [...new Map([...before, ...named, ...after]).values()];
  const accesses = new Map(failed.map(({ request }) => [accountRefKey(request), request]));
  for (const access of accesses.values()) requireAccount(db, access);
  for (const one of failed) requireFailed(one);
  yield* requireNothingUnsettled(db, failed);
  const requests: RetryCall[] = [];
  for (const call of retryCalls(failed)) {
    requests.push(call);
    yield;
  }
  return {
    requests: withConfirmedShares(db, requests),
    operationIds: failed.map(({ operation }) => operation.operationId),
  };
}

/** The given operation isn't in the journal. */
export const unknownChange = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: draftingErrorText.unknownChange,
  });
