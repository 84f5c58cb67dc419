import type { Member } from '../../../../shared/domain/member/member';
import type { Database } from '../../../storage/database';
import { withoutNames } from '../../../storage/prepared';
import { memberColumns, memberOf, type MemberRow } from '../memberRows';

/** A user ID in one account, with the address as Amazon lists it there, or listed it last. */
export interface ListedUser {
  readonly accountId: string;
  readonly userId: string;
  readonly maskedEmail: string;
}

/** In which accounts of a realm these user IDs, or the members of this account, are or were members. */
export function listedUsers(
  db: Database,
  realm: string,
  of: { readonly userIds: readonly string[] } | { readonly accountId: string },
): ListedUser[] {
  const [condition, value] =
    'accountId' in of
      ? ['account_id = ?', of.accountId]
      : ['user_id IN (SELECT value FROM json_each(?))', JSON.stringify(of.userIds)];
  const rows = withoutNames(
    db,
    `SELECT account_id, user_id, masked_email FROM members WHERE realm = ? AND ${condition}`,
  ).all(realm, value) as unknown as (readonly [string, string, string])[];
  return rows.map(([accountId, userId, maskedEmail]) => ({ accountId, userId, maskedEmail }));
}

/** The accounts whose members were ever listed. */
export function accountsWithMembers(db: Database): { readonly realm: string; readonly accountId: string }[] {
  const rows: unknown = db.prepare('SELECT DISTINCT realm, account_id AS accountId FROM members').all();
  return rows as { readonly realm: string; readonly accountId: string }[];
}

/** A member whose access began between two lists of the account. */
export interface JoinedMember extends ListedUser {
  /** When the list that first included the member, or included it again, was read; the latest one, in ms since 1970. */
  readonly joinedAt: number;
}

/**
 * Those who joined accounts of a realm, including those who have left since. Somebody in the first list of an account was a member
 * before, so that shows no joining.
 * @param userIds only these; omitted: all of these accounts
 */
export function joinedMembers(
  db: Database,
  realm: string,
  accountIds: readonly string[],
  userIds?: readonly string[],
): JoinedMember[] {
  const rows = withoutNames(
    db,
    `SELECT account_id, user_id, masked_email, max(at)
     FROM member_history JOIN members USING (realm, account_id, user_id)
     WHERE realm = ? AND event = 'joined' AND account_id IN (SELECT value FROM json_each(?))
       ${userIds === undefined ? '' : 'AND user_id IN (SELECT value FROM json_each(?))'}
     GROUP BY account_id, user_id`,
  ).all(
    realm,
    JSON.stringify(accountIds),
    ...(userIds === undefined ? [] : [JSON.stringify(userIds)]),
  ) as unknown as (readonly [string, string, string, number])[];
  return rows.map(([accountId, userId, maskedEmail, joinedAt]) => ({
    ...{ accountId, userId, maskedEmail, joinedAt },
  }));
}

/** A user ID's access to one account. */
export interface Membership extends Member {
  readonly accountName: string;
}

/** All access that user IDs of a realm have or had, by account. */
export function membershipsOf(db: Database, realm: string, userIds: readonly string[]): Membership[] {
  const rows = db
    .prepare(
      `SELECT ${memberColumns}, accounts.name AS accountName
       FROM members JOIN accounts USING (realm, account_id)
       WHERE members.realm = ? AND members.user_id IN (SELECT value FROM json_each(?))
       ORDER BY members.account_id, members.user_id`,
    )
    .all(realm, JSON.stringify(userIds)) as unknown as (MemberRow & { readonly accountName: string })[];
  return rows.map(memberOf);
}
