import { writeCreated, writeResent, writeRevoked } from '../../access/invitations/invitationFacts';
import { writeRemoved, writeRole } from '../../access/members/memberFacts';
import { isMemberKind } from '../../../shared/domain/outbox/operation';
import type { AdsInvitation } from '../../amazonAds/answers';
import type { Database } from '../../storage/database';
import { currentActor } from './currentActor';
import type { RequestKey } from '../journal/append';
import { dropPlanOfRevoked } from '../journal/plans';
import { writeSettlements, type Settlement } from '../journal/write';
import type { OutboxDeps } from '../deps';
import { sendingErrorText } from './sendingErrorText';

/** How operations of one call ended. */
export interface Ending {
  readonly settlements: readonly Settlement[];
  /** The new invitations, as Amazon's answer or its list describes them; empty except for creates. */
  readonly invitations: readonly AdsInvitation[];
  /** Undefined if no answer came. */
  readonly amazonRequestId: string | undefined;
}

/**
 * Records how operations ended in all three places: the journal, the local data and the activity record. Call it inside a
 * transaction, so that they can never disagree.
 * @param at ms since 1970
 */
export function applyOutcome(
  deps: Pick<OutboxDeps, 'db' | 'activity' | 'actorOf'>,
  request: RequestKey,
  { settlements, invitations, amazonRequestId }: Ending,
  at: number,
): void {
  const { db, activity } = deps;
  const actor = currentActor(deps, request.connectionId);
  writeSettlements(db, settlements, at);
  for (const settlement of settlements) {
    if (settlement.status === 'done') writeFact(db, request, settlement, invitations, at);
  }
  activity.record(
    settlements.map((settlement) => {
      const { operationId, kind, emailAddress, userName, role, userId, soloReason } = settlement.operation;
      const done = settlement.status === 'done';
      return {
        at,
        action: kind,
        result: settlement.status,
        connectionLabel: actor.connectionLabel,
        actor: actor.actor,
        realm: request.realm,
        accountId: request.accountId,
        accountName: request.accountName,
        emailAddress,
        userName,
        role,
        invitationId: (done ? settlement.invitationId : null) ?? settlement.operation.invitationId,
        userId,
        operationId,
        amazonRequestId: amazonRequestId ?? null,
        detail: withSolo(soloReason, (done ? settlement.note : settlement.error.details) ?? null),
        code: done ? null : settlement.error.code,
      };
    }),
  );
}

/** What the record says of a change that was sent without the team. */
const withSolo = (reason: string | null, detail: string | null): string | null =>
  reason === null
    ? detail
    : [sendingErrorText.sentSolo(reason), ...(detail === null ? [] : [detail])].join(' ');

function writeFact(
  db: Database,
  { realm, accountId }: RequestKey,
  { operation, invitationId, note }: Extract<Settlement, { status: 'done' }>,
  invitations: readonly AdsInvitation[],
  at: number,
): void {
  const { kind, userId, role } = operation;
  if (isMemberKind(kind)) {
    // Known from a reading or by a person's word: then only readings say who has access.
    if (userId === null || note !== undefined) return;
    const member = { realm, accountId, userId };
    if (kind === 'removeMember') writeRemoved(db, member, at);
    else writeRole(db, member, { role, beganAt: at, now: at });
    return;
  }
  if (invitationId === null) return;
  const key = { realm, accountId, invitationId };
  switch (kind) {
    case 'create': {
      const invitation = invitations.find((each) => each.invitationId === invitationId);
      if (invitation !== undefined) writeCreated(db, key, operation, invitation, at);
      return;
    }
    case 'revoke':
      writeRevoked(db, key, at);
      dropPlanOfRevoked(db, key, operation);
      return;
    case 'resend':
      writeResent(db, key, at);
  }
}
