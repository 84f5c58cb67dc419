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
import { settleDoubts } from './settle';

export interface LookDeps extends Omit<LaneDeps, 'doubted'> {
  /** How long after a call ended without an answer Amazon may still carry it out, in ms. */
  readonly lateCommitMs: number;
  /** Called after operations were settled or are to be sent again. */
  readonly settled: () => void;
}

/** Reads the account's list and settles what it proves; a list that cannot be read is planned for later. */
export async function lookOnce(deps: LookDeps, later: LaterLooks, way: AccountAccess): Promise<void> {
  const { db, changed, room } = deps;
  const asked = new Set(doubtsOf(db, way).map(({ operation }) => operation.operationId));
  if (asked.size === 0) {
    later.forget(way);
    return;
  }
  const readings = await readTwice(deps, way);
  if (readings === 'ended') return;
  const also =
    readings === 'unread'
      ? { told: new Map<string, InvitationState>(), users: null }
      : { told: await askAboutRevoked(deps, way, readings[1]), users: await usersFor(deps, way, readings) };
  if (readings === 'unread' || also.users === 'later') later.plan(way);
  else later.forget(way);
  await room.write(() =>
    transaction(db, () => {
      // Without what a person settled meanwhile, and without what came into doubt after the list was read.
      const doubts = doubtsOf(db, way).filter(({ operation }) => asked.has(operation.operationId));
      if (readings === 'unread') {
        noteUnread(deps, doubts);
        return;
      }
      settleDoubts(deps, way, doubts, readings, also);
      checkRoleChanges(db, way, readings[1]);
    }),
  );
  changed('operations.changed');
  changed('invitations.changed');
  deps.settled();
}

function noteUnread({ db, now }: Pick<LookDeps, 'db' | 'now'>, doubts: readonly OperationInContext[]): void {
  const finding: Finding = { verdict: 'unread', at: now(), candidates: [] };
  for (const { operation } of doubts) writeFinding(db, operation.operationId, finding);
}
