import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import type { Finding } from '../../../shared/domain/outbox/operation';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { Users } from '../../access/refresh/vanishedInvitations';
import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import { transaction } from '../../storage/transaction';
import type { AccountAccess } from '../journal/append';
import { doubtsOf, type OperationInContext } from '../journal/read';
import { writeFinding } from '../journal/write';
import type { LaneDeps } from '../deps';
import { limitPerConnection } from '../../amazonAds/pacing/limitPerConnection';
import { createLaterLooks } from './laterLooks';
import { obstacleOf } from '../sending/obstacle';
import { checkRoleChanges } from '../journal/roleChangeCheck';
import { settleDoubts } from './settle';

/** How many accounts of one connection are looked at at the same time. */
const parallelAccounts = 2;

/**
 * Finds out what became of operations in doubt: waits until a late commit is past, reads the account's whole pending
 * list twice, and settles what it proves. The rest stays in doubt, with what is known. Where the list could not be read it
 * is tried again, later and later.
 */
export interface Reconciler {
  /** Calls of this way ended in doubt just now, or are to be looked at again: a late commit is waited for. */
  look(way: AccountAccess): void;
  /** What is in doubt for longer is looked at right away. */
  lookNow(way: AccountAccess): void;
  /** Something happened that may open the way to Amazon: lists that could not be read are tried at once. */
  tryNow(): void;
  /** Resolves when no doubt is being looked at. A list that is to be tried again later is not waited for. */
  idle(): Promise<void>;
}

export interface ReconcilerDeps extends LaneDeps {
  /** How long after a call ended without an answer Amazon may still carry it out, in ms. */
  readonly lateCommitMs: number;
  /** Called after operations were settled or are to be sent again. */
  readonly settled: () => void;
}

interface Look {
  /** The latest time something of this way came into doubt, by the clock that never jumps. */
  since: number;
  readonly end: Promise<void>;
}

export function createReconciler(deps: Omit<ReconcilerDeps, 'doubted'>): Reconciler {
  const { db, now, monotonic, changed, paces, room, ending, lateCommitMs } = deps;
  const looks = new Map<string, Look>();
  const limitOf = limitPerConnection(parallelAccounts);
  const later = createLaterLooks(deps, lookNow);

  /** @param over is called in the same breath as the last check for newer doubts, so that none falls between */
  async function lookUntilQuiet(way: AccountAccess, since: () => number, over: () => void): Promise<void> {
    try {
      let lookedFrom: number;
      do {
        if (!(await lateCommitIsPast(since))) return;
        const from = since();
        lookedFrom = from;
        await limitOf(way.connectionId)(async () => {
          // While it waited for its turn something may have come into doubt, which must not be judged yet.
          if (since() === from) await lookOnce(way);
        });
      } while (since() > lookedFrom && !ending.aborted);
    } finally {
      over();
    }
  }

  /** Newer doubts make it wait anew. @returns false when the program ends */
  async function lateCommitIsPast(since: () => number): Promise<boolean> {
    for (;;) {
      const leftMs = since() + lateCommitMs - monotonic();
      if (ending.aborted) return false;
      if (leftMs <= 0) return true;
      await pause(leftMs, ending);
    }
  }

  async function lookOnce(way: AccountAccess): Promise<void> {
    const asked = new Set(doubtsOf(db, way).map(({ operation }) => operation.operationId));
    if (asked.size === 0) {
      later.forget(way);
      return;
    }
    const readings = await readTwice(way);
    if (readings === 'ended') return;
    const also =
      readings === 'unread'
        ? { told: new Map<string, InvitationState>(), users: null }
        : { told: await askAboutRevoked(way, readings[1]), users: await usersFor(way, readings) };
    if (readings === 'unread' || also.users === 'later') later.plan(way);
    else later.forget(way);
    await room.write(() =>
      transaction(db, () => {
        // Without what a person settled meanwhile, and without what came into doubt after the list was read.
        const doubts = doubtsOf(db, way).filter(({ operation }) => asked.has(operation.operationId));
        if (readings === 'unread') {
          noteUnread(doubts);
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

  /** An invitation that left the list may have been accepted instead of revoked: Amazon is asked for it alone. */
  async function askAboutRevoked(
    way: AccountAccess,
    { entries }: PendingSnapshot,
  ): Promise<Map<string, InvitationState>> {
    const listed = new Set(entries.map(({ invitationId }) => invitationId));
    const told = new Map<string, InvitationState>();
    for (const { operation } of doubtsOf(db, way)) {
      const { kind, invitationId } = operation;
      if (kind !== 'revoke' || invitationId === null || listed.has(invitationId)) continue;
      const { connectionId, accountId } = way;
      const state = await deps.access.amazonsState({ connectionId, accountId, invitationId });
      if (state !== null) told.set(invitationId, state);
    }
    return told;
  }

  /** Who is not listed may have joined. Null where all whom it may concern are listed. */
  async function usersFor(
    way: AccountAccess,
    readings: readonly [PendingSnapshot, PendingSnapshot],
  ): Promise<Users> {
    const [first, second] = readings.map(
      ({ entries }) =>
        new Set(
          entries.flatMap(({ emailAddress }) =>
            isWholeAddress(emailAddress) ? [mailboxKey(emailAddress)] : [],
          ),
        ),
    );
    const isListed = (key: string): boolean => first?.has(key) === true && second?.has(key) === true;
    const concerns = doubtsOf(db, way).some(
      ({ operation: { kind, emailAddress } }) => kind === 'create' && !isListed(mailboxKey(emailAddress)),
    );
    return concerns ? deps.access.usersNow(way) : null;
  }

  function noteUnread(doubts: readonly OperationInContext[]): void {
    const finding: Finding = { verdict: 'unread', at: now(), candidates: [] };
    for (const { operation } of doubts) writeFinding(db, operation.operationId, finding);
  }

  async function readTwice(
    way: AccountAccess,
  ): Promise<readonly [PendingSnapshot, PendingSnapshot] | 'unread' | 'ended'> {
    const first = await read(way);
    if (typeof first === 'string') return first;
    const second = await read(way);
    return typeof second === 'string' ? second : [first, second];
  }

  /** Waits out whatever keeps the whole connection; a list that cannot be read for another reason is `unread`. */
  async function read({
    connectionId,
    accountId,
  }: AccountAccess): Promise<PendingSnapshot | 'unread' | 'ended'> {
    const pace = paces.of(connectionId);
    while (await pace.turn(ending)) {
      try {
        const reading = await deps.access.readPending({ connectionId, accountId });
        pace.passed();
        return reading;
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

  function begin(way: AccountAccess, key: string, since: number): void {
    const look: Look = {
      since,
      // Begins after `look` is there to be asked. Whatever fails leaves the operations in doubt, for the next start.
      end: Promise.resolve()
        .then(() =>
          lookUntilQuiet(
            way,
            () => look.since,
            () => looks.delete(key),
          ),
        )
        .catch(() => undefined),
    };
    looks.set(key, look);
  }

  function lookNow(way: AccountAccess): void {
    const key = keyOf(way);
    if (!looks.has(key)) begin(way, key, -Infinity);
  }

  return {
    look(way) {
      const key = keyOf(way);
      const running = looks.get(key);
      if (running === undefined) begin(way, key, monotonic());
      else running.since = monotonic();
    },
    lookNow,
    tryNow: later.tryNow,
    async idle() {
      while (looks.size > 0) await Promise.all([...looks.values()].map(({ end }) => end));
    },
  };
}

const keyOf = ({ connectionId, realm, accountId }: AccountAccess): string =>
  JSON.stringify([connectionId, realm, accountId]);

/** Resolves after so many ms, or when it is all over. */
function pause(ms: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      ending.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    ending.addEventListener('abort', end);
  });
}
