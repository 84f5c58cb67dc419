import type { InvitationRef, InvitationState } from '../../../shared/domain/invitation/invitation';
import { CodedError } from '../../../shared/errors';
import type { AdsInvitation } from '../../amazonAds/answers';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { isWholeAddress } from '../refresh/evidence';
import { requireAccount, type KnownAccount } from '../accountAccess';
import { accountRefKey } from '../../../shared/util/accountKey';
import { accessErrorText } from '../accessErrorText';

/** The facts the outbox learns from Amazon's answers. Call the `write…` functions inside its transaction. */
export interface InvitationKey {
  readonly realm: string;
  readonly accountId: string;
  readonly invitationId: string;
}

/** The parts of a stored invitation that are needed to change it. */
export interface StoredInvitation extends InvitationKey {
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly state: InvitationState;
}

/** @throws CodedError NOT_FOUND when the account or the invitation isn't known */
export const requireInvitation = (db: Database, ref: InvitationRef): StoredInvitation =>
  invitationIn(db, requireAccount(db, ref), ref.invitationId);

/** The same for many invitations: each account is looked up once. */
export function createInvitationLookup(db: Database): (ref: InvitationRef) => {
  readonly account: KnownAccount;
  readonly invitation: StoredInvitation;
} {
  const accounts = new Map<string, KnownAccount>();
  return (ref) => {
    const key = accountRefKey(ref);
    const account = accounts.get(key) ?? requireAccount(db, ref);
    accounts.set(key, account);
    return { account, invitation: invitationIn(db, account, ref.invitationId) };
  };
}

function invitationIn(
  db: Database,
  { realm, accountId }: KnownAccount,
  invitationId: string,
): StoredInvitation {
  const row = prepared(
    db,
    `SELECT realm, account_id AS accountId, invitation_id AS invitationId, email_address AS emailAddress,
       user_name AS userName, role, state
     FROM invitations WHERE realm = ? AND account_id = ? AND invitation_id = ?`,
  ).get(realm, accountId, invitationId) as StoredInvitation | undefined;
  if (row !== undefined) return row;
  throw new CodedError({
    code: 'NOT_FOUND',
    message: accessErrorText.unknownInvitation(invitationId),
  });
}

/**
 * Amazon confirmed a new invitation. Fields missing from its answer are as requested.
 * @param at ms, when the answer came
 */
export function writeCreated(
  db: Database,
  account: { readonly realm: string; readonly accountId: string },
  requested: { readonly emailAddress: string; readonly userName: string; readonly role: string },
  answered: AdsInvitation,
  at: number,
): void {
  prepared(
    db,
    `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
       created_at, expires_at, first_seen_at, state_changed_at, evidence, search_text)
     VALUES (:realm, :accountId, :invitationId, :emailAddress, :userName, :role, 'pending', :createdBy,
       :createdAt, :expiresAt, :at, :at, 'ours', search_text(:userName, :emailAddress, :createdBy, :invitationId))
     ON CONFLICT (realm, account_id, invitation_id) DO UPDATE SET
       email_address = excluded.email_address, user_name = excluded.user_name, role = excluded.role,
       state = 'pending', state_changed_at = excluded.state_changed_at, evidence = 'ours',
       search_text = search_text(excluded.user_name, excluded.email_address, created_by, invitation_id)`,
  ).run({
    realm: account.realm,
    accountId: account.accountId,
    invitationId: answered.invitationId,
    emailAddress: isWholeAddress(answered.emailAddress) ? answered.emailAddress : requested.emailAddress,
    userName: answered.userName ?? requested.userName,
    role: answered.role ?? requested.role,
    createdBy: answered.createdBy ?? '',
    createdAt: answered.createdAt ?? null,
    expiresAt: answered.expiresAt ?? null,
    at,
  });
}

/** Amazon confirmed a revocation at `at` (ms). */
export function writeRevoked(
  db: Database,
  { realm, accountId, invitationId }: InvitationKey,
  at: number,
): void {
  prepared(
    db,
    `UPDATE invitations SET state = 'revoked', state_changed_at = ?, evidence = 'ours'
     WHERE realm = ? AND account_id = ? AND invitation_id = ?`,
  ).run(at, realm, accountId, invitationId);
}

/**
 * Amazon confirmed resending at `at` (ms). Its answer doesn't include the new expiry (amazon-api §2), so that is unknown until
 * the next reading.
 */
export function writeResent(
  db: Database,
  { realm, accountId, invitationId }: InvitationKey,
  at: number,
): void {
  prepared(
    db,
    `UPDATE invitations SET state = 'pending', expires_at = NULL, state_changed_at = ?, evidence = 'ours'
     WHERE realm = ? AND account_id = ? AND invitation_id = ?`,
  ).run(at, realm, accountId, invitationId);
}
