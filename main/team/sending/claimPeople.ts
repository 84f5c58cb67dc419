import type { ErrorBody } from '../../../shared/errors';
import type { JournalOperation, JournalRequest } from '../../outbox/journal/append';
import type { SharedAccount } from '../../outbox/sending/turns/accountTurns';
import { newRecordId } from '../../storage/recordId';
import { reportOutcomes } from '../link/reportOutcomes';
import type { ReadyLink } from '../link/teamLink';
import { reasonOf, type ClaimObstacle } from './claimObstacles';
import { claimKeyOf, generationFor, needsClaim, revokedBefore, type ClaimKey } from './localClaims';
import { lose, type OwnTurn } from './ownTurn';
import { claimSql, obstaclesSql } from './storeSql';
import { othersTurn } from './teamWaits';

/** How often people are claimed again because what kept them from it was gone when it was looked at. */
const maxTries = 3;

interface Wanted extends ClaimKey {
  readonly operation: JournalOperation;
  readonly claimId: string;
  readonly generation: number;
  /** See `revokedBefore`. */
  readonly revoked: string | null;
}

interface ClaimAnswer {
  readonly held: boolean;
  readonly made: readonly { readonly id: string; readonly generation: number }[];
}

/** Claims the people of a call in this start's turn; see `SharedAccount.claim`. @throws CodedError as the store does */
export async function claimPeople(
  own: OwnTurn,
  ready: ReadyLink,
  request: JournalRequest,
): ReturnType<SharedAccount['claim']> {
  await own.freeing;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const wanted = wantedOf(own, request);
    if (wanted.length === 0) return 'claimed';
    if (!(await claim(own, ready, wanted))) {
      lose(own);
      return 'turnLost';
    }
    const missing = wanted.filter(({ operation }) => !own.made.has(operation.operationId));
    if (missing.length === 0) return 'claimed';
    const refused = await reasonsFor(own, ready, missing);
    if (refused.size > 0) return { refused };
  }
  return othersTurn(undefined, own.askAgainMs);
}

/** Whom of a call the store hasn't confirmed yet. */
function wantedOf({ db, now, account, claimIds, made }: OwnTurn, request: JournalRequest): Wanted[] {
  return request.operations
    .filter((operation) => needsClaim(operation) && !made.has(operation.operationId))
    .map((operation) => {
      const claimId = claimIds.get(operation.operationId) ?? newRecordId(now());
      claimIds.set(operation.operationId, claimId);
      return {
        operation,
        claimId,
        ...claimKeyOf(operation),
        generation: generationFor(db, account, operation),
        revoked: revokedBefore(db, operation),
      };
    });
}

/** @returns whether the turn holds; then `made` has what could be claimed */
async function claim(
  { account, turn, progress, made, monotonic, turnMs, keeper }: OwnTurn,
  { store, startId, installationId }: ReadyLink,
  wanted: readonly Wanted[],
): Promise<boolean> {
  if (turn?.startId !== startId) return false;
  const requestedAt = monotonic();
  const [answer] = await store.query<ClaimAnswer>(claimSql, [
    ...[startId, account.realm, account.accountId, turn.fence, installationId],
    wanted.map(({ claimId }) => claimId),
    wanted.map(({ operation }) => operation.kind),
    ...keysOf(wanted),
    wanted.map(({ operation }) => operation.role),
    ...[progress.sent, progress.total, turnMs],
    wanted.map(({ revoked }) => revoked),
  ]);
  if (answer?.held !== true) return false;
  turn.renewedAt = requestedAt;
  keeper.start();
  const generations = new Map(answer.made.map(({ id, generation }) => [id, generation]));
  for (const { claimId, operation } of wanted) {
    const generation = generations.get(claimId);
    if (generation !== undefined) made.set(operation.operationId, { claimId, generation });
  }
  return true;
}

/**
 * Why people can't be claimed, by operation. Claims that an earlier try made, whose answer was lost, are this start's; and what it
 * hasn't reported yet is reported.
 */
async function reasonsFor(
  { db, account, made }: OwnTurn,
  { store, startId }: ReadyLink,
  missing: readonly Wanted[],
): Promise<Map<number, ErrorBody>> {
  const obstacles = await store.query<ClaimObstacle>(obstaclesSql, [
    ...[account.realm, account.accountId],
    missing.map(({ claimId }) => claimId),
    ...keysOf(missing),
  ]);
  const refused = new Map<number, ErrorBody>();
  let isOwnUnreported = false;
  for (const { claimId, operation } of missing) {
    const obstacle = obstacles.find(({ requestedId }) => requestedId === claimId);
    if (obstacle === undefined) continue;
    const { generation } = obstacle;
    if (obstacle.claimId === claimId) made.set(operation.operationId, { claimId, generation });
    else if (obstacle.startId === startId && obstacle.state !== 'done') isOwnUnreported = true;
    else refused.set(operation.operationId, reasonOf(obstacle));
  }
  if (isOwnUnreported) await reportOutcomes(db, store);
  return refused;
}

/** The columns of keys and generations, as the statements take them. */
const keysOf = (wanted: readonly Wanted[]): unknown[] => [
  wanted.map(({ keyKind }) => keyKind),
  wanted.map(({ who }) => who),
  wanted.map(({ generation }) => generation),
];
