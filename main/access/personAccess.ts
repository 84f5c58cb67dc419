import type { Invitation } from '../../shared/domain/invitation/invitation';
import type { PersonAccess } from '../../shared/domain/person/knownPerson';
import { compareNames } from '../../shared/text/formats';
import { accountKey } from '../../shared/util/accountKey';
import { mailboxKey } from '../../shared/domain/invitation/person';
import type { Database } from '../storage/database';
import { prepared } from '../storage/prepared';
import { accountRefOf } from './accountAccess';
import { unseenInvitationsOf } from './colleagues/colleagueInvitations';
import { plansAhead } from './instances/accessFacts';
import { withInstanceAccess } from './instances/accessState';
import { invitationColumns } from './invitations/invitations';
import { personMembers } from './ledger/personMembers';

/** How many invitations of one person are listed. */
const maxInvitations = 200;

/**
 * What one address has in each account: its invitations, the newest first, and the members who are the person, or may be,
 * according to the identity ledger. Answers from the store.
 */
export function personAccess(
  db: Database,
  emailAddress: string,
): { readonly access: PersonAccess[]; readonly moreInvitations: boolean } {
  const invitations = invitationsOf(db, emailAddress);
  const members = personMembers(db, emailAddress);
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
      ...{ realm, accountId, accountName, invitations: [], members: [], byColleagues: [] },
      account: accountRefOf(db, realm, accountId),
    };
    places.set(key, known);
    return known;
  };
  const plans = plansAhead(db, listed);
  for (const [index, invitation] of listed.entries()) {
    placeOf(invitation).invitations.push({ ...invitation, plan: plans[index] ?? null });
  }
  for (const { member, ...place } of members) placeOf(place).members.push(member);
  for (const { accountName, ...unseen } of namedUnseen(db, emailAddress)) {
    placeOf({ ...unseen, accountName }).byColleagues.push(unseen);
  }
  return {
    access: [...places.values()].sort((one, other) => compareNames(one.accountName, other.accountName)),
    moreInvitations: invitations.length > listed.length,
  };
}

/** With the account's name; its ID where no connection ever listed it. */
const namedUnseen = (db: Database, emailAddress: string) =>
  unseenInvitationsOf(db, mailboxKey(emailAddress)).map((unseen) => {
    const account = prepared(db, 'SELECT name FROM accounts WHERE realm = ? AND account_id = ?').get(
      unseen.realm,
      unseen.accountId,
    ) as { readonly name: string } | undefined;
    return { ...unseen, accountName: account?.name ?? unseen.accountId };
  });

/** The pending invitations to an address, in whatever case it is written, the newest first. */
export function pendingInvitationsOf(db: Database, emailAddress: string): Invitation[] {
  const rows: unknown = withInstanceAccess(db)
    .prepare(
      `SELECT ${invitationColumns}
       FROM accounts CROSS JOIN invitations USING (realm, account_id)
       WHERE email_address = ? COLLATE NOCASE AND state = 'pending'
       ORDER BY coalesce(created_at, invitations.first_seen_at) DESC, invitation_id`,
    )
    .all(emailAddress);
  return rows as Invitation[];
}

/** The names with which an address was invited, the newest first. */
export const invitedNames = (db: Database, emailAddress: string): string[] => [
  ...new Set(
    invitationsOf(db, emailAddress)
      .map(({ userName }) => userName)
      .filter((name) => name !== ''),
  ),
];

/** One account after the other, by the index of its people. */
function invitationsOf(db: Database, emailAddress: string): Invitation[] {
  const rows: unknown = withInstanceAccess(db)
    .prepare(
      `SELECT ${invitationColumns}
       FROM accounts CROSS JOIN invitations USING (realm, account_id)
       WHERE email_address = ? COLLATE NOCASE
       ORDER BY coalesce(created_at, invitations.first_seen_at) DESC, invitation_id LIMIT ?`,
    )
    .all(emailAddress, maxInvitations + 1);
  return rows as Invitation[];
}
