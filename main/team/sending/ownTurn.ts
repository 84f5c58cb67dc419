import { toErrorBody } from '../../../shared/errors';
import type { AccountKey, JournalOperation, JournalRequest } from '../../outbox/journal/append';
import type { NoTurn, TurnProgress } from '../../outbox/sending/turns/accountTurns';
import type { Database } from '../../storage/database';
import type { ReadyLink } from '../link/teamLink';
import type { OwnClaim } from './localClaims';
import { keepTurnSql } from './storeSql';
import { storeAway } from './teamWaits';
import { createTurnKeeper, type TurnKeeper } from './turnKeeper';

export interface SharedAccountDeps {
  readonly db: Database;
  readonly now: () => number;
  readonly monotonic: () => number;
  /** The store, or why nothing may be sent with it. */
  readonly link: () => ReadyLink | NoTurn;
  /** After how long a colleague's turn is asked about again, in ms. */
  readonly askAgainMs: number;
  /** How long a turn lasts unless it is renewed, in ms. */
  readonly turnMs: number;
}

/** A shared account, and what this start has there: its turn, and the claims made in it. */
export interface OwnTurn extends SharedAccountDeps {
  readonly account: AccountKey;
  /** Null: another desktop's, or nobody's. */
  turn: {
    readonly startId: string;
    readonly fence: string;
    /** When it began, by the store's clock, as the store writes it: what Amazon shows is read after that. */
    readonly since: string;
    renewedAt: number;
  } | null;
  /** For colleagues who wait. */
  progress: TurnProgress;
  /** The IDs of claims that were requested in this turn, by operation: requested again, they are the same. */
  readonly claimIds: Map<number, string>;
  /** The claims that the store confirmed in this turn, by operation. */
  readonly made: Map<number, OwnClaim>;
  readonly keeper: TurnKeeper;
  /** What earlier turns left is being settled, while the account's lists are read. Awaited before people are claimed. */
  freeing: Promise<unknown>;
}

export function noTurnYet(deps: SharedAccountDeps, account: AccountKey): OwnTurn {
  const own: OwnTurn = {
    ...deps,
    account,
    turn: null,
    progress: { sent: 0, total: 0 },
    claimIds: new Map(),
    made: new Map(),
    freeing: Promise.resolve(),
    keeper: createTurnKeeper(deps.turnMs, () => keep(own)),
  };
  return own;
}

/** Renews the turn while it lasts. Whether it did, the next step finds out. */
async function keep(own: OwnTurn): Promise<void> {
  const { turn, account, turnMs, monotonic } = own;
  if (turn === null) return;
  await withStore(own, async ({ store }) => {
    const requestedAt = monotonic();
    const values = [turn.startId, account.realm, account.accountId, turn.fence, turnMs];
    if ((await store.query(keepTurnSql, values)).length > 0) turn.renewedAt = requestedAt;
  });
}

/** Nothing of an earlier turn counts in the next one. */
export function lose(own: OwnTurn): void {
  own.keeper.stop();
  own.turn = null;
  own.claimIds.clear();
  own.made.clear();
}

/** Runs a step with the store; what goes wrong there makes the account wait. */
export async function withStore<T>(
  { link }: Pick<OwnTurn, 'link'>,
  step: (ready: ReadyLink) => Promise<T>,
): Promise<T | NoTurn> {
  const ready = link();
  if ('why' in ready) return ready;
  try {
    return await step(ready);
  } catch (thrown) {
    return storeAway(toErrorBody(thrown));
  }
}

/** The claims of a call, as far as the store confirmed them. */
export const claimsOf = (
  { made }: Pick<OwnTurn, 'made'>,
  { operations }: JournalRequest,
): (OwnClaim & { readonly operation: JournalOperation })[] =>
  operations.flatMap((operation) => {
    const claim = made.get(operation.operationId);
    return claim === undefined ? [] : [{ ...claim, operation }];
  });
