import {
  maxPerCall,
  type InvitationRef,
  type InvitationState,
  type Invitee,
} from '../../shared/domain/invitation';
import { chunksOf } from '../../shared/domain/chunk';
import { mailboxKey } from '../../shared/domain/person';
import { role as knownRole } from '../../shared/domain/role';
import type { AccountRef } from '../../shared/domain/account';
import { CodedError } from '../../shared/errors';
import type { CheckedInput } from '../../shared/ipc';
import { isWholeAddress } from '../access/evidence';
import { requireInvitation, type StoredInvitation } from '../access/invitationFacts';
import { requireAccount } from '../access/ways';
import { renderCreate, renderUpdate } from '../amazonAds/invitationChanges';
import type { Database } from '../storage/database';
import type { NewOperation, NewRequest, Way } from './journal';
import { unsettledIn, type OperationInContext, type Unsettled } from './journalReading';

/**
 * The calls that invite these people: at most 50 a call (amazon-contract §3), no address twice.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftCreate(
  db: Database,
  input: {
    readonly account: AccountRef;
    readonly invitees: readonly (Invitee & Pick<NewOperation, 'replaces' | 'attempt'>)[];
    readonly notifyInvitedUsers: boolean;
  },
): NewRequest[] {
  const { account, invitees, notifyInvitedUsers: notify } = input;
  const { realm, accountId, name } = requireAccount(db, account);
  const taken = new Set<string>();
  const { byMailbox } = unsettledIn(db, { realm, accountId });
  for (const { emailAddress } of invitees) {
    const key = mailboxKey(emailAddress);
    if (taken.has(key)) {
      throw invalid(`${emailAddress} is in the list twice. Keep one of the two and try again.`);
    }
    requireSettled(byMailbox.get(key), `${emailAddress} is being invited to ${name}`);
    taken.add(key);
  }
  return chunksOf(invitees, maxPerCall).map((chunk) => ({
    connectionId: account.connectionId,
    realm,
    accountId,
    operation: 'CreateUserInvitations',
    body: renderCreate(chunk, notify),
    operations: chunk.map((invitee) => ({ kind: 'create', ...invitee, invitationId: null, notify })),
  }));
}

/**
 * The calls that invite the people of these invitations anew, with the roles they had.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftInviteAgain(
  db: Database,
  refs: readonly InvitationRef[],
  notifyInvitedUsers: boolean,
): NewRequest[] {
  const byAccount = new Map<string, { account: AccountRef; invitees: Invitee[] }>();
  for (const ref of refs) {
    const { emailAddress, userName, role, state } = requireInvitation(db, ref);
    if (state === 'pending') {
      throw invalid(`The invitation of ${emailAddress} is still pending. Resend it instead.`);
    }
    const known = knownRole.safeParse(role.toLowerCase());
    if (!isWholeAddress(emailAddress) || !known.success) {
      throw invalid(`Amazon hides part of the invitation of ${userName}. Invite this person by hand.`);
    }
    const { connectionId, accountId } = ref;
    const key = JSON.stringify([connectionId, accountId]);
    const group = byAccount.get(key) ?? { account: { connectionId, accountId }, invitees: [] };
    group.invitees.push({ emailAddress, userName, role: known.data });
    byAccount.set(key, group);
  }
  return [...byAccount.values()].flatMap((group) => draftCreate(db, { ...group, notifyInvitedUsers }));
}

/**
 * The two calls that change the role of a pending invitation: Amazon cannot do it in one (amazon-contract §2). The
 * second is to wait for the first.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftRoleChange(
  db: Database,
  { invitation: ref, role, notifyInvitedUsers: notify }: CheckedInput<'invitations.changeRole'>,
): { readonly revocation: NewRequest; readonly invitation: NewRequest } {
  const { emailAddress, userName, role: roleNow } = requireInvitation(db, ref);
  if (roleNow.toLowerCase() === role) {
    throw invalid(`${emailAddress} is invited as ${role} already. Choose the other role.`);
  }
  if (!isWholeAddress(emailAddress)) {
    throw invalid(
      'Amazon hides the address of this invitation. Revoke it and invite the person anew with the whole address.',
    );
  }
  const { connectionId, accountId } = ref;
  const account = { connectionId, accountId };
  const invitees = [{ emailAddress, userName, role }];
  const [revocation] = draftUpdate(db, 'revoke', [ref], false);
  const [invitation] = draftCreate(db, { account, invitees, notifyInvitedUsers: notify });
  if (revocation === undefined || invitation === undefined) throw new Error('A change of role is two calls.');
  return { revocation, invitation };
}

/**
 * Refuses to send operations again while the same person is being invited, or the same invitation changed, already, or
 * when two of them would do that.
 * @throws CodedError INVALID_INPUT
 */
export function requireNothingUnderWay(db: Database, originals: readonly OperationInContext[]): void {
  const accounts = new Map<string, ReturnType<typeof unsettledIn>>();
  const taken = new Set<string>();
  for (const { request, operation } of originals) {
    const key = JSON.stringify([request.realm, request.accountId]);
    const unsettled = accounts.get(key) ?? unsettledIn(db, request);
    accounts.set(key, unsettled);
    const { emailAddress, invitationId, kind } = operation;
    const changed = kind === 'create' ? { mailbox: mailboxKey(emailAddress) } : { invitationId };
    const once = JSON.stringify([key, changed]);
    if (taken.has(once)) {
      throw invalid(
        `Two of these changes are for ${emailAddress} in ${request.accountName}. Try only one of them again.`,
      );
    }
    taken.add(once);
    if (kind === 'create') {
      requireSettled(
        unsettled.byMailbox.get(mailboxKey(emailAddress)),
        `${emailAddress} is being invited to ${request.accountName}`,
      );
    } else {
      requireSettled(
        unsettled.byInvitation.get(invitationId ?? ''),
        `The invitation of ${emailAddress} is being revoked or resent`,
      );
    }
  }
}

/**
 * Only what failed, and was not sent again since, is sent again.
 * @throws CodedError INVALID_INPUT
 */
export function requireFailed({ operation: { status, emailAddress }, replaced }: OperationInContext): void {
  if (status !== 'failed') {
    throw invalid(`The change for ${emailAddress} has not failed. Only a failed one can be tried again.`);
  }
  if (replaced)
    throw invalid(`The change for ${emailAddress} was sent again already. Look at the newer one.`);
}

/** @param what a sentence without its end */
function requireSettled(unsettled: Unsettled | undefined, what: string): void {
  if (unsettled === undefined) return;
  throw invalid(
    unsettled.status === 'inDoubt'
      ? `${what}, and that is in doubt. Settle it under Operations first.`
      : `${what} right now. Wait for the result first.`,
  );
}

/**
 * The calls that revoke or resend these invitations: at most 50 a call, one account a call.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftUpdate(
  db: Database,
  kind: 'revoke' | 'resend',
  refs: readonly InvitationRef[],
  notify: boolean,
): NewRequest[] {
  const taken = new Set<string>();
  const byWay = new Map<string, { way: Way; invitations: StoredInvitation[] }>();
  const accounts = new Map<string, ReturnType<typeof unsettledIn>>();
  for (const ref of refs) {
    const invitation = requireInvitation(db, ref);
    const accountKey = JSON.stringify([invitation.realm, invitation.accountId]);
    const unsettled = accounts.get(accountKey) ?? unsettledIn(db, invitation);
    accounts.set(accountKey, unsettled);
    requirePending(invitation);
    requireSettled(
      unsettled.byInvitation.get(invitation.invitationId),
      `The invitation of ${invitation.emailAddress} is being revoked or resent`,
    );
    const key = JSON.stringify([invitation.realm, invitation.accountId, invitation.invitationId]);
    if (taken.has(key)) {
      throw invalid(`The invitation of ${invitation.emailAddress} is in the list twice. Name it once.`);
    }
    taken.add(key);
    const { realm, accountId } = invitation;
    const way = { connectionId: ref.connectionId, realm, accountId };
    const wayKey = JSON.stringify(way);
    const group = byWay.get(wayKey) ?? { way, invitations: [] };
    group.invitations.push(invitation);
    byWay.set(wayKey, group);
  }
  return [...byWay.values()].flatMap(({ way, invitations }) =>
    chunksOf(invitations, maxPerCall).map((chunk) => updateRequest(kind, way, chunk, notify)),
  );
}

/** Amazon changes pending invitations only. */
function requirePending({ emailAddress, state }: StoredInvitation): void {
  if (state === 'pending') return;
  throw invalid(
    `The invitation of ${emailAddress} is ${stateWords[state]}. Only a pending one can be revoked or resent.`,
  );
}

const stateWords: Record<Exclude<InvitationState, 'pending'>, string> = {
  accepted: 'already accepted',
  revoked: 'already revoked',
  lapsed: 'past its two weeks',
  gone: 'no longer in Amazon’s list',
};

function updateRequest(
  kind: 'revoke' | 'resend',
  way: Way,
  invitations: readonly StoredInvitation[],
  notify: boolean,
): NewRequest {
  const invitationIds = invitations.map(({ invitationId }) => invitationId);
  return {
    ...way,
    operation: 'UpdateUserInvitations',
    body: renderUpdate(invitationIds, kind === 'revoke' ? 'REVOKED' : 'RESENT', notify),
    operations: invitations.map(({ emailAddress, userName, role, invitationId }) => ({
      kind,
      emailAddress,
      userName,
      role,
      invitationId,
      notify,
    })),
  };
}

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
