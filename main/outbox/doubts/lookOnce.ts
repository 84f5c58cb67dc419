import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import type { Finding } from '../../../shared/domain/outbox/operation';
import { transaction } from '../../storage/transaction';
import type { LaneDeps } from '../deps';
import type { AccountAccess } from '../journal/append';
import { doubtsOf, type OperationInContext } from '../journal/read';
import { checkRoleChanges } from '../journal/roleChangeCheck';
import { writeFinding } from '../journal/write';
import { askAboutRevoked, usersFor } from './doubtEvidence';
import type { LaterLooks } from './laterLooks';
import { readTwice } from './readLists';
import { lookAtMembers } from './memberDoubts';
import { isAboutInvitation, settleDoubts, type InvitationDoubt } from './settle';

export interface LookDeps extends Omit<LaneDeps, 'doubted'> {
  /** How long after a call ended without an answer Amazon may still carry it out, in ms. */
  readonly lateCommitMs: number;
  /** Called after operations were settled or will be sent again. */
  readonly settled: () => void;
}

/** Reads the account's list and settles what it proves; an unreadable list is scheduled for later. */
export async function lookOnce(deps: LookDeps, later: LaterLooks, access: AccountAccess): Promise<void> {
  const { db, changed, room } = deps;
  const doubtIds = new Set(doubtsOf(db, access).map(({ operation }) => operation.operationId));
  if (doubtIds.size === 0) {
    later.forget(access);
    return;
  }
  const isOlder = ({ operation }: OperationInContext): boolean => doubtIds.has(operation.operationId);
  const areMembersRead = await lookAtMembers(deps, access, isOlder);
  if (areMembersRead === true) deps.settled();
  if (invitationDoubts(deps, access).length === 0) {
    if (areMembersRead === false) later.plan(access);
    else later.forget(access);
    changed('operations.changed');
    changed('members.changed');
    return;
  }
  const readings = await readTwice(deps, access);
  if (readings === 'ended') return;
  const also =
    readings === 'unread'
      ? { amazonStates: new Map<string, InvitationState>(), users: null }
      : {
          amazonStates: await askAboutRevoked(deps, access, readings[1]),
          users: await usersFor(deps, access, readings),
        };
  if (readings === 'unread' || also.users === 'later' || areMembersRead === false) later.plan(access);
  else later.forget(access);
  await room.write(() =>
    transaction(db, () => {
      // Without what a person settled in the meantime, and without what became doubtful after the list was read.
      const doubts = invitationDoubts(deps, access).filter(isOlder);
      if (readings === 'unread') {
        noteUnread(deps, doubts);
        return;
      }
      settleDoubts(deps, access, doubts, readings, also);
      checkRoleChanges(db, access, readings[1]);
    }),
  );
  changed('operations.changed');
  changed('invitations.changed');
  deps.settled();
}

const invitationDoubts = ({ db }: Pick<LookDeps, 'db'>, access: AccountAccess): InvitationDoubt[] =>
  doubtsOf(db, access).filter(isAboutInvitation);

function noteUnread({ db, now }: Pick<LookDeps, 'db' | 'now'>, doubts: readonly OperationInContext[]): void {
  const finding: Finding = { verdict: 'unread', at: now(), candidates: [] };
  for (const { operation } of doubts) writeFinding(db, operation.operationId, finding);
}
