import { isEmailAddress, mailboxKey } from '../../../../../shared/domain/invitation/person';
import type { Invitation } from '../../../../../shared/domain/invitation/invitation';

/** Somebody who was invited before. */
export type KnownPerson = Pick<Invitation, 'emailAddress' | 'userName'>;

/** More than that nobody reads through. */
const maxOffered = 12;

/** Each person once, with the name they had last; those whose address Amazon hides are left out. */
export function knownPeople(invitations: readonly KnownPerson[]): readonly KnownPerson[] {
  const people = new Map<string, KnownPerson>();
  for (const { emailAddress, userName } of invitations) {
    const key = mailboxKey(emailAddress);
    const isWhole = isEmailAddress(emailAddress) && !emailAddress.includes('*');
    if (isWhole && !people.has(key)) people.set(key, { emailAddress, userName });
  }
  return [...people.values()].slice(0, maxOffered);
}
