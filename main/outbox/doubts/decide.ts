import { CodedError } from '../../../shared/errors';
import type { Candidate, Decision } from '../../../shared/domain/outbox/operation';
import type { AdsInvitation } from '../../amazonAds/answers';
import { transaction } from '../../storage/transaction';
import { applyOutcome } from '../sending/applyOutcome';
import { unknownChange } from '../drafting/draftRetry';
import type { AccountAccess } from '../journal/append';
import { operationsById, ownInvitations, type OperationInContext } from '../journal/read';
import { writeFinding, type Settlement } from '../journal/write';
import type { OutboxDeps } from '../deps';
import { replace } from './settle';
import { inChangeOfRole, reopen } from '../sending/withdraw';
import { doubtsErrorText } from './doubtsErrorText';

/**
 * Settles an operation in doubt by a person's decision.
 * @returns the IDs of new operations, and the account to check again if that was decided
 * @throws CodedError NOT_FOUND or INVALID_INPUT, with what to do instead; then nothing was written
 */
export function resolve(
  deps: OutboxDeps,
  operationId: number,
  decision: Decision,
): { readonly operationIds: number[]; readonly lookAgain: AccountAccess | null } {
  const { db } = deps;
  return transaction(db, () => {
    const [doubt] = requireKnown(operationsById(db, [operationId]), [operationId]);
    if (doubt?.operation.status !== 'inDoubt') {
      throw invalid(doubtsErrorText.notUnconfirmed);
    }
    switch (decision.as) {
      case 'checkAgain':
        writeFinding(db, operationId, null);
        return { operationIds: [], lookAgain: doubt.request };
      case 'sendAgain':
        requireLookedAt(doubt);
        reopen(deps, [doubt.request.runId]);
        return {
          operationIds: replace(deps, [doubt], doubtsErrorText.sentAgainByPerson),
          lookAgain: null,
        };
      case 'notDone':
        requireLookedAt(doubt);
        settle(
          deps,
          doubt,
          inChangeOfRole(deps)({ operation: doubt.operation, status: 'failed', error: notDone.toBody() }),
        );
        return { operationIds: [], lookAgain: null };
      case 'done':
        settleAsDone(deps, doubt, decision.invitationId);
        return { operationIds: [], lookAgain: null };
    }
  });
}

function settleAsDone(deps: OutboxDeps, doubt: OperationInContext, invitationId: string | undefined): void {
  const { operation, finding } = doubt;
  const selected = finding?.candidates.find((candidate) => candidate.invitationId === invitationId);
  if (invitationId !== undefined && selected === undefined) {
    throw invalid(doubtsErrorText.notInList);
  }
  if (operation.kind === 'create' && selected !== undefined) {
    if (ownInvitations(deps.db, doubt.request).has(selected.invitationId)) {
      throw invalid(doubtsErrorText.belongsElsewhere);
    }
  }
  const settlement: Settlement = {
    operation,
    status: 'done',
    invitationId: operation.kind === 'create' ? (invitationId ?? null) : operation.invitationId,
    note: doubtsErrorText.doneByPerson,
  };
  settle(
    deps,
    doubt,
    settlement,
    operation.kind === 'create' && selected !== undefined ? [invitationOf(selected)] : [],
  );
}

function settle(
  deps: OutboxDeps,
  { request }: OperationInContext,
  settlement: Settlement,
  invitations: readonly AdsInvitation[] = [],
): void {
  applyOutcome(
    deps,
    request,
    { settlements: [settlement], invitations, amazonRequestId: undefined },
    deps.now(),
  );
}

const invitationOf = ({
  invitationId,
  emailAddress,
  role,
  createdBy,
  createdAt,
  expiresAt,
}: Candidate): AdsInvitation => ({
  invitationId,
  emailAddress: emailAddress ?? undefined,
  userName: undefined,
  role: role ?? undefined,
  createdBy: createdBy ?? undefined,
  createdAt: createdAt ?? undefined,
  expiresAt: expiresAt ?? undefined,
});

/** Amazon may carry out a call whose answer was lost for a while yet: nobody can know until its list was read. */
function requireLookedAt({ finding }: OperationInContext): void {
  if (finding !== null) return;
  throw invalid(doubtsErrorText.notReadYet);
}

function requireKnown(
  found: readonly OperationInContext[],
  operationIds: readonly number[],
): readonly OperationInContext[] {
  if (found.length === new Set(operationIds).size) return found;
  throw unknownChange();
}

const notDone = new CodedError({
  code: 'NOT_DONE',
  message: doubtsErrorText.notDone,
  retryable: true,
});

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
