import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ErrorBody } from '../../../shared/errors';
import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import { writeTurn } from '../../storage/writeTurn';
import { transaction } from '../../storage/transaction';
import type { AdsInvitation } from '../../amazonAds/answers';
import { alreadyInvited, skipInvited } from './alreadyInvited';
import { doubt, settleAll } from './interpretAnswer';
import { applyOutcome } from './applyOutcome';
import { writeBaseline } from '../journal/baselines';
import { callAmazon, type Exchange } from './callAmazon';
import { sha256Of, type JournalRequest, type AccountAccess } from '../journal/append';
import { lastRequestId, nextRequest } from '../journal/read';
import { endRequest, isStopped, markSending, putBack, type Settlement } from '../journal/write';
import type { NotTaken } from '../../amazonAds/notTaken';
import { noWayLeft, obstacleOf, refusedForGood } from './obstacle';
import type { LaneDeps } from '../deps';
import { checkRoleChanges } from '../journal/roleChangeCheck';
import { damagedRequest, inChangeOfRole, isPointless, nothingRevoked, stopped, withdraw } from './withdraw';

/**
 * For how long the reading before an account's first call serves, in ms. With an older one, what others invited meanwhile
 * could be taken for ours.
 */
const baselineLastsMs = 5 * 60_000;

/** The account's pending list before the calls that it serves. */
interface LaneBaseline {
  readonly reading: PendingSnapshot;
  /** By the clock that never jumps. */
  readonly readAt: number;
  /** The last call that was written down when it was read. */
  readonly lastWritten: number;
  /** In the journal, once a call was sent after it. */
  id?: number;
}

/**
 * Sends what waits for one account through one connection, call by call, until there is no more, the account itself has
 * to wait, or only a person can open the way again: then the account is free for another connection.
 */
export function createAccountLane(deps: LaneDeps, way: AccountAccess): { run(): Promise<void> } {
  const { db, now, changed, paces, room, ending } = deps;
  const account = { connectionId: way.connectionId, accountId: way.accountId };
  const pace = paces.of(way.connectionId);
  const ownPace = deps.paceOfAccount(way);
  let refused = false;
  let baseline: LaneBaseline | undefined;
  let tokenRefused = false;
  let amazonKnowsMore = false;

  async function run(): Promise<void> {
    while (nextRequest(db, way) !== undefined && !ownPace.isHeld()) {
      if (!(await pace.turnUnlessShut(ending))) return;
      await writeTurn(db);
      // Asked anew: while it waited for its turn it may have been paused or stopped.
      const request = nextRequest(db, way);
      if (request === undefined) break;
      await takeUp(request);
    }
    if (amazonKnowsMore && !ending.aborted) await readBack();
  }

  async function takeUp(request: JournalRequest): Promise<void> {
    if (isPointless(deps, request)) return drop(request, nothingRevoked);
    if (sha256Of(request.body) !== request.sha256) return drop(request, damagedRequest);
    if (baseline === undefined || !serves(baseline, request)) return readBefore(request);
    const invited = alreadyInvited(db, way, baseline.reading, request);
    if (invited.size > 0) return skip(request, invited);
    await send(request, baseline);
  }

  /** A change of an invitation is judged by how that was right before: a change written down later may follow another one. */
  const serves = ({ readAt, lastWritten }: LaneBaseline, request: JournalRequest): boolean =>
    deps.monotonic() - readAt <= baselineLastsMs &&
    (request.operation === 'CreateUserInvitations' || request.requestId <= lastWritten);

  /** The account's first call waits for this. The call itself takes another turn. */
  async function readBefore(request: JournalRequest): Promise<void> {
    try {
      const before = { readAt: deps.monotonic(), lastWritten: lastRequestId(db) };
      baseline = { ...before, reading: await deps.access.readPending(account) };
      refused = false;
      pace.passed();
      ownPace.passed();
    } catch (thrown) {
      await waitOrGiveUp(request, thrown);
    }
  }

  async function waitOrGiveUp(request: JournalRequest, thrown: unknown): Promise<void> {
    const obstacle = obstacleOf(thrown);
    if (obstacle.of === 'connection') {
      pace.holdBack(obstacle.why);
      return;
    }
    // Amazon, or nobody, was asked: whatever is wrong is not the connection's.
    pace.passed();
    if (obstacle.of === 'account') {
      ownPace.holdBack(obstacle.why);
      return;
    }
    if (obstacle.of === 'unknown') return drop(request, noWayLeft(obstacle.error));
    if (refused) return dropAll(refusedForGood(obstacle.error));
    refused = true;
    ownPace.holdBack({ ...obstacle.error, reason: 'unreachable', retryAfterMs: undefined });
    await ownPace.turn(ending);
  }

  async function skip(request: JournalRequest, invited: ReadonlyMap<number, AdsInvitation>): Promise<void> {
    await room.write(() => {
      transaction(db, () => {
        skipInvited(deps, request, invited, now());
      });
    });
    changed('operations.changed');
  }

  /** Undefined where no answer told it yet. */
  async function amazonsTime(): Promise<number | undefined> {
    try {
      return (await deps.clientOf(way.connectionId)).amazonsTime();
    } catch {
      // Whatever it is, the call itself meets it too.
      return undefined;
    }
  }

  async function send(request: JournalRequest, before: LaneBaseline): Promise<void> {
    const earliest = await amazonsTime();
    before.id = await room.write(() =>
      transaction(db, () => {
        const id = before.id ?? writeBaseline(db, way, before.reading);
        markSending(db, request.requestId, { baselineId: id, amazonsTime: earliest }, now());
        return id;
      }),
    );
    changed('operations.changed');
    const sent = withStatus(request, 'sending');
    const result = await callAmazon(deps, sent);
    if ('notTaken' in result) return waitAfter(sent, result.notTaken);
    tokenRefused = false;
    pace.passed();
    await takeIn(sent, result);
  }

  async function waitAfter(request: JournalRequest, why: NotTaken): Promise<void> {
    await room.write(() => {
      transaction(db, () => {
        putBack(db, request.requestId);
        if (isStopped(db, request.runId)) withdraw(deps, withStatus(request, 'queued'), stopped, now());
      });
    });
    changed('operations.changed');
    // The client renews a refused token with the next call; refused twice, only signing in helps.
    if (why.code === 'UNAUTHORIZED' && !tokenRefused) tokenRefused = true;
    else pace.holdBack(why);
  }

  async function takeIn(
    request: JournalRequest,
    result: Extract<Exchange, { ending: unknown }>,
  ): Promise<void> {
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
      // The answer could not be written as a whole, so nothing of it was. In doubt is what it is then.
      settlements = settleAll(request.operations, 'inDoubt', doubt('INTERNAL'));
      write(settlements);
    }
    changed('operations.changed');
    changed('invitations.changed');
    changed('accounts.changed');
    if (settlements.some(({ status }) => status === 'inDoubt')) deps.doubted(way);
    amazonKnowsMore ||= settlements.some(
      ({ status, operation }) => status === 'done' && operation.kind !== 'revoke',
    );
  }

  async function drop(request: JournalRequest, error: ErrorBody): Promise<void> {
    await room.write(() => {
      transaction(db, () => {
        withdraw(deps, request, error, now());
      });
    });
    changed('operations.changed');
  }

  /** What waits on this way, and more than one call of it. */
  async function dropAll(error: ErrorBody): Promise<void> {
    for (let next = nextRequest(db, way); next !== undefined; next = nextRequest(db, way)) {
      await drop(next, error);
      await nextTurn();
    }
    ownPace.passed();
  }

  /** Brings the picture up to date, for Amazon knows more than its answers told: the new end of the two weeks. */
  async function readBack(): Promise<void> {
    try {
      const reading = await deps.access.readPending(account);
      transaction(db, () => {
        checkRoleChanges(db, way, reading);
      });
      changed('operations.changed');
    } catch {
      // What Amazon confirmed is stored already, and the next refresh brings the rest.
    }
  }

  return { run };
}

const withStatus = (request: JournalRequest, status: 'queued' | 'sending'): JournalRequest => ({
  ...request,
  operations: request.operations.map((operation) => ({ ...operation, status })),
});
