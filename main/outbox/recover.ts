import { CodedError, type ErrorBody } from '../../shared/errors';
import { transaction } from '../storage/transaction';
import { actorNow } from './actor';
import { doubt, settleAll } from './answer';
import { applyEnding } from './apply';
import { requestsWith } from './journal';
import type { OutboxDeps } from './outbox';

/**
 * Settles what an earlier run of the app left open. `sending`: the request may have left, so it is in doubt.
 * `queued`: it certainly did not, and it is not sent now without being asked for again.
 */
export function recover(deps: OutboxDeps): void {
  const { db, now, changed } = deps;
  const unanswered = requestsWith(db, 'sending');
  const unsent = requestsWith(db, 'queued');
  if (unanswered.length + unsent.length === 0) return;
  transaction(db, () => {
    for (const [requests, status, error] of [
      [unanswered, 'inDoubt', doubt('NETWORK')],
      [unsent, 'failed', notSent],
    ] as const) {
      for (const request of requests) {
        const settlements = settleAll(request.operations, status, error);
        const ending = { settlements, created: [], httpStatus: undefined, amazonRequestId: undefined };
        applyEnding(deps, request, ending, actorNow(deps, request.connectionId), now());
      }
    }
  });
  changed('operations.changed');
}

const notSent: ErrorBody = new CodedError({
  code: 'NOT_SENT',
  message: 'The app closed before this was sent. Nothing reached Amazon; send it again.',
  retryable: true,
}).toBody();
