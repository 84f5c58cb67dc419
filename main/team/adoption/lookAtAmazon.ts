import { mailboxKey } from '../../../shared/domain/invitation/person';
import { readMembers } from '../../access/members/memberFacts';
import type { AccountAccess, JournalOperation } from '../../outbox/journal/append';
import { readTwice } from '../../outbox/doubts/readLists';
import { hasDirectAccess } from '../../outbox/guards/memberGuards';
import { ownInvitations } from '../../outbox/journal/read';
import type { Database } from '../../storage/database';
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
    others: invitationsOfOthers(deps.db, access, claimId),
    users,
  });
}

/** Invitations that this folder's own changes made, and those made under other claims as far as this folder heard of them. */
function invitationsOfOthers(db: Database, access: AccountAccess, claimId: string): ReadonlySet<string> {
  const rows = db
    .prepare(
      `SELECT invitation_id AS id FROM team_changes
       WHERE realm = ? AND account_id = ? AND invitation_id IS NOT NULL AND claim_id <> ?`,
    )
    .all(access.realm, access.accountId, claimId) as { readonly id: string }[];
  return new Set([...ownInvitations(db, access), ...rows.map(({ id }) => id)]);
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
