import type { Finding } from '../../../shared/domain/outbox/operation';
import { readMembers } from '../../access/members/memberFacts';
import type { ReadBeforeChange } from '../../access/members/reading/readForChange';
import type { MemberState } from '../../access/members/memberState';
import { transaction } from '../../storage/transaction';
import type { LaneDeps } from '../deps';
import { hasDirectAccess } from '../guards/memberGuards';
import type { AccountAccess, JournalOperation } from '../journal/append';
import { doubtsOf, type OperationInContext } from '../journal/read';
import { writeFinding, type Settlement } from '../journal/write';
import { applyOutcome } from '../sending/applyOutcome';
import { obstacleOf } from '../sending/lanes/obstacle';
import { doubtsErrorText } from './doubtsErrorText';

type MemberDoubtDeps = Pick<
  LaneDeps,
  'db' | 'now' | 'activity' | 'actorOf' | 'members' | 'paces' | 'ending' | 'room'
>;

/**
 * Reads an account's members and settles what that proves about changes of them in doubt: a member without direct access was
 * removed, and one who has the role got it. Nothing is ever sent again automatically: somebody may have let the person in again.
 * @returns whether the members could be read; null if there is no such doubt, or the app quits
 */
export async function lookAtMembers(
  deps: MemberDoubtDeps,
  access: AccountAccess,
  isOlder: (doubt: OperationInContext) => boolean,
): Promise<boolean | null> {
  const { db, now, room } = deps;
  const open = (): OperationInContext[] =>
    doubtsOf(db, access).filter((doubt) => doubt.operation.userId !== null && isOlder(doubt));
  const doubts = open();
  if (doubts.length === 0) return null;
  const at = now();
  const rolesOf = new Set(
    doubts.flatMap(({ operation: { kind, userId } }) => (kind === 'setRole' ? (userId ?? []) : [])),
  );
  const read = await readNow(deps, access, rolesOf);
  if (read === 'ended') return null;
  const rolesUnread = read === 'unread' ? null : read.rolesUnread;
  await room.write(() => {
    transaction(db, () => {
      const byId = new Map(readMembers(db, access).map((member) => [member.userId, member]));
      for (const { request, operation } of open()) {
        const verdict = rolesUnread === null ? 'unread' : verdictOn(operation, byId, rolesUnread);
        if (verdict === 'done') {
          applyOutcome(
            deps,
            request,
            { settlements: [doneByMembers(operation)], invitations: [], amazonRequestId: undefined },
            at,
          );
        } else {
          writeFinding(db, operation.operationId, { verdict, at, candidates: [] });
        }
      }
    });
  });
  return read !== 'unread';
}

const doneByMembers = (operation: JournalOperation): Settlement => ({
  operation,
  status: 'done',
  invitationId: null,
  note: doubtsErrorText.doneByMembers,
});

/** Waits out what blocks the whole connection; anything else leaves the members unread for now. */
async function readNow(
  { members, paces, ending }: Pick<MemberDoubtDeps, 'members' | 'paces' | 'ending'>,
  { connectionId, accountId }: AccountAccess,
  rolesOf: ReadonlySet<string>,
): Promise<'unread' | Exclude<ReadBeforeChange, { incomplete: unknown }>> {
  const pace = paces.of(connectionId);
  while (!ending.aborted) {
    try {
      const account = { connectionId, accountId };
      const how = { maxAgeMs: 0, rolesOf, turn: () => pace.turn(ending) };
      const read = await members.readForChange(account, how);
      if (read === 'ended') return 'ended';
      pace.passed();
      return 'incomplete' in read ? 'unread' : read;
    } catch (thrown) {
      const obstacle = obstacleOf(thrown);
      if (obstacle.of !== 'connection') {
        pace.passed();
        return 'unread';
      }
      pace.holdBack(obstacle.why);
    }
  }
  return 'ended';
}

/** What the members as just read show. */
function verdictOn(
  { kind, role, userId }: Pick<JournalOperation, 'kind' | 'role' | 'userId'>,
  members: ReadonlyMap<string, MemberState>,
  rolesUnread: ReadonlySet<string>,
): 'done' | Finding['verdict'] {
  const member = members.get(userId ?? '');
  const direct = member !== undefined && hasDirectAccess(member) ? member : null;
  if (kind === 'removeMember') {
    if (direct === null) return 'done';
    // Amazon doesn't say whether this access is direct, so it may be all that is left.
    return direct.scope === 'unknown' ? 'unclear' : 'notSeen';
  }
  const shown = direct === null || rolesUnread.has(direct.userId) ? null : direct.role;
  if (shown === null) return 'unclear';
  return shown === role ? 'done' : 'notSeen';
}
