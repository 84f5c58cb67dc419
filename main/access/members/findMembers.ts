import type { FoundMember } from '../../../shared/domain/person/knownPerson';
import type { Database } from '../../storage/database';
import { isReached } from './listPeople';
import { memberMatch } from './memberRows';

/** User IDs with access whose ID, or email as Amazon lists it, has this text in it; those in most accounts first. */
export function findMembers(db: Database, search: string, limit: number): FoundMember[] {
  const { conditions, values } = memberMatch({ search });
  const rows: unknown = db
    .prepare(
      `SELECT members.realm, members.user_id AS userId, max(masked_email) AS maskedEmail, count(*) AS accounts
       FROM members WHERE gone_at IS NULL AND ${isReached} AND ${conditions.join(' AND ')}
       GROUP BY members.realm, members.user_id ORDER BY accounts DESC, userId LIMIT :limit`,
    )
    .all({ ...values, limit });
  return rows as FoundMember[];
}
