import { mailboxKey } from '../../../shared/domain/invitation/person';
import { claimedInvitations } from '../../access/colleagues/claimedInvitations';
import { readMembers } from '../../access/members/memberFacts';
import type { AccountAccess, JournalOperation } from '../../outbox/journal/append';
import { readTwice } from '../../outbox/doubts/readLists';
import { hasDirectAccess } from '../../outbox/guards/memberGuards';
import { ownInvitations } from '../../outbox/journal/read';
import { concludeInvitation, type ClaimVerdict } from './concludeClaim';
import type { AdoptionDeps } from './adoptionDeps';
import type { OpenClaim } from './openClaim';

interface LookDeps extends AdoptionDeps {
  /** No more calls begin. */
  readonly ending: AbortSignal;
}

/** How long a person waits for Amazon's lists, in ms. */
const patienceMs = 60_000;

/** Reads what Amazon shows of a colleague's change: the pending list twice, or the members. `unread`: it couldn't. */
export async function lookAtAmazon(
  deps: AdoptionDeps,
  access: AccountAccess,
  claim: OpenClaim,
  operation: JournalOperation,
): Promise<ClaimVerdict | 'unread'> {
  const ending = AbortSignal.timeout(patienceMs);
  return claim.kind === 'create'
    ? lookAtInvitations({ ...deps, ending }, access, claim, mailboxKey(operation.emailAddress))
    : lookAtMember({ ...deps, ending }, access, claim, operation.userId ?? '');
}

async function lookAtInvitations(
  deps: LookDeps,
  access: AccountAccess,
  { claimId, role, claimedAt }: OpenClaim,
  address: string,
): Promise<ClaimVerdict | 'unread'> {
  const readings = await readTwice(deps, access);
  if (typeof readings === 'string') return 'unread';
  const users = await deps.access.usersNow(access);
  return concludeInvitation({ address, role, claimedAt }, readings, {
    others: new Set([...ownInvitations(deps.db, access), ...claimedInvitations(deps.db, access, [claimId])]),
    users,
  });
}

async function lookAtMember(
  { db, members, paces, ending }: LookDeps,
  access: AccountAccess,
  { kind, role }: OpenClaim,
  userId: string,
): Promise<ClaimVerdict | 'unread'> {
  const pace = paces.of(access.connectionId);
  const read = await members
    .readForChange(access, { maxAgeMs: 0, rolesOf: new Set([userId]), turn: () => pace.turn(ending) })
    .catch(() => 'ended' as const);
  if (read === 'ended' || 'incomplete' in read) return 'unread';
  const member = readMembers(db, access).find((each) => each.userId === userId);
  const direct = member !== undefined && hasDirectAccess(member) ? member : null;
  if (kind === 'removeMember') {
    if (direct === null) return { as: 'done', invitationId: null };
    return { as: direct.scope === 'unknown' ? 'unclear' : 'notThere' };
  }
  const shown = direct === null || read.rolesUnread.has(userId) ? null : direct.role;
  if (shown === null) return { as: 'unclear' };
  return shown.toLowerCase() === role?.toLowerCase()
    ? { as: 'done', invitationId: null }
    : { as: 'notThere' };
}
