import type { ColleagueInvitation, UnseenInvitation } from '../../../shared/domain/team/colleagueInvitation';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { isListedLike } from '../ledger/personMembers';

/** A person in an account; the address in the form of `mailboxKey`. */
export type PersonPlace = readonly [realm: string, accountId: string, emailAddress: string];

/**
 * From how much later on a reading speaks about an invitation, in ms: Amazon's lists lag behind by a time that isn't documented, and
 * the clocks of this computer and of the team's store differ.
 */
export const listsLagMs = 5 * 60_000;

interface Row extends Omit<ColleagueInvitation, 'isOwn'> {
  readonly isOwn: 0 | 1;
  readonly isListLater: 0 | 1;
}

/**
 * The last invitation of a person in an account that was made under a claim, unless this folder made it, or knows it from its own
 * lists: then those hold.
 */
const unknownHere = `
  SELECT change.realm, change.account_id AS accountId, change.address AS emailAddress, change.colleague AS who, change.role,
    change.settled_at AS at, change.colleague IS (SELECT login FROM teams) AS isOwn,
    coalesce((SELECT invitations_as_of FROM accounts
      WHERE accounts.realm = change.realm AND accounts.account_id = change.account_id) > change.settled_at + :lagMs, 0) AS isListLater
  FROM json_each(:people) AS person CROSS JOIN team_changes AS change INDEXED BY team_changes_by_address
    ON change.realm = person.value ->> 0 AND change.account_id = person.value ->> 1 AND change.address = person.value ->> 2
  WHERE change.number = (SELECT number FROM team_changes AS latest
      WHERE latest.realm = change.realm AND latest.account_id = change.account_id AND latest.address = change.address
        AND latest.kind = 'create' ORDER BY settled_at DESC, number DESC LIMIT 1)
    AND NOT EXISTS (SELECT 1 FROM team_claims WHERE team_claims.claim_id = change.claim_id)
    AND NOT EXISTS (SELECT 1 FROM invitations WHERE invitations.realm = change.realm
      AND invitations.account_id = change.account_id AND invitations.invitation_id = change.invitation_id)`;

/**
 * What colleagues invited of these people, as far as this computer's own readings don't account for it. Nothing but what a person
 * is shown may be concluded from it.
 */
export function unseenInvitations(db: Database, people: readonly PersonPlace[]): UnseenInvitation[] {
  const rows = prepared(db, unknownHere).all({
    people: JSON.stringify(people),
    lagMs: listsLagMs,
  }) as unknown as Row[];
  return rows.flatMap((row) => unseen(db, row) ?? []);
}

/** The same of one person in all accounts, the latest first. @param emailAddress in the form of `mailboxKey` */
export function unseenInvitationsOf(db: Database, emailAddress: string): UnseenInvitation[] {
  const places = prepared(
    db,
    'SELECT DISTINCT realm, account_id AS accountId FROM team_changes WHERE address = ?',
  ).all(emailAddress) as unknown as Pick<ColleagueInvitation, 'realm' | 'accountId'>[];
  return unseenInvitations(
    db,
    places.map(({ realm, accountId }) => [realm, accountId, emailAddress]),
  ).toSorted((one, other) => other.at - one.at);
}

function unseen(db: Database, { isOwn, isListLater, ...row }: Row): UnseenInvitation | null {
  const invitation = { ...row, isOwn: isOwn === 1 };
  if (isListLater === 0) return { ...invitation, reading: 'notYet' };
  return hasNewMember(db, row) ? { ...invitation, reading: 'maybeMember' } : null;
}

/** Whether somebody came into the account since who may be the person. */
function hasNewMember(
  db: Database,
  { realm, accountId, emailAddress, at }: Omit<Row, 'isOwn' | 'isListLater'>,
): boolean {
  const members = prepared(
    db,
    `SELECT masked_email AS maskedEmail FROM members
     WHERE realm = ? AND account_id = ? AND gone_at IS NULL AND since_at > ?`,
  ).all(realm, accountId, at - listsLagMs) as unknown as { readonly maskedEmail: string }[];
  return members.some(({ maskedEmail }) => isListedLike(maskedEmail, emailAddress));
}

/** Whether anything is known from the team about invitations to an account: in most there is nothing. */
export const hasInvitations = (
  db: Database,
  { realm, accountId }: Pick<ColleagueInvitation, 'realm' | 'accountId'>,
): boolean =>
  prepared(
    db,
    'SELECT 1 FROM team_changes WHERE realm = ? AND account_id = ? AND address IS NOT NULL LIMIT 1',
  ).get(realm, accountId) !== undefined;
