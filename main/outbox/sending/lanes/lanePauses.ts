import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ErrorBody } from '../../../../shared/errors';
import type { AdsInvitation } from '../../../amazonAds/answers';
import { transaction } from '../../../storage/transaction';
import type { JournalRequest } from '../../journal/append';
import { isStillNext, nextRequest } from '../../journal/calls';
import { alreadyInvitedReasons } from './alreadyInvited';
import type { Lane } from './lane';
import { leaveOut } from '../leaveOut';
import { noAccessLeft, obstacleOf, refusedForGood } from './obstacle';
import { withdraw } from '../withdraw';

/** What couldn't be read holds back the connection or the account; refused twice, or for good, its calls are dropped. */
export async function waitOrGiveUp(lane: Lane, request: JournalRequest, thrown: unknown): Promise<void> {
  const { deps, pace, ownPace } = lane;
  const { ending } = deps;
  const obstacle = obstacleOf(thrown);
  if (obstacle.of === 'connection') {
    pace.holdBack(obstacle.why);
    return;
  }
  // Either Amazon answered or nobody was asked: the connection isn't the problem.
  pace.passed();
  if (obstacle.of === 'account') {
    ownPace.holdBack(obstacle.why);
    return;
  }
  if (obstacle.of === 'unknown') return drop(lane, request, noAccessLeft(obstacle.error));
  if (lane.refused) return dropAll(lane, refusedForGood(obstacle.error));
  lane.refused = true;
  ownPace.holdBack({ ...obstacle.error, reason: 'unreachable', retryAfterMs: undefined });
  await ownPace.turn(ending);
}

export async function skip(
  lane: Lane,
  request: JournalRequest,
  invited: ReadonlyMap<number, AdsInvitation>,
): Promise<void> {
  const { deps } = lane;
  const { db, now, changed, room } = deps;
  await room.write(() => {
    transaction(db, () => {
      if (!isStillNext(db, request)) return;
      leaveOut(deps, request, alreadyInvitedReasons(request, invited), now());
    });
  });
  changed('operations.changed');
}

export async function drop(lane: Lane, request: JournalRequest, error: ErrorBody): Promise<void> {
  const { deps } = lane;
  const { db, now, changed, room } = deps;
  await room.write(() => {
    transaction(db, () => {
      if (isStillNext(db, request)) withdraw(deps, request, error, now());
    });
  });
  changed('operations.changed');
}

/** Drops every call queued for this account through this connection. */
async function dropAll(lane: Lane, error: ErrorBody): Promise<void> {
  const { deps, access, ownPace } = lane;
  const { db } = deps;
  for (let next = nextRequest(db, access); next !== undefined; next = nextRequest(db, access)) {
    await drop(lane, next, error);
    await nextTurn();
  }
  ownPace.passed();
}
