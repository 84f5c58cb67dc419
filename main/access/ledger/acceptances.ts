import { mailboxKey } from '../../../shared/domain/invitation/person';
import { addToGroup, groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { withoutNames } from '../../storage/prepared';
import { fitterOf } from '../accountUsers';
import { joinedMembers, type JoinedMember } from '../members/listing/listedUsers';
import { isWholeAddress, type Mask } from '../refresh/evidence';
import { createAddressIndex } from './addressIndex';
import type { AcceptedInvitation } from './identityRules';

/**
 * The accepted invitations that each user ID may have accepted, each with the new members of its account who fit the address:
 * those who joined after the invitation was created, whether or not they are still members. Invitations that a user ID's mask
 * rules out are left out, as are members whose masks rule them out; `linkOf` concludes the same without them.
 */
export function acceptancesIn(
  db: Database,
  realm: string,
  accountIds: readonly string[],
): ReadonlyMap<string, readonly AcceptedInvitation[]> {
  return amongMembers(db, realm, acceptedIn(db, realm, accountIds));
}

/** The same for a few user IDs: of invitations that none of them can have accepted, nobody else is looked at. */
export function acceptancesOf(
  db: Database,
  realm: string,
  userIds: readonly string[],
  accountIds: readonly string[],
): ReadonlyMap<string, readonly AcceptedInvitation[]> {
  const fits = new Map<string, Mask[]>();
  for (const { accountId, maskedEmail } of joinedMembers(db, realm, accountIds, userIds)) {
    const listed = mailboxKey(maskedEmail);
    addToGroup(fits, accountId, listed === '' ? () => true : fitterOf(listed));
  }
  const accepted = acceptedIn(db, realm, [...fits.keys()]);
  return amongMembers(
    db,
    realm,
    accepted.filter(({ accountId, key }) => fits.get(accountId)?.some((each) => each(key)) === true),
  );
}

function amongMembers(
  db: Database,
  realm: string,
  invitations: readonly Accepted[],
): ReadonlyMap<string, readonly AcceptedInvitation[]> {
  const accepted = groupBy(invitations, (each) => each.accountId);
  const joined = groupBy(joinedMembers(db, realm, [...accepted.keys()]), (each) => each.accountId);
  const byUser = new Map<string, AcceptedInvitation[]>();
  for (const [accountId, ofAccount] of accepted) {
    for (const invitation of withNewMembers(ofAccount, joined.get(accountId) ?? [])) {
      for (const { userId } of invitation.newMembers) addToGroup(byUser, userId, invitation);
    }
  }
  return byUser;
}

interface Accepted {
  readonly accountId: string;
  /** In the form of `mailboxKey`. */
  readonly key: string;
  readonly createdAt: number;
}

/** Invitations and members of one account. */
function withNewMembers(
  invitations: readonly Accepted[],
  joined: readonly JoinedMember[],
): AcceptedInvitation[] {
  const index = createAddressIndex(invitations.map(({ key }) => key));
  const fitting = new Map<string, JoinedMember[]>();
  for (const member of joined) {
    for (const key of index.fitting(member.maskedEmail)) addToGroup(fitting, key, member);
  }
  return invitations.map(({ key, createdAt }) => ({
    address: key,
    newMembers: (fitting.get(key) ?? [])
      .filter(({ joinedAt }) => joinedAt > createdAt)
      .map(({ userId, maskedEmail }) => ({ userId, listedAs: maskedEmail })),
  }));
}

/** If Amazon doesn't say when an invitation was created, it was still pending when a list first included it. */
function acceptedIn(db: Database, realm: string, accountIds: readonly string[]): Accepted[] {
  const rows = withoutNames(
    db,
    `SELECT account_id, email_address, coalesce(created_at, first_seen_at) FROM invitations
     WHERE realm = ? AND state = 'accepted' AND account_id IN (SELECT value FROM json_each(?))`,
  ).all(realm, JSON.stringify(accountIds)) as unknown as (readonly [string, string, number])[];
  return rows.flatMap(([accountId, address, createdAt]) =>
    isWholeAddress(address) ? [{ accountId, key: mailboxKey(address), createdAt }] : [],
  );
}
