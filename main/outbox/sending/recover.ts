import { transaction } from '../../storage/transaction';
import { doubt, settleAll } from './interpretAnswer';
import { applyOutcome } from './applyOutcome';
import { unansweredRequests } from '../journal/calls';
import { pauseStarting } from '../journal/startWait';
import { endRequest, putBack, setPaused } from '../journal/write';
import type { OutboxDeps } from '../deps';

/**
 * Takes up what an earlier run of the program left open. What was `sending` may have left, so it is in doubt, unless
 * the store that colleagues share hadn't let it leave yet. What was
 * `queued` certainly did not: it waits on, held back until a person resumes it unless `continueAtStart`. A run that
 * hadn't started yet is held back in any case.
 */
export function recover(deps: OutboxDeps, { continueAtStart }: { readonly continueAtStart: boolean }): void {
  const { db, now, changed, turns } = deps;
  const unanswered = unansweredRequests(db);
  transaction(db, () => {
    for (const request of unanswered) {
      if (turns.takeBack(request)) {
        putBack(db, request.requestId);
        continue;
      }
      const settlements = settleAll(request.operations, 'inDoubt', doubt('NETWORK'));
      applyOutcome(deps, request, { settlements, invitations: [], amazonRequestId: undefined }, now());
      endRequest(db, request.requestId, { httpStatus: undefined, amazonRequestId: undefined }, now());
    }
    if (!continueAtStart) setPaused(db, undefined, true);
    pauseStarting(db);
  });
  if (unanswered.length > 0) changed('operations.changed');
}
