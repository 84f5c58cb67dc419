import { accountKey } from '../../../../shared/util/accountKey';
import { isUsable, type Account, type AccountRef } from '../../../../shared/domain/account/account';
import type { Exclusion } from '../../../../shared/domain/invitation/exclusions';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { Invitation, InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { signedInOnly } from '../../../queries/signedInOnly';

/** An invitation with the connection to change it through. */
export interface ReachedInvitation {
  readonly invitation: Invitation;
  readonly ref: InvitationRef;
}

/** The selected invitations without those that main leaves out. */
export function withoutLeftOut(
  selection: readonly ReachedInvitation[],
  leftOut: readonly Exclusion[],
): readonly ReachedInvitation[] {
  const keyOf = ({ connectionId, accountId, invitationId }: InvitationRef): string =>
    JSON.stringify([connectionId, accountId, invitationId]);
  const out = new Set(leftOut.flatMap(({ invitations }) => invitations.map(keyOf)));
  return selection.filter(({ ref }) => !out.has(keyOf(ref)));
}

/** For an invitation: how it can be changed from here, or null if it can't. */
export type Reach = (invitation: Invitation) => ReachedInvitation | null;

/**
 * Invitations belong to accounts; changing one needs a connection that may do so. On one account's screen only that account's own
 * connection counts (`scope`), signed in or not; on the screen of all accounts, the signed-in ones.
 */
export function reachThrough(
  accounts: readonly Account[],
  connections: readonly Connection[],
  scope: AccountRef | null,
): Reach {
  const connectionIds = new Map<string, string>();
  for (const account of scope === null
    ? signedInOnly(accounts, connections)
    : accounts.filter(isAccount(scope))) {
    if (!isUsable(account)) continue;
    const { realm, accountId, connectionId, canInvite } = account;
    const key = accountKey({ realm, accountId });
    // A connection known to work is better than an untried one.
    if (canInvite === true || !connectionIds.has(key)) connectionIds.set(key, connectionId);
  }
  return (invitation) => {
    const { realm, accountId, invitationId } = invitation;
    const connectionId = connectionIds.get(accountKey({ realm, accountId }));
    return connectionId === undefined ? null : { invitation, ref: { connectionId, accountId, invitationId } };
  };
}

const isAccount = (ref: AccountRef) => (account: Account) =>
  account.connectionId === ref.connectionId && account.accountId === ref.accountId;

/** Any connection to an invitation's account, even one that can change nothing; null if there is none. */
export const anyAccessTo = (
  { realm, accountId }: Pick<Invitation, 'realm' | 'accountId'>,
  accounts: readonly Account[],
): Account | null =>
  accounts.find((account) => account.realm === realm && account.accountId === accountId) ?? null;
