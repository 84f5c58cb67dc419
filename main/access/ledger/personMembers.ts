import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { PersonMember } from '../../../shared/domain/person/knownPerson';
import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { maskOf } from '../accountUsers';
import { membershipsOf, type Membership } from '../members/listing/listedUsers';
import { usersLike } from '../members/listing/usersLike';
import { isWholeAddress } from '../refresh/evidence';
import { usersDecidedFor } from './decisions';
import { readIdentities, type KnownIdentity } from './identities';
import { standingDecisions } from './identityRules';

/** A member who is, or may be, a person, and the account. */
export interface MemberOfPerson {
  readonly realm: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly member: PersonMember;
}

/**
 * Those with access to any account who are the person with an address, or may be. Left out: user IDs that are somebody else with
 * certainty, and those that a person ruled out.
 */
export function personMembers(db: Database, emailAddress: string): MemberOfPerson[] {
  const key = mailboxKey(emailAddress);
  const users = [
    ...usersLike(db, key).filter(({ maskedEmail }) => isListedLike(maskedEmail, key)),
    ...usersDecidedFor(db, key),
  ];
  return [...groupBy(users, ({ realm }) => realm)].flatMap(([realm, ofRealm]) => {
    const userIds = [...new Set(ofRealm.map(({ userId }) => userId))];
    const identities = readIdentities(db, realm, userIds);
    return membershipsOf(db, realm, userIds).flatMap((membership) => {
      const identity = identities.get(membership.userId);
      const belief = identity === undefined ? null : beliefAbout(membership, identity, key);
      if (belief === null || membership.goneAt !== null) return [];
      const { accountId, accountName, userId, maskedEmail, scope, role, sinceAt, isSinceKnown } = membership;
      const member = { userId, maskedEmail, ...belief, scope, role, sinceAt, isSinceKnown };
      return [{ realm, accountId, accountName, member }];
    });
  });
}

/** How certain it is that a member is the person; null if the person is somebody else, or nothing speaks for it. */
function beliefAbout(
  { maskedEmail }: Membership,
  { facts, link }: KnownIdentity,
  key: string,
): Pick<PersonMember, 'confidence' | 'rule'> | null {
  if (link.confidence !== 'none' && link.address === key) {
    return { confidence: link.confidence, rule: link.rule };
  }
  if (link.confidence === 'certain') return null;
  const isRuledOut = standingDecisions(facts.decisions).some(
    ({ kind, address }) => kind === 'notSame' && address === key,
  );
  if (isRuledOut || !isListedLike(maskedEmail, key)) return null;
  return { confidence: 'possible', rule: null };
}

/** Whether Amazon shows this address, or a mask that it fits and that shows something of somebody. */
export const isListedLike = (maskedEmail: string, key: string): boolean =>
  isWholeAddress(maskedEmail) ? mailboxKey(maskedEmail) === key : maskOf(maskedEmail)?.(key) === true;
