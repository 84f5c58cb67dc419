import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { standingDecisions, type ColleagueDecision, type Decision } from '../ledger/identityRules';

interface Row extends Decision {
  readonly userId: string;
  readonly installationId: string;
  readonly who: string;
  readonly isOwn: 0 | 1;
  readonly at: number;
}

/**
 * A decision may be in several accounts, and its ID elsewhere in another computer's fact, which is a decision of its own. In the
 * order in which each computer made them: IDs of one millisecond are in order, too.
 */
const decisions = `
  SELECT user_id AS userId, what AS kind, person AS address, installation_id AS installationId, author_name AS who,
    author IS (SELECT login FROM teams) AS isOwn, min(at) AS at
  FROM team_facts WHERE kind = 'confirmation' AND realm = ? AND user_id IN (SELECT value FROM json_each(?)) AND person IS NOT NULL
  GROUP BY fact_id, installation_id ORDER BY min(at), fact_id`;

/**
 * What colleagues decided about user IDs of a realm and didn't undo, in the order in which they did. Own decisions aren't among
 * them.
 */
export function colleagueDecisions(
  db: Database,
  realm: string,
  userIds: readonly string[],
): ReadonlyMap<string, readonly ColleagueDecision[]> {
  const rows = db.prepare(decisions).all(realm, JSON.stringify(userIds)) as unknown as Row[];
  const standing = [...groupBy(rows, ({ userId }) => userId)].map(
    ([userId, ofUser]) =>
      [
        userId,
        [...groupBy(ofUser, ({ installationId }) => installationId).values()]
          .flatMap((ofComputer) => standingDecisions(ofComputer))
          .map(({ kind, address, who, isOwn, at }): ColleagueDecision => ({
            ...{ kind: kind === 'same' ? 'same' : 'notSame', address, who, at },
            isOwn: isOwn === 1,
          }))
          .toSorted((one, other) => one.at - other.at),
      ] as const,
  );
  return new Map(standing);
}
