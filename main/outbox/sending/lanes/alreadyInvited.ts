import { mailboxKey } from '../../../../shared/domain/invitation/person';
import { roleName } from '../../../../shared/domain/invitation/role';
import type { ErrorBody } from '../../../../shared/errors';
import { isWholeAddress } from '../../../access/refresh/evidence';
import type { PendingSnapshot } from '../../../access/refresh/pendingSnapshot';
import type { AdsInvitation } from '../../../amazonAds/answers';
import type { Database } from '../../../storage/database';
import type { AccountKey, JournalOperation, JournalRequest } from '../../journal/append';
import { sendingErrorText } from '../sendingErrorText';

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

/** Why each of these people isn't invited, by operation. */
export const alreadyInvitedReasons = (
  request: JournalRequest,
  invited: ReadonlyMap<number, AdsInvitation>,
): ReadonlyMap<number, ErrorBody> =>
  new Map(
    request.operations.flatMap((operation) => {
      const entry = invited.get(operation.operationId);
      return entry === undefined ? [] : [[operation.operationId, skipped(operation, entry)] as const];
    }),
  );

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
