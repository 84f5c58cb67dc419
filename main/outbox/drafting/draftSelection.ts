import { accountKey } from '../../../shared/util/accountKey';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { maxPerCall, type InvitationRef } from '../../../shared/domain/invitation/invitation';
import type { Exclusion, ExclusionReason } from '../../../shared/domain/invitation/exclusions';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import { role as knownRole, type Role } from '../../../shared/domain/invitation/role';
import { isWholeAddress } from '../../access/refresh/evidence';
import { createInvitationLookup, type StoredInvitation } from '../../access/invitations/invitationFacts';
import { renderUpdate } from '../../amazonAds/invitations/invitationChanges';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { draftCreate, invalid, unsettledText, type UnsettledTexts } from './draftInvitations';
import type { NewRequest, AccountAccess } from '../journal/append';
import { unsettledIn, type Unsettled } from '../journal/read';
import { draftingErrorText } from './draftingErrorText';

/** The calls for what can be done of the selection, and what they leave out. */
export interface Drafted {
  readonly requests: NewRequest[];
  readonly leftOut: Exclusion[];
}

/**
 * The calls that revoke or resend these invitations: at most 50 per call, one account per call. Leaves out what is no longer
 * pending, and what is already being changed.
 * @throws CodedError NOT_FOUND; INVALID_INPUT if one is listed twice or nothing can be done
 */
export function* draftUpdate(
  db: Database,
  kind: 'revoke' | 'resend',
  refs: readonly InvitationRef[],
  notify: boolean,
): Stepwise<Drafted> {
  const { possible, leftOut } = yield* sortOut(db, refs, {
    onceFor: ({ invitationId }) => invitationId,
    twice: (invitation) => draftingErrorText.titleTwice(titleOf(invitation)),
    obstacleTo: (invitation, { byInvitation }) =>
      notPending(invitation) ??
      unsettled(byInvitation.get(invitation.invitationId), beingChanged(invitation)),
  });
  const requests: NewRequest[] = [];
  for (const { access, selected } of byAccess(possible)) {
    for (const chunk of chunksOf(selected, maxPerCall)) {
      requests.push(updateRequest(kind, access, chunk, notify));
      yield;
    }
  }
  return { requests, leftOut };
}

/**
 * The calls that invite the people of these invitations again, with the same roles. Leaves out people who have a pending one, who
 * accepted, who are already being invited, and of whom Amazon hides too much.
 * @throws like `draftUpdate`
 */
export function* draftInviteAgain(
  db: Database,
  refs: readonly InvitationRef[],
  notifyInvitedUsers: boolean,
): Stepwise<Drafted> {
  const { possible, leftOut } = yield* sortOut(db, refs, {
    onceFor: ({ emailAddress }) => mailboxKey(emailAddress),
    twice: ({ emailAddress }) => draftingErrorText.listedTwice(emailAddress),
    obstacleTo: (invitation, { name, byMailbox }) =>
      notEnded(invitation) ??
      unsettled(
        byMailbox.get(mailboxKey(invitation.emailAddress)),
        draftingErrorText.beingInvited(invitation.emailAddress, name),
      ),
  });
  const requests: NewRequest[] = [];
  for (const { access, selected } of byAccess(possible)) {
    const { connectionId, accountId } = access;
    const invitees = selected.flatMap(({ invitation: { emailAddress, userName, role } }) => {
      const known = roleOf(role);
      return known === null ? [] : [{ emailAddress, userName, role: known }];
    });
    const account = { connectionId, accountId };
    requests.push(...(yield* draftCreate(db, { account, invitees, notifyInvitedUsers })));
  }
  return { requests, leftOut };
}

interface SelectedInvitation {
  readonly ref: InvitationRef;
  readonly invitation: StoredInvitation;
}

interface Obstacle {
  readonly reason: ExclusionReason;
  /** For a request about this invitation alone. */
  readonly message: string;
}

interface AccountNow extends ReturnType<typeof unsettledIn> {
  readonly name: string;
}

interface Rule {
  /** What may be changed only once in an account. */
  readonly onceFor: (invitation: StoredInvitation) => string;
  readonly twice: (invitation: StoredInvitation) => string;
  /** Why it can't be changed, if so. */
  readonly obstacleTo: (invitation: StoredInvitation, account: AccountNow) => Obstacle | null;
}

/** How many invitations are processed in one step. */
const invitationsAStep = 100;

function* sortOut(
  db: Database,
  refs: readonly InvitationRef[],
  { onceFor, twice, obstacleTo }: Rule,
): Stepwise<{ readonly possible: readonly SelectedInvitation[]; readonly leftOut: Exclusion[] }> {
  const possible: SelectedInvitation[] = [];
  const leftOut = new Map<ExclusionReason, Exclusion['invitations']>();
  let first: Obstacle | null = null;
  const accounts = new Map<string, { now: AccountNow; taken: Set<string> }>();
  const lookUp = createInvitationLookup(db);
  for (const [index, ref] of refs.entries()) {
    if (index % invitationsAStep === invitationsAStep - 1) yield;
    const { account, invitation } = lookUp(ref);
    const key = accountKey(account);
    const known = accounts.get(key) ?? {
      now: { name: account.name, ...unsettledIn(db, account) },
      taken: new Set<string>(),
    };
    accounts.set(key, known);
    const obstacle = obstacleTo(invitation, known.now);
    if (obstacle === null) {
      const once = onceFor(invitation);
      if (known.taken.has(once)) throw invalid(twice(invitation));
      known.taken.add(once);
      possible.push({ ref, invitation });
    } else {
      first ??= obstacle;
      const { emailAddress, userName } = invitation;
      const others = leftOut.get(obstacle.reason) ?? [];
      others.push({ ...ref, emailAddress, userName });
      leftOut.set(obstacle.reason, others);
    }
  }
  if (first !== null && possible.length === 0) throw invalid(first.message);
  return { possible, leftOut: [...leftOut].map(([reason, invitations]) => ({ reason, invitations })) };
}

/** How a sentence names an invitation; Amazon doesn't give every address. */
const titleOf = ({ emailAddress, invitationId }: StoredInvitation): string =>
  emailAddress === ''
    ? draftingErrorText.hiddenTitleOf(invitationId)
    : draftingErrorText.titleOf(emailAddress);

const beingChanged = ({ emailAddress, invitationId }: StoredInvitation): UnsettledTexts =>
  emailAddress === ''
    ? draftingErrorText.hiddenBeingChanged(invitationId)
    : draftingErrorText.beingChanged(emailAddress);

/** Amazon changes pending invitations only. */
function notPending(invitation: StoredInvitation): Obstacle | null {
  const { state } = invitation;
  if (state === 'pending') return null;
  return { reason: state, message: draftingErrorText.notPending(titleOf(invitation))[state] };
}

function notEnded({ emailAddress, userName, role, state }: StoredInvitation): Obstacle | null {
  if (state === 'pending') {
    const message = draftingErrorText.stillPending(emailAddress);
    return { reason: 'pending', message };
  }
  if (state === 'accepted') {
    const message = draftingErrorText.isAccepted(emailAddress);
    return { reason: 'accepted', message };
  }
  if (isErasedAddress(emailAddress)) {
    return { reason: 'erased', message: draftingErrorText.erased(userName || emailAddress) };
  }
  if (isWholeAddress(emailAddress) && roleOf(role) !== null) return null;
  const message = draftingErrorText.partHidden(userName);
  return { reason: 'hidden', message };
}

const roleOf = (role: string): Role | null => knownRole.safeParse(role.toLowerCase()).data ?? null;

const unsettled = (operation: Unsettled | undefined, texts: UnsettledTexts): Obstacle | null =>
  operation === undefined
    ? null
    : {
        reason: operation.status === 'inDoubt' ? 'inDoubt' : 'underWay',
        message: unsettledText(operation, texts),
      };

function byAccess(
  possible: readonly SelectedInvitation[],
): readonly { readonly access: AccountAccess; readonly selected: readonly SelectedInvitation[] }[] {
  const groups = new Map<string, { access: AccountAccess; selected: SelectedInvitation[] }>();
  for (const one of possible) {
    const { realm, accountId } = one.invitation;
    const access = { connectionId: one.ref.connectionId, realm, accountId };
    const key = JSON.stringify(access);
    const group = groups.get(key) ?? { access, selected: [] };
    group.selected.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function updateRequest(
  kind: 'revoke' | 'resend',
  access: AccountAccess,
  selected: readonly SelectedInvitation[],
  notify: boolean,
): NewRequest {
  const invitationIds = selected.map(({ invitation: { invitationId } }) => invitationId);
  return {
    ...access,
    operation: 'UpdateUserInvitations',
    body: renderUpdate(invitationIds, kind === 'revoke' ? 'REVOKED' : 'RESENT', notify),
    operations: selected.map(({ invitation: { emailAddress, userName, role, invitationId } }) => ({
      kind,
      emailAddress,
      userName,
      role,
      invitationId,
      notify,
    })),
  };
}
