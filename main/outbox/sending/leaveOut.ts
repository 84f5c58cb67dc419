import type { ErrorBody } from '../../../shared/errors';
import { bodyOf } from '../drafting/bodyOf';
import type { JournalRequest } from '../journal/append';
import { endRequest, moveToNewRequest, type Settlement } from '../journal/write';
import type { OutboxDeps } from '../deps';
import { applyOutcome } from './applyOutcome';

/**
 * Ends a queued call without sending it: what can't or needn't be done is settled with its reason, the others move to a call of
 * their own. No recorded body is changed. Call it inside a transaction.
 * @param reasons by operation ID
 * @param at ms since 1970
 */
export function leaveOut(
  deps: Pick<OutboxDeps, 'db' | 'activity' | 'actorOf'>,
  request: JournalRequest,
  reasons: ReadonlyMap<number, ErrorBody>,
  at: number,
): void {
  const { db } = deps;
  const settlements = request.operations.flatMap((operation): Settlement[] => {
    const error = reasons.get(operation.operationId);
    return error === undefined ? [] : [{ operation, status: 'failed', error }];
  });
  const others = request.operations.filter(({ operationId }) => !reasons.has(operationId));
  applyOutcome(deps, request, { settlements, invitations: [], amazonRequestId: undefined }, at);
  endRequest(db, request.requestId, { httpStatus: undefined, amazonRequestId: undefined }, at);
  if (others.length > 0) moveToNewRequest(db, request, others, bodyOf(others).body, at);
}
