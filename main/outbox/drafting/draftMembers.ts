import { maxPerCall } from '../../../shared/domain/invitation/invitation';
import type { Role } from '../../../shared/domain/invitation/role';
import { memberRefKey, type MemberRef } from '../../../shared/domain/member/member';
import type { MemberExclusion, MemberExclusionReason } from '../../../shared/domain/member/memberExclusions';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { accountKey, accountRefKey } from '../../../shared/util/accountKey';
import { requireAccount, type KnownAccount } from '../../access/accountAccess';
import { readMembers } from '../../access/members/memberFacts';
import type { MemberState } from '../../access/members/memberState';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { memberObstacles } from '../guards/memberGuards';
import type { NewOperation, NewRequest } from '../journal/append';
import { unsettledIn } from '../journal/read';
import { bodyOf } from './bodyOf';
import { withConfirmedShares } from './confirmedShares';
import { invalid } from './draftInvitations';
import { draftingErrorText } from './draftingErrorText';

/** Another role for members, or their removal. */
export type MembersChange =
  { readonly kind: 'setRole'; readonly role: Role } | { readonly kind: 'removeMember' };

/** The calls for what can be done of the selection, and whom they leave out. */
export interface DraftedMembers {
  readonly requests: NewRequest[];
  readonly leftOut: MemberExclusion[];
}

/**
 * The calls that change these members: at most 50 people a call, though Amazon takes 200 (amazon-api §3), so that one lost answer
 * concerns no more. Leaves out what, by the stored data, can't or needn't be done; before a call is sent that is judged again.
 * @throws CodedError NOT_FOUND; INVALID_INPUT if a member or an account is listed twice, or nothing can be done
 */
export function* draftMembers(
  db: Database,
  change: MembersChange,
  refs: readonly MemberRef[],
): Stepwise<DraftedMembers> {
  const requests: NewRequest[] = [];
  const leftOut = new Map<MemberExclusionReason, MemberExclusion['members']>();
  for (const { account, connectionId, userIds } of byAccount(db, refs)) {
    const known = new Map(readMembers(db, account).map((member) => [member.userId, member]));
    const reasons = reasonsAgainst(db, account, { change, known, userIds });
    const changed: MemberState[] = [];
    for (const userId of userIds) {
      const [member, reason] = [known.get(userId), reasons.get(userId)];
      if (member !== undefined && reason === undefined) {
        changed.push(member);
        continue;
      }
      const others = leftOut.get(reason ?? 'gone') ?? [];
      const maskedEmail = member?.maskedEmail ?? '';
      others.push({
        connectionId,
        accountId: account.accountId,
        userId,
        maskedEmail,
        accountName: account.name,
      });
      leftOut.set(reason ?? 'gone', others);
    }
    for (const chunk of chunksOf(changed, maxPerCall)) {
      const operations = chunk.map((member) => operationOf(change, member));
      const { realm, accountId } = account;
      requests.push({ connectionId, realm, accountId, operations, ...bodyOf(operations) });
      yield;
    }
  }
  const [[reason] = []] = leftOut;
  if (requests.length === 0 && reason !== undefined) throw invalid(draftingErrorText.noMemberChanged[reason]);
  return {
    requests: withConfirmedShares(db, requests),
    leftOut: [...leftOut].map(([why, members]) => ({ reason: why, members })),
  };
}

interface OfAccount {
  readonly account: KnownAccount;
  readonly connectionId: string;
  readonly userIds: readonly string[];
}

/** @throws CodedError for a member listed twice, or an account through two connections: the guards see one at a time */
function byAccount(db: Database, refs: readonly MemberRef[]): readonly OfAccount[] {
  const groups = new Map<string, OfAccount & { readonly userIds: string[] }>();
  const seen = new Set<string>();
  for (const ref of refs) {
    if (seen.has(memberRefKey(ref))) throw invalid(draftingErrorText.memberTwice);
    seen.add(memberRefKey(ref));
    const { connectionId, userId } = ref;
    const group = groups.get(accountRefKey(ref)) ?? {
      account: requireAccount(db, ref),
      connectionId,
      userIds: [],
    };
    group.userIds.push(userId);
    groups.set(accountRefKey(ref), group);
  }
  const accounts = new Set<string>();
  for (const { account } of groups.values()) {
    if (accounts.has(accountKey(account))) throw invalid(draftingErrorText.accountTwice(account.name));
    accounts.add(accountKey(account));
  }
  return [...groups.values()];
}

function reasonsAgainst(
  db: Database,
  account: KnownAccount,
  of: {
    readonly change: MembersChange;
    readonly known: ReadonlyMap<string, MemberState>;
    readonly userIds: readonly string[];
  },
): ReadonlyMap<string, MemberExclusionReason> {
  const { change, known, userIds } = of;
  const { byMember } = unsettledIn(db, account);
  const reasons = new Map<string, MemberExclusionReason>();
  for (const userId of userIds) {
    const before = byMember.get(userId);
    if (before !== undefined) reasons.set(userId, before.status === 'inDoubt' ? 'inDoubt' : 'underWay');
  }
  const present = [...known.values()]
    .filter(({ goneAt }) => goneAt === null)
    .map(({ userId, scope, role }) => ({ userId, scope, role, isUnsettled: byMember.has(userId) }));
  const role = change.kind === 'setRole' ? change.role : null;
  const changes = userIds.filter((userId) => !reasons.has(userId)).map((userId) => ({ userId, role }));
  for (const [userId, obstacle] of memberObstacles(present, changes)) reasons.set(userId, obstacle);
  return reasons;
}

const operationOf = (change: MembersChange, { userId, maskedEmail, role }: MemberState): NewOperation => ({
  kind: change.kind,
  emailAddress: maskedEmail,
  userName: '',
  role: change.kind === 'setRole' ? change.role : (role ?? ''),
  invitationId: null,
  userId,
  roleBefore: change.kind === 'setRole' ? role : null,
  notify: false,
});
