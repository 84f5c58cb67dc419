import { writeCreated, writeResent, writeRevoked } from '../access/invitationFacts';
import type { Activity, Actor } from '../activity/activity';
import type { AdsInvitation } from '../amazonAds/answers';
import type { Database } from '../storage/database';
import { writeSettlements, type JournalRequest, type Settlement } from './journal';

/** How a call to Amazon ended. */
export interface Ending {
  readonly settlements: readonly Settlement[];
  /** The new invitations Amazon's answer describes; empty but after a create. */
  readonly created: readonly AdsInvitation[];
  /** Undefined where no answer came. */
  readonly httpStatus: number | undefined;
  readonly amazonRequestId: string | undefined;
}

/**
 * Writes how a call ended in the three places it matters: the journal, the local picture and the record. Call it
 * inside a transaction, so that they can never disagree.
 * @param at ms since 1970
 */
export function applyEnding(
  { db, activity }: { readonly db: Database; readonly activity: Activity },
  request: JournalRequest,
  ending: Ending,
  actor: Actor,
  at: number,
): void {
  writeSettlements(db, request.requestId, ending.settlements, { at, ...ending });
  for (const settlement of ending.settlements) {
    if (settlement.status === 'done') writeFact(db, request, settlement, ending.created, at);
  }
  activity.record(
    ending.settlements.map((settlement) => {
      const { operationId, kind, emailAddress, userName, role } = settlement.operation;
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
        invitationId: done ? settlement.invitationId : settlement.operation.invitationId,
        operationId,
        amazonRequestId: ending.amazonRequestId ?? null,
        detail: done ? null : (settlement.error.details ?? null),
      };
    }),
  );
}

function writeFact(
  db: Database,
  { realm, accountId }: JournalRequest,
  { operation, invitationId }: Extract<Settlement, { status: 'done' }>,
  created: readonly AdsInvitation[],
  at: number,
): void {
  const key = { realm, accountId, invitationId };
  switch (operation.kind) {
    case 'create': {
      const told = created.find((invitation) => invitation.invitationId === invitationId);
      if (told !== undefined) writeCreated(db, key, operation, told, at);
      return;
    }
    case 'revoke':
      writeRevoked(db, key, at);
      return;
    case 'resend':
      writeResent(db, key, at);
  }
}
