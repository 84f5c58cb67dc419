import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import type { Users } from '../../access/refresh/vanishedInvitations';
import type { LaneDeps } from '../deps';
import type { AccountAccess } from '../journal/append';
import { doubtsOf } from '../journal/read';

type EvidenceDeps = Pick<LaneDeps, 'db' | 'access'>;

/** An invitation that left the list may have been accepted instead of revoked, so Amazon is asked about it. */
export async function askAboutRevoked(
  { db, access }: EvidenceDeps,
  account: AccountAccess,
  { entries }: PendingSnapshot,
): Promise<Map<string, InvitationState>> {
  const listed = new Set(entries.map(({ invitationId }) => invitationId));
  const states = new Map<string, InvitationState>();
  for (const { operation } of doubtsOf(db, account)) {
    const { kind, invitationId } = operation;
    if (kind !== 'revoke' || invitationId === null || listed.has(invitationId)) continue;
    const { connectionId, accountId } = account;
    const state = await access.amazonsState({ connectionId, accountId, invitationId });
    if (state !== null) states.set(invitationId, state);
  }
  return states;
}

/** A person who isn't listed may have joined. Null if all relevant people are listed. */
export async function usersFor(
  { db, access }: EvidenceDeps,
  account: AccountAccess,
  readings: readonly [PendingSnapshot, PendingSnapshot],
): Promise<Users> {
  const [first, second] = readings.map(
    ({ entries }) =>
      new Set(
        entries.flatMap(({ emailAddress }) =>
          isWholeAddress(emailAddress) ? [mailboxKey(emailAddress)] : [],
        ),
      ),
  );
  const isListed = (key: string): boolean => first?.has(key) === true && second?.has(key) === true;
  const concerns = doubtsOf(db, account).some(
    ({ operation: { kind, emailAddress } }) => kind === 'create' && !isListed(mailboxKey(emailAddress)),
  );
  return concerns ? access.usersNow(account) : null;
}
