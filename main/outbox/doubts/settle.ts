import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { CodedError, type ErrorBody } from '../../../shared/errors';
import type { Users } from '../../access/refresh/vanishedInvitations';
import type { AdsInvitation } from '../../amazonAds/answers';
import type { Database } from '../../storage/database';
import { claimedInvitations, claimIdsOf } from '../../access/colleagues/claimedInvitations';
import { applyOutcome } from '../sending/applyOutcome';
import { readBaseline } from '../journal/baselines';
import { claimed } from './claims';
import { isMemberKind } from '../../../shared/domain/outbox/operation';
import { conclude, type Conclusion, type InvitationOperation } from './evidence';
import type { JournalOperation, AccountAccess } from '../journal/append';
import { ownInvitations, ownMakers, type OperationInContext } from '../journal/read';
import { isStopped, writeFinding, type Settlement } from '../journal/write';
import type { OutboxDeps } from '../deps';
import { sendAgain } from '../drafting/sendAgain';
import { doubtsErrorText } from './doubtsErrorText';

/** How long after being sent an operation may be retried without asking, in ms: later, the person may have joined already. */
const freshForMs = 15 * 60_000;

/** How many times an operation is sent without asking. */
const maxAttempts = 3;

/**
 * Settles what two readings of the list prove, retries what the run's policy allows, and notes what is known about the rest. Call
 * it inside a transaction.
 */
export function settleDoubts(
  deps: Pick<OutboxDeps, 'db' | 'now' | 'activity' | 'actorOf'>,
  access: AccountAccess,
  doubts: readonly InvitationDoubt[],
  readings: readonly [PendingSnapshot, PendingSnapshot],
  also: AlsoKnown,
): void {
  const { db, now } = deps;
  const own = ownInvitations(db, access);
  const operationIds = doubts.map(({ operation }) => operation.operationId);
  const colleagues = claimedInvitations(db, access, claimIdsOf(db, operationIds));
  const makers = ownMakers(db, access);
  const invited = doubts.map(({ operation }) => mailboxKey(operation.emailAddress));
  const again: OperationInContext[] = [];
  const claims = claimsOf(db, doubts, readings, own);
  for (const doubt of doubts) {
    const claim = claims.get(doubt.operation);
    if (claim !== undefined) {
      settleClaimed(deps, doubt, claim);
      continue;
    }
    const known = {
      ...{ ...also, own, colleagues, makers, invited },
      baseline: readBaseline(db, doubt.baselineId),
      readAt: readings[1].beganAt,
      amazonsTime: doubt.amazonsTime,
      madeSome: doubt.unclaimedIds.length > 0,
    };
    const conclusion = conclude(doubt.operation, readings, known);
    if (conclusion.status === 'done') {
      settleDone(deps, doubt, conclusion);
    } else if (conclusion.status === 'tooLate') {
      settle(deps, doubt.request, { operation: doubt.operation, status: 'failed', error: tooLate });
    } else if (conclusion.verdict === 'notSeen' && maySendAgain(db, doubt, now())) {
      again.push(doubt);
    } else {
      const { verdict, candidates } = conclusion;
      writeFinding(db, doubt.operation.operationId, { verdict, candidates, at: readings[1].beganAt });
    }
  }
  replace(deps, again, doubtsErrorText.sentAgainByRun);
}

/** A doubt about an invitation. */
export type InvitationDoubt = OperationInContext & { readonly operation: InvitationOperation };

export const isAboutInvitation = (doubt: OperationInContext): doubt is InvitationDoubt =>
  !isMemberKind(doubt.operation.kind);

/** What Amazon showed besides its list. */
export interface AlsoKnown {
  /** Amazon's state of invitations that left the list. */
  readonly amazonStates: ReadonlyMap<string, InvitationState>;
  /** See Access.usersNow; null if nothing depends on them. */
  readonly users: Users;
}

/** Whose the invitations are that answers confirmed without saying so, if the list shows it. */
function claimsOf(
  db: Database,
  doubts: readonly OperationInContext[],
  readings: readonly [PendingSnapshot, PendingSnapshot],
  own: ReadonlySet<string>,
): ReadonlyMap<JournalOperation, AdsInvitation | null> {
  const calls = new Map<number, OperationInContext[]>();
  for (const doubt of doubts) {
    if (doubt.unclaimedIds.length === 0) continue;
    calls.set(doubt.request.requestId, [...(calls.get(doubt.request.requestId) ?? []), doubt]);
  }
  return new Map(
    [...calls.values()].flatMap((call) => {
      const [{ unclaimedIds, baselineId } = { unclaimedIds: [], baselineId: null }] = call;
      const operations = call.map(({ operation }) => operation);
      const invitationIds = unclaimedIds.filter((id) => !own.has(id));
      const claims = claimed({ operations, invitationIds }, readings, readBaseline(db, baselineId));
      return [...(claims ?? [])];
    }),
  );
}

function settleClaimed(
  deps: Pick<OutboxDeps, 'db' | 'now' | 'activity' | 'actorOf'>,
  { request, operation }: OperationInContext,
  invitation: AdsInvitation | null,
): void {
  const note = invitation === null ? doubtsErrorText.oneOfSeveral : doubtsErrorText.claimedByList;
  const invitationId = invitation?.invitationId ?? null;
  const settlement: Settlement = { operation, status: 'done', invitationId, note };
  const invitations = invitation === null ? [] : [invitation];
  applyOutcome(
    deps,
    request,
    { settlements: [settlement], invitations, amazonRequestId: undefined },
    deps.now(),
  );
}

/**
 * Retries operations in doubt as new ones, and settles the old ones as replaced. Call it inside a transaction.
 * @returns the IDs of the new operations
 */
export function replace(
  deps: Pick<OutboxDeps, 'db' | 'now' | 'activity' | 'actorOf'>,
  doubts: readonly OperationInContext[],
  details: string,
): number[] {
  for (const { request, operation } of doubts) {
    const error = new CodedError({ ...sentAgain, details }).toBody();
    settle(deps, request, { operation, status: 'failed', error });
  }
  return sendAgain(deps.db, doubts, deps.now());
}

function settleDone(
  deps: Pick<OutboxDeps, 'db' | 'now' | 'activity' | 'actorOf'>,
  { request, operation }: OperationInContext,
  { invitation }: Extract<Conclusion, { status: 'done' }>,
): void {
  const settlement: Settlement = {
    operation,
    status: 'done',
    invitationId: invitation?.invitationId ?? operation.invitationId,
    note: doubtsErrorText.doneByList,
  };
  const invitations = invitation === undefined ? [] : [invitation];
  applyOutcome(
    deps,
    request,
    { settlements: [settlement], invitations, amazonRequestId: undefined },
    deps.now(),
  );
}

function settle(
  deps: Pick<OutboxDeps, 'db' | 'now' | 'activity' | 'actorOf'>,
  request: OperationInContext['request'],
  settlement: Settlement,
): void {
  applyOutcome(
    deps,
    request,
    { settlements: [settlement], invitations: [], amazonRequestId: undefined },
    deps.now(),
  );
}

/** If the clock was changed, the elapsed time is unknown, so a person decides. */
function maySendAgain(
  db: Database,
  { whenNotSeen, request, operation, sentAt }: OperationInContext,
  at: number,
): boolean {
  if (whenNotSeen !== 'sendAgain' || operation.attempt >= maxAttempts || sentAt === null) return false;
  return !isStopped(db, request.runId) && sentAt <= at && at - sentAt <= freshForMs;
}

const tooLate: ErrorBody = {
  code: 'NOT_DONE',
  message: doubtsErrorText.acceptedBefore,
  retryable: false,
};

const sentAgain: ErrorBody = {
  code: 'SENT_AGAIN',
  message: doubtsErrorText.sentAgain,
  retryable: false,
};
