import type { LaneDeps } from '../../deps';
import { transaction } from '../../../storage/transaction';
import { writeTurn } from '../../../storage/writeTurn';
import { isMemberChange, sha256Of, type AccountAccess, type JournalRequest } from '../../journal/append';
import { lastRequestId, nextRequest } from '../../journal/calls';
import { checkRoleChanges } from '../../journal/roleChangeCheck';
import { alreadyInvited } from './alreadyInvited';
import { hasClaims, hasTurn, leaveTurn, nextOf } from './laneTurn';
import { laneOf, type Lane, type LaneBaseline } from './lane';
import { send } from './laneCalls';
import { readMembersBack, takeUpMembers } from './memberCalls';
import { drop, skip, waitOrGiveUp } from './lanePauses';
import { damagedRequest, isPointless, nothingRevoked } from '../withdraw';

/**
 * How long the reading before an account's first call stays valid, in ms. With an older one, what others invited in the meantime
 * could be mistaken for ours.
 */
const baselineLastsMs = 5 * 60_000;

/**
 * Sends the queue of one account through one connection, call by call, until it is empty, the account itself has to wait, or only
 * a person can help: then the account is free for another connection. `sent` is called when nothing is left but to leave the turn,
 * which takes round trips to the team's store.
 */
export function createAccountLane(
  deps: LaneDeps,
  access: AccountAccess,
): { run(sent: () => void): Promise<void> } {
  const lane = laneOf(deps, access);
  return {
    async run(sent) {
      try {
        await run(lane);
      } finally {
        const left = leaveTurn(lane);
        sent();
        await left;
      }
    },
  };
}

async function run(lane: Lane): Promise<void> {
  const { deps, access, pace, ownPace } = lane;
  const { db, ending } = deps;
  while (nextRequest(db, access) !== undefined && !ownPace.isHeld()) {
    if (!(await pace.turnUnlessShut(ending))) return;
    if (!(await hasTurn(lane))) return;
    await writeTurn(db);
    // Read again: while it waited for its turn it may have been paused or stopped.
    const request = nextOf(lane);
    if (request === undefined) continue;
    await takeUp(lane, request);
  }
  if (lane.amazonKnowsMore && !ending.aborted) await readBack(lane);
  if (lane.wasMemberRefused && !ending.aborted) await readMembersBack(lane);
}

async function takeUp(lane: Lane, request: JournalRequest): Promise<void> {
  const { deps, access } = lane;
  const { db } = deps;
  if (isPointless(deps, request)) return drop(lane, request, nothingRevoked);
  if (sha256Of(request.body) !== request.sha256) return drop(lane, request, damagedRequest);
  if (isMemberChange(request)) return takeUpMembers(lane, request);
  if (lane.baseline === undefined || !serves(lane, lane.baseline, request)) return readBefore(lane, request);
  const invited = alreadyInvited(db, access, lane.baseline.reading, request);
  if (invited.size > 0) return skip(lane, request, invited);
  if (!(await hasClaims(lane, request))) return;
  await send(lane, request, lane.baseline);
}

/** The account's first call waits for this. The call itself takes another turn. */
async function readBefore(lane: Lane, request: JournalRequest): Promise<void> {
  const { deps, account, pace, ownPace } = lane;
  const { db } = deps;
  try {
    const before = { readAt: deps.monotonic(), lastWritten: lastRequestId(db) };
    lane.baseline = { ...before, reading: await deps.access.readPending(account) };
    lane.refused = false;
    pace.passed();
    ownPace.passed();
  } catch (thrown) {
    await waitOrGiveUp(lane, request, thrown);
  }
}

/** Reads the list once more: only it has the new expiry, which Amazon's answers leave out. */
async function readBack(lane: Lane): Promise<void> {
  const { deps, access, account } = lane;
  const { db, changed } = deps;
  try {
    const reading = await deps.access.readPending(account);
    transaction(db, () => {
      checkRoleChanges(db, access, reading);
    });
    changed('operations.changed');
  } catch {
    // What Amazon confirmed is already stored, and the next refresh brings the rest.
  }
}

/** A change to an invitation is judged by its state right before: a change recorded later may follow another one. */
const serves = ({ deps }: Lane, { readAt, lastWritten }: LaneBaseline, request: JournalRequest): boolean =>
  deps.monotonic() - readAt <= baselineLastsMs &&
  (request.operation === 'CreateUserInvitations' || request.requestId <= lastWritten);
