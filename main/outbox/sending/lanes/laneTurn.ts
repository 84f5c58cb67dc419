import { isOpenSql } from '../../../../shared/domain/outbox/openStatuses';
import { transaction } from '../../../storage/transaction';
import type { JournalRequest } from '../../journal/append';
import { isStillNext, nextRequest, nextSolo } from '../../journal/calls';
import { isStopped, putBack } from '../../journal/write';
import { leaveOut } from '../leaveOut';
import type { NoTurn, SharedAccount, TurnProgress } from '../turns/accountTurns';
import { stopped, withdraw } from '../withdraw';
import { withStatus, type Lane } from './lane';

// What a lane asks before it sends in an account that is shared with colleagues. Elsewhere each of these says yes at once.

/**
 * Takes or keeps the account's turn. Where nobody can be asked, what a person let be sent without the team goes.
 * @returns false if the account waits
 */
export async function hasTurn(lane: Lane): Promise<boolean> {
  lane.isSolo = false;
  const shared = lane.deps.turns.of(lane.access);
  if (shared === null) {
    await leaveTurn(lane);
    return true;
  }
  lane.shared = shared;
  const answer = await shared.takeTurn(progressOf(lane));
  if ('why' in answer) {
    lane.isSolo = answer.isAway && nextSolo(lane.deps.db, lane.access) !== undefined;
    return lane.isSolo || waits(lane, answer);
  }
  if (answer.isNew) readAgain(lane);
  return true;
}

/** The next call that may be sent there now. */
export const nextOf = ({ deps: { db }, access, isSolo }: Lane): JournalRequest | undefined =>
  isSolo ? nextSolo(db, access) : nextRequest(db, access);

/**
 * Claims the people of a call. A person claimed elsewhere is left out with the reason, and the others move to a call of their own.
 * @returns false if the call can't be sent now, as it is
 */
export async function hasClaims(lane: Lane, request: JournalRequest): Promise<boolean> {
  const { db, now, changed, room } = lane.deps;
  const shared = sharedIn(lane);
  if (shared === null || lane.isSolo) return true;
  const answer = await shared.claim(request);
  if (answer === 'claimed') return true;
  if (answer === 'turnLost') return again(lane);
  if ('why' in answer) return waits(lane, answer);
  await room.write(() => {
    transaction(db, () => {
      if (isStillNext(db, request)) leaveOut(lane.deps, request, answer.refused, now());
    });
  });
  changed('operations.changed');
  return false;
}

/** Records the claims of a call. Call it in the transaction that marks the call as being sent. */
export function writeClaimsOf(lane: Lane, request: JournalRequest): void {
  const shared = sharedIn(lane);
  if (lane.isSolo) shared?.writeSolo(request);
  else shared?.writeSending(request);
}

/** The claims of a call that certainly wasn't taken are free. Call it in the transaction that puts it back. */
export const giveClaimsBack = (lane: Lane, request: JournalRequest): void =>
  sharedIn(lane)?.writeGivenBack(request);

/** The last step before a marked call. @returns false if it must not be sent; then it waits again, unchanged */
export async function isConfirmed(lane: Lane, request: JournalRequest): Promise<boolean> {
  const { db, now, changed, room } = lane.deps;
  const shared = sharedIn(lane);
  if (shared === null || lane.isSolo) return true;
  const answer = await shared.confirmSending(request);
  if (answer === 'confirmed') {
    // If the program ends before this is on disk, the call was certainly not made.
    await room.write(() => {
      transaction(db, () => {
        shared.writeConfirmed(request);
      });
    });
    return true;
  }
  await room.write(() => {
    transaction(db, () => {
      giveClaimsBack(lane, request);
      putBack(db, request.requestId);
      if (isStopped(db, request.runId)) withdraw(lane.deps, withStatus(request, 'queued'), stopped, now());
    });
  });
  changed('operations.changed');
  return answer === 'turnLost' ? again(lane) : waits(lane, answer);
}

/** The lane ends: colleagues needn't wait for the turn to expire. */
export async function leaveTurn(lane: Lane): Promise<void> {
  const { shared } = lane;
  lane.shared = null;
  await shared?.leave();
}

/**
 * Whom to ask about the call that is being prepared: an account that stops being shared meanwhile still ends what began under
 * claims, or the store would free a claim under which a call was sent.
 */
const sharedIn = ({ deps, access, shared }: Lane): SharedAccount | null => deps.turns.of(access) ?? shared;

function waits({ ownPace }: Lane, { why }: NoTurn): false {
  ownPace.holdBack(why);
  return false;
}

function again(lane: Lane): false {
  readAgain(lane);
  return false;
}

/** Colleagues may have changed the account before this turn. */
function readAgain(lane: Lane): void {
  lane.baseline = undefined;
  lane.areMembersOutdated = true;
}

function progressOf(lane: Lane): TurnProgress {
  const { realm, accountId } = lane.access;
  const { open } = lane.deps.db
    .prepare(`SELECT count(*) AS open FROM operations WHERE realm = ? AND account_id = ? AND ${isOpenSql}`)
    .get(realm, accountId) as { readonly open: number };
  lane.maxOpen = Math.max(lane.maxOpen, open);
  return { sent: lane.maxOpen - open, total: lane.maxOpen };
}
