import { mailboxKey } from '../../../shared/domain/invitation/person';
import { role as knownRole, roleName } from '../../../shared/domain/invitation/role';
import type { ErrorBody } from '../../../shared/errors';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import type { AdsInvitation } from '../../amazonAds/answers';
import { renderCreate } from '../../amazonAds/invitationChanges';
import type { Database } from '../../storage/database';
import { applyOutcome } from './applyOutcome';
import type { AccountKey, JournalOperation, JournalRequest } from '../journal/append';
import { endRequest, moveToNewRequest, type Settlement } from '../journal/write';
import type { OutboxDeps } from '../deps';
import { sendingErrorText } from './sendingErrorText';

/**
 * The people of a call whom the list just read shows as pending, by operation: somebody else was faster. Invitations known to
 * have ended since don't count, though a lagging list may still show them.
 */
export function alreadyInvited(
  db: Database,
  { realm, accountId }: AccountKey,
  { entries }: PendingSnapshot,
  request: JournalRequest,
): Map<number, AdsInvitation> {
  const invited = new Map<number, AdsInvitation>();
  if (request.operation !== 'CreateUserInvitations') return invited;
  const byMailbox = new Map(
    entries.flatMap((entry) =>
      isWholeAddress(entry.emailAddress) ? [[mailboxKey(entry.emailAddress), entry] as const] : [],
    ),
  );
  const state = db.prepare(
    'SELECT state FROM invitations WHERE realm = ? AND account_id = ? AND invitation_id = ?',
  );
  for (const { operationId, emailAddress } of request.operations) {
    const entry = byMailbox.get(mailboxKey(emailAddress));
    if (entry === undefined) continue;
    const known = state.get(realm, accountId, entry.invitationId) as { state: string } | undefined;
    if (known === undefined || known.state === 'pending') invited.set(operationId, entry);
  }
  return invited;
}

/**
 * Ends a queued call without sending it: people already invited are skipped, the others move to a call of their own. No recorded
 * body is changed. Call it inside a transaction. @param at ms since 1970
 */
export function skipInvited(
  deps: Pick<OutboxDeps, 'db' | 'activity' | 'actorOf'>,
  request: JournalRequest,
  invited: ReadonlyMap<number, AdsInvitation>,
  at: number,
): void {
  const { db } = deps;
  const settlements = request.operations.flatMap((operation): Settlement[] => {
    const entry = invited.get(operation.operationId);
    return entry === undefined ? [] : [{ operation, status: 'failed', error: skipped(operation, entry) }];
  });
  const others = request.operations.filter(({ operationId }) => !invited.has(operationId));
  applyOutcome(deps, request, { settlements, invitations: [], amazonRequestId: undefined }, at);
  endRequest(db, request.requestId, { httpStatus: undefined, amazonRequestId: undefined }, at);
  const [first] = others;
  if (first === undefined) return;
  const invitees = others.map(({ role, ...person }) => ({ ...person, role: knownRole.parse(role) }));
  moveToNewRequest(db, request, others, renderCreate(invitees, first.notify), at);
}

function skipped({ role }: JournalOperation, entry: AdsInvitation): ErrorBody {
  const otherRole =
    entry.role === undefined || entry.role.toLowerCase() === role.toLowerCase()
      ? null
      : roleName(entry.role).toLowerCase();
  return {
    code: 'ALREADY_INVITED',
    message: sendingErrorText.alreadyInvited(entry.createdBy ?? null, otherRole),
    retryable: false,
    details: sendingErrorText.pendingInvitation(entry.invitationId),
  };
}
