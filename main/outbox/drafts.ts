import {
  maxPerCall,
  type InvitationRef,
  type InvitationState,
  type Invitee,
} from '../../shared/domain/invitation';
import { chunksOf } from '../../shared/domain/chunk';
import { mailboxKey } from '../../shared/domain/person';
import type { AccountRef } from '../../shared/domain/account';
import { CodedError } from '../../shared/errors';
import { requireInvitation, type StoredInvitation } from '../access/invitationFacts';
import { requireAccount } from '../access/ways';
import { renderCreate, renderUpdate } from '../amazonAds/invitationChanges';
import type { Database } from '../storage/database';
import { underWay, type NewRequest } from './journal';

type Way = Pick<NewRequest, 'connectionId' | 'realm' | 'accountId'>;

/**
 * The calls that invite these people: at most 50 a call (amazon-contract §3), no address twice.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftCreate(
  db: Database,
  input: {
    readonly account: AccountRef;
    readonly invitees: readonly Invitee[];
    readonly notifyInvitedUsers: boolean;
  },
): NewRequest[] {
  const { account, invitees, notifyInvitedUsers: notify } = input;
  const { realm, accountId, name } = requireAccount(db, account);
  const taken = new Set<string>();
  const beingInvited = new Set(
    underWay(db, { realm, accountId })
      .filter(({ kind }) => kind === 'create')
      .map(({ emailAddress }) => mailboxKey(emailAddress)),
  );
  for (const { emailAddress } of invitees) {
    const key = mailboxKey(emailAddress);
    if (taken.has(key)) {
      throw invalid(`${emailAddress} is in the list twice. Keep one of the two and try again.`);
    }
    if (beingInvited.has(key)) {
      throw invalid(`${emailAddress} is being invited to ${name} right now. Wait for the result first.`);
    }
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
  for (const ref of refs) {
    const invitation = requireInvitation(db, ref);
    requireChangeable(db, invitation);
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

/** Amazon changes pending invitations only, and one change at a time keeps its answer unmistakable. */
function requireChangeable(db: Database, invitation: StoredInvitation): void {
  const { emailAddress, state, invitationId } = invitation;
  if (state !== 'pending') {
    throw invalid(
      `The invitation of ${emailAddress} is ${stateWords[state]}. Only a pending one can be revoked or resent.`,
    );
  }
  if (underWay(db, invitation).some((operation) => operation.invitationId === invitationId)) {
    throw invalid(
      `The invitation of ${emailAddress} is being revoked or resent right now. Wait for the result first.`,
    );
  }
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
