import type { BarringClaim, ClaimDecision, ClaimSettlement } from '../../../shared/domain/team/barringClaim';
import { CodedError } from '../../../shared/errors';
import { operationsById, type OperationInContext } from '../../outbox/journal/read';
import { currentActor } from '../../outbox/sending/currentActor';
import { transaction } from '../../storage/transaction';
import type { ReadyLink } from '../link/teamLink';
import { needsClaim } from '../sending/localClaims';
import type { AdoptionDeps } from './adoptionDeps';
import { adoptionText } from './adoptionText';
import { adoptSql } from './adoptionSql';
import type { ClaimVerdict } from './concludeClaim';
import { lookAtAmazon } from './lookAtAmazon';
import { readOpenClaim, shownClaim, type OpenClaim } from './openClaim';
import { writeSettlement } from './settlements';

/** What an app that is gone left open in the store, settled by a colleague. */
export interface Adoption {
  /**
   * What bars a change of somebody; null if nothing does any longer.
   * @throws CodedError NOT_FOUND; TEAM_UNREACHABLE and the like without the store
   */
  barredBy(operationId: number): Promise<BarringClaim | null>;
  /**
   * Settles what bars a change, as far as Amazon's lists and the person's decision go. Sends nothing, ever.
   * @throws as `barredBy`
   */
  settle(operationId: number, decision: ClaimDecision): Promise<ClaimSettlement>;
}

/** See the outbox's own doubts: Amazon's slowest calls, and a margin. */
const usualLateCommitMs = 60_000;

export function createAdoption(deps: AdoptionDeps): Adoption {
  const { now, lateCommitMs = usualLateCommitMs } = deps;
  const ready = (): ReadyLink => requireReady(deps);
  const open = (operation: OperationInContext): Promise<OpenClaim | null> =>
    readOpenClaim(ready(), operation.request, operation.operation, lateCommitMs);
  return {
    async barredBy(operationId) {
      const claim = await open(requireBarred(deps, operationId));
      return claim === null ? null : shownClaim(claim, now());
    },
    async settle(operationId, decision) {
      const barred = requireBarred(deps, operationId);
      const claim = await open(barred);
      // One that wasn't sent is freed with the next turn.
      if (claim === null || claim.state === 'claimed') return { outcome: 'gone' };
      const { notBefore } = shownClaim(claim, now());
      if (notBefore !== null) return { outcome: 'open', why: 'early', notBefore };
      const shared = deps.turns.of(barred.request);
      if (shared === null) return { outcome: 'gone' };
      const turn = await shared.takeTurn({ sent: 0, total: 0 });
      if ('why' in turn) return { outcome: 'open', why: 'turn', notBefore: null };
      try {
        const verdict = await lookAtAmazon(deps, barred.request, claim, barred.operation);
        return await settleAs(deps, barred, claim, { verdict, decision });
      } finally {
        // What is being sent here keeps the turn it had.
        if (turn.isNew) await shared.leave();
        await deps.link.beat();
      }
    },
  };
}

async function settleAs(
  deps: AdoptionDeps,
  barred: OperationInContext,
  claim: OpenClaim,
  { verdict, decision }: { readonly verdict: ClaimVerdict | 'unread'; readonly decision: ClaimDecision },
): Promise<ClaimSettlement> {
  if (verdict === 'unread') return { outcome: 'open', why: 'unread', notBefore: null };
  const isDecided = verdict.as !== 'done' && verdict.as !== 'notThere';
  if (isDecided && decision === 'byList') return { outcome: 'open', why: verdict.as, notBefore: null };
  const state = verdict.as === 'done' || (isDecided && decision === 'done') ? 'done' : 'failed';
  const invitationId = verdict.as === 'done' ? verdict.invitationId : null;
  const settled = await requireReady(deps).store.query(adoptSql, [claim.claimId, state, invitationId]);
  if (settled.length === 0) return { outcome: 'gone' };
  note(deps, barred, claim, { state, invitationId, byList: !isDecided });
  return { outcome: state, byList: !isDecided, invitationId };
}

function note(
  deps: AdoptionDeps,
  { request, operation }: OperationInContext,
  { claimId, colleague, kind }: OpenClaim,
  {
    state,
    invitationId,
    byList,
  }: { readonly state: 'done' | 'failed'; readonly invitationId: string | null; readonly byList: boolean },
): void {
  const { db, now, activity, changed } = deps;
  const { operationId, emailAddress, userName, role, userId } = operation;
  const at = now();
  transaction(db, () => {
    writeSettlement(db, { claimId, operationId, isOwn: false, colleague, state, invitationId, at });
    const { actor, connectionLabel } = currentActor(deps, request.connectionId);
    const { realm, accountId, accountName } = request;
    activity.record([
      {
        ...{ at, action: 'settleForTeam', result: state, connectionLabel, actor, realm, accountId },
        ...{ accountName, emailAddress, userName, role, invitationId, userId, operationId },
        ...{ amazonRequestId: null, code: null, detail: adoptionText.settled(colleague, kind, byList) },
      },
    ]);
  });
  changed('operations.changed');
}

/** A change that may be barred by a claim. @throws CodedError NOT_FOUND */
function requireBarred({ db }: Pick<AdoptionDeps, 'db'>, operationId: number): OperationInContext {
  const [found] = operationsById(db, [operationId]);
  if (found === undefined || !needsClaim(found.operation) || found.operation.status !== 'failed') {
    throw new CodedError({ code: 'NOT_FOUND', message: adoptionText.notBarred });
  }
  return found;
}

function requireReady({ link }: Pick<AdoptionDeps, 'link'>): ReadyLink {
  const ready = link.ready();
  if (ready !== null) return ready;
  const state = link.state();
  if (state.kind === 'away') throw new CodedError(state.error);
  throw new CodedError({ code: 'TEAM_UNREACHABLE', message: adoptionText.notReady, retryable: true });
}
