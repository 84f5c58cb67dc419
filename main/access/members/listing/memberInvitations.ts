import type { LinkedMember, MemberInvitation } from '../../../../shared/domain/person/linkedMember';
import type { MemberPersonRef } from '../../../../shared/domain/person/memberPerson';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import type { Database } from '../../../storage/database';
import { prepared } from '../../../storage/prepared';
import { bestConnection } from '../../bestConnection';
import { instanceAccessState, withInstanceAccess } from '../../instances/accessState';
import { withMemberAddresses } from './memberAddresses';

/** An invited person. */
interface Invited {
  readonly realm: string;
  readonly accountId: string;
  readonly emailAddress: string;
}

/**
 * The members of an account who are an invited person with certainty, or probably; those with access first, and of them the
 * certain ones. The addresses are those of `LedgerAddresses.bringUpToDate`.
 */
export function membersInvited(db: Database, { realm, accountId, emailAddress }: Invited): LinkedMember[] {
  const rows: unknown = prepared(
    withMemberAddresses(db),
    `SELECT members.realm, members.user_id AS userId, masked_email AS maskedEmail, confidence, gone_at AS goneAt
     FROM member_addresses AS known CROSS JOIN members USING (realm, user_id)
     WHERE known.address = ?3 AND members.realm = ?1 AND members.account_id = ?2
     ORDER BY gone_at IS NOT NULL, confidence, userId`,
  ).all(realm, accountId, mailboxKey(emailAddress));
  return rows as LinkedMember[];
}

/**
 * The accepted invitation that let a user ID into each account that a connection reaches: the newest one to its address that is
 * older than the access. The addresses are those of `LedgerAddresses.bringUpToDate`.
 */
export function invitationsOfMember(db: Database, { realm, userId }: MemberPersonRef): MemberInvitation[] {
  const rows = withInstanceAccess(db)
    .prepare(
      `SELECT account_id AS accountId, invitation_id AS invitationId,
         max(coalesce(created_at, invitations.first_seen_at)) AS invitedAt, ${instanceAccessState} AS instanceAccess,
         ${bestConnection('members')} AS connectionId
       FROM member_addresses AS known CROSS JOIN members USING (realm, user_id)
         CROSS JOIN invitations INDEXED BY invitations_by_person USING (realm, account_id)
       WHERE known.realm = ? AND known.user_id = ? AND state = 'accepted'
         AND email_address = known.address COLLATE NOCASE
         AND coalesce(created_at, invitations.first_seen_at) <= since_at
       GROUP BY account_id ORDER BY account_id`,
    )
    .all(realm, userId) as unknown as (Omit<MemberInvitation, 'account'> & {
    readonly accountId: string;
    readonly connectionId: string | null;
  })[];
  return rows.flatMap(({ accountId, connectionId, ...invitation }) =>
    connectionId === null ? [] : [{ ...invitation, account: { connectionId, accountId } }],
  );
}
