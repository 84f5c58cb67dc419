import type { ColleagueMemberEvent } from '../../../shared/domain/team/colleagueMemberEvent';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';

/** The latest ones are shown. */
const limit = 100;

/**
 * What colleagues' apps saw happen to a member and this one didn't, the latest first. Several apps see the same: what happened for
 * the third time is left out if any list here, or of a colleague counted already, showed it three times.
 */
export function colleaguesMemberEvents(
  db: Database,
  { realm, userId }: MemberPersonRef,
): ColleagueMemberEvent[] {
  const rows: unknown = db
    .prepare(
      `WITH seen AS (
         SELECT '' AS installation, at, account_id, event, scope, role, before, NULL AS name, NULL AS learnedAt
           FROM member_history WHERE realm = :realm AND user_id = :userId
         UNION ALL
         SELECT installation_id, at, account_id, what, body ->> 'scope', body ->> 'role', body ->> 'before', author_name, learned_at
           FROM team_facts WHERE realm = :realm AND user_id = :userId AND kind = 'memberEvent'
       ), counted AS (
         SELECT *, row_number() OVER (PARTITION BY installation, account_id, event, scope, role, before ORDER BY at) AS time FROM seen
       ), first AS (
         SELECT *, row_number() OVER (PARTITION BY account_id, event, scope, role, before, time ORDER BY installation <> '', at) AS place
         FROM counted
       )
       SELECT at, event, account_id AS accountId,
         coalesce((SELECT accounts.name FROM accounts WHERE accounts.realm = :realm AND accounts.account_id = first.account_id),
           account_id) AS accountName,
         scope, role, before, name, learnedAt
       FROM first WHERE place = 1 AND installation <> '' ORDER BY at DESC LIMIT :limit`,
    )
    .all({ realm, userId, limit });
  return rows as ColleagueMemberEvent[];
}
