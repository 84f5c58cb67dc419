import type { PersonMember } from '../../../shared/domain/person/knownPerson';
import type { Database } from '../../storage/database';

/** A member and whose account it is. */
export interface MemberOfAccount extends Omit<PersonMember, 'certain'> {
  readonly realm: string;
  readonly accountId: string;
  readonly accountName: string;
}

/** How many members are looked at. */
const maxMembers = 2000;

/**
 * Those who have access to any account and whose address, as Amazon lists it, begins like this one and ends with the same
 * letter: a first sieve, of whom most are somebody else.
 * @param key an address as `mailboxKey` has it
 */
export function membersLike(db: Database, key: string): MemberOfAccount[] {
  const rows = db
    .prepare(
      `SELECT realm, account_id AS accountId, accounts.name AS accountName, user_id AS userId, masked_email AS maskedEmail,
         scope, role, since_at AS sinceAt,
         EXISTS (
           SELECT 1 FROM member_history AS history
           WHERE history.realm = members.realm AND history.account_id = members.account_id
             AND history.user_id = members.user_id AND event = 'joined' AND at = since_at
         ) AS isSinceKnown
       FROM members JOIN accounts USING (realm, account_id)
       WHERE gone_at IS NULL
         AND substr(lower(masked_email), 1, 1) IN (substr(:key, 1, 1), '*', '…')
         AND substr(lower(masked_email), -1) IN (substr(:key, -1), '*', '…')
       LIMIT :limit`,
    )
    .all({ key, limit: maxMembers }) as unknown as (Omit<MemberOfAccount, 'isSinceKnown'> & {
    readonly isSinceKnown: 0 | 1;
  })[];
  return rows.map((row) => ({ ...row, isSinceKnown: row.isSinceKnown === 1 }));
}
