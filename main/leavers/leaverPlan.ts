import { mailboxKey } from '../../shared/domain/invitation/person';
import type {
  LeaverInvitation,
  LeaverMember,
  LeaverPlan,
  LeaverSubject,
} from '../../shared/domain/leaver/leaver';
import {
  memberPersonKey,
  type AccountMember,
  type MemberPersonRef,
} from '../../shared/domain/person/memberPerson';
import { compareNames } from '../../shared/text/formats';
import { accountRefOf } from '../access/accountAccess';
import { readIdentities } from '../access/ledger/identities';
import { personMembers } from '../access/ledger/personMembers';
import { accessOfMember } from '../access/members/listing/listPeople';
import { invitedNames, pendingInvitationsOf } from '../access/personAccess';
import { completenessOf } from '../access/completeness';
import type { Database } from '../storage/database';
import { atOnce, type Stepwise } from '../storage/stepwise';

/**
 * What somebody has in every account that a connection reaches, from the stored data; see 'leavers.plan'. Large agencies have many
 * accounts and invitations, so that other work may run between the steps.
 */
export function* leaverPlan(db: Database, given: LeaverSubject): Stepwise<LeaverPlan> {
  const subject = yield* withCertainAddresses(db, given);
  const { ages, unread } = completenessOf(db);
  yield;
  const invitations = yield* invitationsOf(db, subject);
  const members = yield* membersOf(db, subject);
  const times = ages.flatMap(({ membersAsOf, invitationsAsOf }) => [membersAsOf, invitationsAsOf]);
  const known = times.filter((time) => time !== null);
  return {
    names: namesOf(db, subject),
    ...{ members, invitations },
    unread: [...unread],
    accounts: ages.length,
    asOf: known.length === 0 ? null : Math.min(...known),
  };
}

/** The names that stood with somebody's addresses, also those that are certainly behind the user IDs. */
export const leaverNames = (db: Database, subject: LeaverSubject): string[] =>
  namesOf(db, atOnce(withCertainAddresses(db, subject)));

const namesOf = (db: Database, { emailAddresses }: LeaverSubject): string[] => [
  ...new Set(emailAddresses.flatMap((address) => invitedNames(db, address))),
];

/** With the addresses that are certainly behind its user IDs: their invitations, and other user IDs, are the leaver's too. */
function* withCertainAddresses(
  db: Database,
  { emailAddresses, members }: LeaverSubject,
): Stepwise<LeaverSubject> {
  const addresses = new Map(emailAddresses.map((address) => [mailboxKey(address), address]));
  for (const { realm, userId } of members) {
    const link = readIdentities(db, realm, [userId]).get(userId)?.link;
    if (link?.confidence === 'certain' && link.address !== null) {
      addresses.set(mailboxKey(link.address), link.address);
    }
    yield;
  }
  return { emailAddresses: [...addresses.values()], members };
}

/** By account, each member once, with the strongest reason to believe that this is the leaver. */
function* membersOf(db: Database, { emailAddresses, members }: LeaverSubject): Stepwise<LeaverMember[]> {
  const found = new Map<string, LeaverMember>();
  const add = (member: LeaverMember): void => {
    const key = membershipKey(member);
    const before = found.get(key);
    if (before === undefined || strength(member) > strength(before)) found.set(key, member);
  };
  for (const ref of members) {
    membersByUserId(db, ref).forEach(add);
    yield;
  }
  for (const address of emailAddresses) {
    membersByAddress(db, address).forEach(add);
    yield;
  }
  return [...found.values()].sort((one, other) => compareNames(one.accountName, other.accountName));
}

/** A person selected the user ID itself, so that there is nothing to conclude. */
const membersByUserId = (db: Database, ref: MemberPersonRef): LeaverMember[] =>
  presentAccess(db, ref).map((member) => ({
    ...member,
    confidence: 'certain',
    rule: null,
    emailAddress: null,
  }));

function membersByAddress(db: Database, emailAddress: string): LeaverMember[] {
  const believed = new Map(
    personMembers(db, emailAddress).map(({ realm, accountId, member }) => [
      membershipKey({ realm, accountId, userId: member.userId }),
      { realm, ...member },
    ]),
  );
  const users = new Map(
    [...believed.values()].map(({ realm, userId }) => [
      memberPersonKey({ realm, userId }),
      { realm, userId },
    ]),
  );
  return [...users.values()]
    .flatMap((ref) => presentAccess(db, ref))
    .flatMap((member) => {
      const belief = believed.get(membershipKey(member));
      return belief === undefined
        ? []
        : [{ ...member, confidence: belief.confidence, rule: belief.rule, emailAddress }];
    });
}

const presentAccess = (db: Database, ref: MemberPersonRef): AccountMember[] =>
  accessOfMember(db, ref).access.filter(({ goneAt }) => goneAt === null);

const membershipKey = ({
  realm,
  accountId,
  userId,
}: Pick<LeaverMember, 'realm' | 'accountId' | 'userId'>): string =>
  JSON.stringify([realm, accountId, userId]);

const order = ['possible', 'probable', 'certain'] as const;

const strength = ({ confidence }: LeaverMember): number => order.indexOf(confidence);

/** The pending ones, by account. */
function* invitationsOf(db: Database, { emailAddresses }: LeaverSubject): Stepwise<LeaverInvitation[]> {
  const found: LeaverInvitation[] = [];
  for (const address of emailAddresses) {
    for (const invitation of pendingInvitationsOf(db, address)) {
      const account = accountRefOf(db, invitation.realm, invitation.accountId);
      if (account !== null) found.push({ ...invitation, account });
    }
    yield;
  }
  return found.sort((one, other) => compareNames(one.accountName, other.accountName));
}
