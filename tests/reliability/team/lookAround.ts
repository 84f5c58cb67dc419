import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import type { Operation } from '../../../shared/domain/outbox/operation';
import type { Database } from '../../../main/storage/database';
import { unreportedClaims } from '../../../main/team/sending/localClaims';
import type { AgreeingOutbox } from '../../support/benches/agreeing';
import type { LeftToDo } from '../messages';
import { decideWhatWaits, mayBeTriedAgain } from '../person';

/** After how long a person asks again whether a colleague is done with somebody, in ms. */
const triesAgainMs = 500;

/** Of this many people whom a colleague invited, one is invited again deliberately. */
const repeatsOneOf = 6;

/**
 * What a careful person of a team does with open cases. People whom a colleague invited stay as they are, but for a few whom the
 * person invites again explicitly.
 * @param link how the desktop stands with the store
 */
export function createLookAround(
  db: Database,
  outbox: AgreeingOutbox,
  link: () => string,
): () => Promise<LeftToDo> {
  let triedAt = -Infinity;

  return async () => {
    const triesAgain = performance.now() - triedAt >= triesAgainMs;
    if (triesAgain) triedAt = performance.now();
    const isRetried = (each: Operation): boolean =>
      mayBeTriedAgain(each) && (isBlocked(each) ? triesAgain : !isColleagues(each) || isRepeated(each));
    await decideWhatWaits(outbox, runsToLookAt(db), [], isRetried);
    for (const operationId of madeByOthers(db)) outbox.resolve(operationId, { as: 'notDone' });
    const waits = outbox.status().waits.map(({ message, until }) => `${message} until ${String(until)}`);
    return { ...leftIn(db), link: link(), waits };
  };
}

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
