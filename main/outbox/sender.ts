import pLimit from 'p-limit';
import type { AccountRef } from '../../shared/domain/account';
import { toErrorBody } from '../../shared/errors';
import { AdsError } from '../amazonAds/adsError';
import type { AdsClient } from '../amazonAds/client';
import { sendCreate, sendUpdate } from '../amazonAds/invitationChanges';
import { transaction } from '../storage/transaction';
import { doubt, settleAll, settleCreate, settleUpdate } from './answer';
import { actorNow } from './actor';
import { applyEnding, type Ending } from './apply';
import { markSending, type AccountKey, type JournalRequest } from './journal';
import type { OutboxDeps } from './outbox';
import { createRoomToWrite, type RoomToWrite } from './roomToWrite';

/** How many accounts are sent to at the same time. Amazon's limits are not published (amazon-contract §5). */
const parallelAccounts = 4;

/** Sends journaled calls in the background: those of one account one after another, accounts side by side. */
export interface Sender {
  enqueue(requestId: number, account: AccountKey): void;
  /** Resolves when nothing is being sent or waits to be. */
  idle(): Promise<void>;
  /** The disk being full, and what waits for it. */
  readonly room: Pick<RoomToWrite, 'waiting' | 'giveUp'>;
}

export function createSender(deps: OutboxDeps): Sender {
  const limit = pLimit(parallelAccounts);
  const room = createRoomToWrite(() => deps.changed('app.changed'));
  /** For each account with work, its last call. It tells through which connection the account needs a refresh. */
  const lanes = new Map<string, Promise<AccountRef | undefined>>();

  return {
    room,
    enqueue(requestId, { realm, accountId }) {
      const key = JSON.stringify([realm, accountId]);
      const before = lanes.get(key) ?? Promise.resolve(undefined);
      const lane = before.then(
        async (earlier) => (await limit(() => sendCall(deps, room, requestId))) ?? earlier,
      );
      lanes.set(key, lane);
      void lane.then((stale) => {
        if (lanes.get(key) !== lane) return;
        lanes.delete(key);
        // Only tidies up: what Amazon confirmed is stored already, and the next refresh brings the rest.
        if (stale !== undefined) deps.access.refreshInvitations([stale]).catch(() => undefined);
      });
    },
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes.values());
    },
  };
}

/**
 * Sends one call and writes how it ended; never rejects.
 * @returns the account when Amazon now knows more about it than its answer told
 */
async function sendCall(
  deps: OutboxDeps,
  room: RoomToWrite,
  requestId: number,
): Promise<AccountRef | undefined> {
  const { db, now, changed } = deps;
  try {
    const request = await room.write(() => transaction(db, () => markSending(db, requestId, now())));
    if (request === undefined) return undefined;
    changed('operations.changed');

    const actor = actorNow(deps, request.connectionId);
    const ending = await exchange(deps, request);
    try {
      await room.write(() => transaction(db, () => applyEnding(deps, request, ending, actor, now())));
    } catch {
      // The answer could not be written as a whole, so nothing of it was. In doubt is what it is then.
      const settlements = settleAll(request.operations, 'inDoubt', doubt('INTERNAL'));
      transaction(db, () => applyEnding(deps, request, { ...ending, settlements }, actor, now()));
    }
    changed('operations.changed');
    changed('invitations.changed');
    changed('accounts.changed');
    const confirmed = ending.settlements.some(
      ({ status, operation }) => status === 'done' && operation.kind !== 'revoke',
    );
    return confirmed ? { connectionId: request.connectionId, accountId: request.accountId } : undefined;
  } catch {
    // The database takes nothing any more. The operations stay `queued` or `sending`, and `recover` settles
    // them at the next start: never sent, or in doubt.
    return undefined;
  }
}

/** Makes the call. Whatever happens becomes an ending. */
async function exchange({ clientOf }: OutboxDeps, request: JournalRequest): Promise<Ending> {
  const { operations, connectionId } = request;
  let client: AdsClient;
  try {
    client = await clientOf(connectionId);
  } catch (thrown) {
    return {
      settlements: settleAll(operations, 'failed', toErrorBody(thrown)),
      created: [],
      httpStatus: undefined,
      amazonRequestId: undefined,
    };
  }
  try {
    return await answered(client, request);
  } catch (thrown) {
    const error = toErrorBody(thrown);
    const certain = thrown instanceof AdsError && thrown.outcome !== 'unknown';
    return {
      settlements: certain
        ? settleAll(operations, 'failed', error)
        : settleAll(operations, 'inDoubt', doubt(error.code, error)),
      created: [],
      httpStatus: thrown instanceof AdsError ? thrown.httpStatus : undefined,
      amazonRequestId: error.requestId,
    };
  }
}

async function answered(client: AdsClient, request: JournalRequest): Promise<Ending> {
  const { operation, accountId, body, operations } = request;
  switch (operation) {
    case 'CreateUserInvitations': {
      const answer = await sendCreate(client, accountId, body);
      return {
        settlements: settleCreate(operations, answer),
        created: answer.successes,
        httpStatus: answer.httpStatus,
        amazonRequestId: answer.requestId,
      };
    }
    case 'UpdateUserInvitations': {
      const answer = await sendUpdate(client, accountId, body);
      return {
        settlements: settleUpdate(operations, answer),
        created: [],
        httpStatus: answer.httpStatus,
        amazonRequestId: answer.requestId,
      };
    }
  }
}
