import { setImmediate as nextTurn } from 'node:timers/promises';
import { CodedError, type ErrorBody } from '../../../shared/errors';
import { transaction } from '../../storage/transaction';
import { settleAll } from './interpretAnswer';
import { applyOutcome } from './applyOutcome';
import type { JournalRequest } from '../journal/append';
import { stoppedRequests } from '../journal/calls';
import { endRequest, reopenRuns, type Settlement } from '../journal/write';
import type { OutboxDeps } from '../deps';
import { sendingErrorText } from './sendingErrorText';

/**
 * Settles a queued call without sending it. Call it inside a transaction.
 * @param at ms since 1970
 */
export function withdraw(
  deps: Pick<OutboxDeps, 'db' | 'activity' | 'actorOf'>,
  request: JournalRequest,
  error: ErrorBody,
  at: number,
): void {
  const settlements = settleAll(request.operations, 'failed', error).map(inChangeOfRole(deps));
  applyOutcome(deps, request, { settlements, invitations: [], amazonRequestId: error.requestId }, at);
  endRequest(deps.db, request.requestId, { httpStatus: undefined, amazonRequestId: undefined }, at);
}

/** How many calls are canceled before other work runs: main answers the page in the meantime. */
const callsATurn = 4;

/** Cancels what is queued in stopped runs. */
export async function withdrawStopped(deps: OutboxDeps): Promise<void> {
  const { db, now, changed } = deps;
  for (;;) {
    const requests = stoppedRequests(db, { limit: callsATurn });
    if (requests.length === 0) return;
    transaction(db, () => {
      for (const request of requests) withdraw(deps, request, stopped, now());
    });
    changed('operations.changed');
    await nextTurn();
  }
}

/**
 * Reopens runs because a person retries part of them. Anything else in them that was stopped and is still queued is canceled
 * first, so that it isn't sent along. Call it inside a transaction.
 */
export function reopen(deps: OutboxDeps, runIds: readonly number[]): void {
  const { db, now } = deps;
  const rest = stoppedRequests(db, { runIds, limit: -1 });
  for (const request of rest) withdraw(deps, request, stopped, now());
  reopenRuns(db, runIds);
}

/** In a change of role, describes the situation when the second step, the new invitation, failed. */
export const inChangeOfRole =
  ({ db }: Pick<OutboxDeps, 'db'>) =>
  (settlement: Settlement): Settlement => {
    const { afterOperation } = settlement.operation;
    if (settlement.status !== 'failed' || afterOperation === null) return settlement;
    const before = db.prepare('SELECT status FROM operations WHERE operation_id = ?').get(afterOperation) as {
      status: string;
    };
    if (before.status !== 'done') return settlement;
    const { error } = settlement;
    return {
      ...settlement,
      error: {
        ...error,
        retryable: true,
        message: sendingErrorText.newOneMissing(error.message),
      },
    };
  };

/** Whether what the call waited for has failed: then it won't be sent. */
export function isPointless({ db }: Pick<OutboxDeps, 'db'>, request: JournalRequest): boolean {
  return request.operations.some(({ afterOperation }) => {
    if (afterOperation === null) return false;
    const before = db.prepare('SELECT status FROM operations WHERE operation_id = ?').get(afterOperation) as {
      status: string;
    };
    return before.status === 'failed';
  });
}

const notSent = (code: 'NOT_SENT' | 'NOT_DONE' | 'DATA_UNAVAILABLE', message: string): ErrorBody =>
  new CodedError({ code, message, retryable: true }).toBody();

/** NOT_SENT means that a person stopped it: see `shownStatus`. */
export const stopped = notSent('NOT_SENT', sendingErrorText.stopped);

export const nothingRevoked = notSent('NOT_DONE', sendingErrorText.oldOneUnchanged);

export const damagedRequest = notSent('DATA_UNAVAILABLE', sendingErrorText.requestDamaged);
