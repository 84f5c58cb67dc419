import type { Invitation } from '../../shared/domain/invitation/invitation';
import { mailboxKey } from '../../shared/domain/invitation/person';
import type { PersonAccess, PersonMember } from '../../shared/domain/person/knownPerson';
import { compareNames } from '../../shared/text/formats';
import { accountKey } from '../../shared/util/accountKey';
import type { Database } from '../storage/database';
import { maskOf } from './accountUsers';
import { invitationColumns } from './invitations';
import { membersLike, type MemberOfAccount } from './members/membersLike';
import { isWholeAddress } from './refresh/evidence';

/** How many invitations of one person are listed. */
const maxInvitations = 200;

/**
 * What one address has in each account: its invitations, the newest first, and the members who are the person, or may be
 * by their masks. Answers from the store.
 */
export function personAccess(
  db: Database,
  emailAddress: string,
): { readonly access: PersonAccess[]; readonly moreInvitations: boolean } {
  const invitations = invitationsOf(db, emailAddress);
  const members = membersOf(db, emailAddress);
  const listed = invitations.slice(0, maxInvitations);
  const places = new Map<string, PersonAccess>();
  const placeOf = (place: {
    readonly realm: string;
    readonly accountId: string;
    readonly accountName: string;
  }) => {
    const { realm, accountId, accountName } = place;
    const key = accountKey(place);
    const known = places.get(key) ?? {
      ...{ realm, accountId, accountName, invitations: [], members: [] },
      account: accountOf(db, realm, accountId),
    };
    places.set(key, known);
    return known;
  };
  for (const invitation of listed) placeOf(invitation).invitations.push(invitation);
  for (const { member, ...place } of members) placeOf(place).members.push(member);
  return {
    access: [...places.values()].sort((one, other) => compareNames(one.accountName, other.accountName)),
    moreInvitations: invitations.length > listed.length,
  };
}

/** One account after the other, by the index of its people. */
function invitationsOf(db: Database, emailAddress: string): Invitation[] {
  const rows: unknown = db
    .prepare(
      `SELECT ${invitationColumns}
       FROM accounts CROSS JOIN invitations USING (realm, account_id)
       WHERE email_address = ? COLLATE NOCASE
       ORDER BY coalesce(created_at, invitations.first_seen_at) DESC, invitation_id LIMIT ?`,
    )
    .all(emailAddress, maxInvitations + 1);
  return rows as Invitation[];
}

type OfAccount = Omit<MemberOfAccount, keyof PersonMember> & { readonly member: PersonMember };

function membersOf(db: Database, emailAddress: string): OfAccount[] {
  const key = mailboxKey(emailAddress);
  return membersLike(db, key).flatMap(({ realm, accountId, accountName, ...member }) => {
    const certain = isWholeAddress(member.maskedEmail) && mailboxKey(member.maskedEmail) === key;
    if (!certain && maskOf(member.maskedEmail)?.(key) !== true) return [];
    return [{ realm, accountId, accountName, member: { ...member, certain } }];
  });
}

/** The account through a connection: where one no longer reaches it, another may. */
function accountOf(db: Database, realm: string, accountId: string): PersonAccess['account'] {
  const access = db
    .prepare(
      `SELECT connection_id AS connectionId, account_id AS accountId FROM ways_in
       WHERE realm = ? AND account_id = ? ORDER BY reachable DESC, connection_id LIMIT 1`,
    )
    .get(realm, accountId) as PersonAccess['account'] | undefined;
  return access ?? null;
}
