import type { NotTaken } from '../../../amazonAds/notTaken';
import { transaction } from '../../../storage/transaction';
import { writeTurn } from '../../../storage/writeTurn';
import { isMemberChange, type JournalRequest } from '../../journal/append';
import { writeBaseline } from '../../journal/baselines';
import { isStillNext } from '../../journal/calls';
import { endRequest, isStopped, markSending, putBack, type Settlement } from '../../journal/write';
import { applyOutcome } from '../applyOutcome';
import { callAmazon, type Exchange } from '../callAmazon';
import { doubt, settleAll } from '../interpretAnswer';
import { giveClaimsBack, isConfirmed, writeClaimsOf } from './laneTurn';
import { withStatus, type Lane, type LaneBaseline } from './lane';
import { inChangeOfRole, stopped, withdraw } from '../withdraw';

/** Sends a call of invitations and processes its outcome; what wasn't accepted waits. */
export async function send(lane: Lane, request: JournalRequest, before: LaneBaseline): Promise<void> {
  const { deps, access } = lane;
  const { db, now, room } = deps;
  const earliest = await amazonsTime(lane);
  const baselineId = await room.write(() =>
    transaction(db, () => {
      if (!isStillNext(db, request)) return null;
      const id = before.id ?? writeBaseline(db, access, before.reading);
      markSending(db, request.requestId, { baselineId: id, amazonsTime: earliest }, now());
      writeClaimsOf(lane, request);
      return id;
    }),
  );
  if (baselineId === null) return;
  before.id = baselineId;
  await sendMarked(lane, request);
}

/** Sends a call that is marked as being sent, if the colleagues who share the account still let it. */
export async function sendMarked(lane: Lane, request: JournalRequest): Promise<void> {
  const { deps, pace } = lane;
  deps.changed('operations.changed');
  const sent = withStatus(request, 'sending');
  if (!(await isConfirmed(lane, sent))) return;
  const result = await callAmazon(deps, sent);
  if ('notTaken' in result) return waitAfter(lane, sent, result.notTaken);
  lane.tokenRefused = false;
  pace.passed();
  await takeIn(lane, sent, result);
}

/** Amazon's own time in ms since 1970, from its answers; undefined before the first one. */
async function amazonsTime(lane: Lane): Promise<number | undefined> {
  const { deps, access } = lane;
  try {
    return (await deps.clientOf(access.connectionId)).amazonsTime();
  } catch {
    // Whatever it is, the call itself will meet it too.
    return undefined;
  }
}

async function waitAfter(lane: Lane, request: JournalRequest, why: NotTaken): Promise<void> {
  const { deps, pace } = lane;
  const { db, now, changed, room } = deps;
  await room.write(() => {
    transaction(db, () => {
      giveClaimsBack(lane, request);
      putBack(db, request.requestId);
      if (isStopped(db, request.runId)) withdraw(deps, withStatus(request, 'queued'), stopped, now());
    });
  });
  changed('operations.changed');
  // The client renews a refused token with the next call; if that one is refused too, only signing in helps.
  if (why.code === 'UNAUTHORIZED' && !lane.tokenRefused) lane.tokenRefused = true;
  else pace.holdBack(why);
}

async function takeIn(
  lane: Lane,
  request: JournalRequest,
  result: Extract<Exchange, { ending: unknown }>,
): Promise<void> {
  const { deps, access } = lane;
  const { db, now, changed, room } = deps;
  const write = (settled: readonly Settlement[]): void => {
    transaction(db, () => {
      applyOutcome(deps, request, { ...result.ending, settlements: settled }, now());
      endRequest(db, request.requestId, result.answer, now());
    });
  };
  await writeTurn(db);
  let settlements = result.ending.settlements.map(inChangeOfRole(deps));
  try {
    await room.write(() => {
      write(settlements);
    });
  } catch {
    // The answer couldn't be written as a whole, so none of it was. That leaves it in doubt.
    settlements = settleAll(request.operations, 'inDoubt', doubt('INTERNAL'));
    write(settlements);
  }
  changed('operations.changed');
  changed('invitations.changed');
  changed('accounts.changed');
  if (isMemberChange(request)) {
    changed('members.changed');
    lane.wasMemberRefused ||= settlements.some(({ status }) => status === 'failed');
    lane.areMembersOutdated ||= lane.wasMemberRefused;
  }
  if (settlements.some(({ status }) => status === 'inDoubt')) deps.doubted(access);
  lane.amazonKnowsMore ||= settlements.some(
    ({ status, operation }) =>
      status === 'done' && (operation.kind === 'create' || operation.kind === 'resend'),
  );
}
