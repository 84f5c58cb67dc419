import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import type { Operation } from '../../../shared/domain/outbox/operation';
import type { Database } from '../../../main/storage/database';
import { readTeamRules } from '../../../main/team/rules/teamRules';
import { unreportedClaims } from '../../../main/team/sending/localClaims';
import type { AgreeingOutbox } from '../../support/benches/agreeing';
import type { LeftToDo } from '../messages';
import type { TeamServices } from './teamServices';
import { decideWhatWaits, mayBeTriedAgain } from '../person';

/** After how long a person asks again whether a colleague is done with somebody, in ms. */
const triesAgainMs = 500;

/** Of this many people whom a colleague invited, one is invited again deliberately. */
const repeatsOneOf = 6;

/**
 * What a careful person of a team does with open cases. People whom a colleague invited stay as they are, but for a few whom the
 * person invites again explicitly. What an app that is gone left open is settled where Amazon's lists show how it ended; and where
 * the team's rules allow it, some of what waits for the store is sent without.
 */
export function createLookAround(
  db: Database,
  outbox: AgreeingOutbox,
  { link, adoption, solo }: Pick<TeamServices, 'link' | 'adoption' | 'solo'>,
): () => Promise<LeftToDo> {
  let triedAt = -Infinity;

  return async () => {
    const triesAgain = performance.now() - triedAt >= triesAgainMs;
    if (triesAgain) triedAt = performance.now();
    const isRetried = (each: Operation): boolean =>
      mayBeTriedAgain(each) && (isBlocked(each) ? triesAgain : !isColleagues(each) || isRepeated(each));
    if (triesAgain) await settleForColleagues(adoption, someBlockedIn(db));
    for (const runId of waitingRuns(db)) if (runId % soloOneOf === 0) sendSolo(solo, runId);
    await decideWhatWaits(outbox, runsToLookAt(db), [], isRetried);
    for (const operationId of madeByOthers(db)) outbox.resolve(operationId, { as: 'notDone' });
    if (readTeamRules(db).rule.soloSending === 'withReason') decideBetween(db, outbox);
    const waits = outbox.status().waits.map(({ message, until }) => `${message} until ${String(until)}`);
    return { ...leftIn(db), link: link.state().kind, waits };
  };
}

/** Of this many runs that wait for the store, one is sent without it. */
const soloOneOf = 2;

const waitingRuns = (db: Database): number[] =>
  (
    db
      .prepare(
        `SELECT DISTINCT run_id AS runId FROM operations WHERE status = 'queued' AND solo_reason IS NULL`,
      )
      .all() as { readonly runId: number }[]
  ).map(({ runId }) => runId);

/** The product refuses if the store came back meanwhile. */
function sendSolo(solo: TeamServices['solo'], runId: number): void {
  const offer = solo.offer(runId);
  if (offer === null || !offer.isAllowed || offer.count === 0) return;
  try {
    solo.send(runId, { ...offer, reason: 'The database has been away all morning.' });
  } catch {
    return;
  }
}

/** Sends nothing; what is still open by Amazon's lists, or can't be settled yet, is tried again. */
async function settleForColleagues(
  adoption: TeamServices['adoption'],
  blocked: readonly number[],
): Promise<void> {
  for (const operationId of blocked) {
    try {
      await adoption.settle(operationId, 'byList');
    } catch {
      return;
    }
  }
}

const someBlockedIn = (db: Database): number[] =>
  (
    db
      .prepare(
        `SELECT operation_id AS operationId FROM operations WHERE ${retryableSql} AND error ->> 'code' = 'CLAIMED_ELSEWHERE'
         ORDER BY random() LIMIT 5`,
      )
      .all() as { readonly operationId: number }[]
  ).map(({ operationId }) => operationId);

/**
 * Invitations in doubt for which Amazon's list shows only some that were made under other claims: a copy of a folder finds what the
 * original made since. A person sees in the team that these are others, and says that this one wasn't made; a retry is barred.
 */
const madeByOthers = (db: Database): number[] =>
  (
    db
      .prepare(
        `SELECT operation_id AS operationId FROM operations
         WHERE status = 'inDoubt' AND kind = 'create' AND finding ->> 'verdict' IN ('unclear', 'several')
           AND json_array_length(finding, '$.candidates') > 0
           AND NOT EXISTS (SELECT 1 FROM json_each(finding, '$.candidates') AS candidate
             WHERE candidate.value ->> 'invitationId' NOT IN (SELECT invitation_id FROM team_changes
               WHERE invitation_id IS NOT NULL
                 AND claim_id NOT IN (SELECT claim_id FROM team_claims WHERE operation_id = operations.operation_id)))`,
      )
      .all() as { readonly operationId: number }[]
  ).map(({ operationId }) => operationId);

/** How much later than it was sent an invitation may have been made, in ms. */
const madeWithinMs = 2500;

/**
 * Where several people invite without the store, Amazon's list shows more than one invitation that may be it. A person compares when
 * each was made with when this one was sent.
 */
function decideBetween(db: Database, outbox: Pick<AgreeingOutbox, 'resolve'>): void {
  const rows = db
    .prepare(
      `SELECT operation_id AS operationId, min(candidate.value ->> 'createdAt') AS createdAt,
         candidate.value ->> 'invitationId' AS invitationId
       FROM operations JOIN requests USING (request_id) LEFT JOIN json_each(finding, '$.candidates') AS candidate
         ON candidate.value ->> 'role' = role
           AND candidate.value ->> 'createdAt' BETWEEN requests.sent_at AND requests.sent_at + ?
       WHERE status = 'inDoubt' AND kind = 'create' AND finding ->> 'verdict' IN ('unclear', 'several')
       GROUP BY operation_id`,
    )
    .all(madeWithinMs) as { readonly operationId: number; readonly invitationId: string | null }[];
  for (const { operationId, invitationId } of rows) {
    outbox.resolve(operationId, invitationId === null ? { as: 'notDone' } : { as: 'done', invitationId });
  }
}

const isBlocked = ({ error }: Operation): boolean => error?.code === 'CLAIMED_ELSEWHERE';

const isColleagues = ({ error }: Operation): boolean => error?.code === 'ALREADY_INVITED';

const isRepeated = ({ operationId, attempt }: Operation): boolean =>
  attempt === 1 && operationId % repeatsOneOf === 0;

/** Whether an operation (SQL) failed, wasn't retried since, and may be. */
const retryableSql = `status = 'failed' AND error ->> 'retryable' = 1
  AND NOT EXISTS (SELECT 1 FROM operations AS newer WHERE newer.replaces = operations.operation_id)`;

const repeatedSql = `(error ->> 'code' <> 'ALREADY_INVITED' OR (attempt = 1 AND operation_id % ${String(repeatsOneOf)} = 0))`;

const runsToLookAt = (db: Database): number[] =>
  (
    db
      .prepare(
        `SELECT DISTINCT run_id AS runId FROM operations WHERE status = 'inDoubt' OR (${retryableSql} AND ${repeatedSql})`,
      )
      .all() as { readonly runId: number }[]
  ).map(({ runId }) => runId);

function leftIn(db: Database): Omit<LeftToDo, 'link' | 'waits'> {
  const counts = db
    .prepare(
      `SELECT count(*) FILTER (WHERE ${isOpenSql} OR error ->> 'code' <> 'CLAIMED_ELSEWHERE') AS open,
         count(*) FILTER (WHERE error ->> 'code' = 'CLAIMED_ELSEWHERE') AS blocked,
         count(*) FILTER (WHERE status = 'inDoubt') AS doubts
       FROM operations WHERE ${isOpenSql} OR (${retryableSql} AND ${repeatedSql})`,
    )
    .get() as Omit<LeftToDo, 'link' | 'waits'>;
  return { ...counts, open: counts.open + unreportedClaims(db).length };
}
