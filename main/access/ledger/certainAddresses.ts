import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { listedUsers } from '../members/listedUsers';
import { readDecisions } from './decisions';
import { linkOf } from './identityRules';

/**
 * The addresses that certainly belong to user IDs of a realm, in the form of `mailboxKey`, by user ID: those that Amazon shows in
 * full, and those that a person confirmed. It reads much less than `readIdentities`.
 */
export function certainAddresses(
  db: Database,
  realm: string,
  userIds: readonly string[],
): ReadonlyMap<string, string> {
  const decided = readDecisions(db, realm, userIds);
  const addresses = new Map<string, string>();
  for (const [userId, listings] of groupBy(listedUsers(db, realm, userIds), (each) => each.userId)) {
    const { confidence, address } = linkOf({
      userId,
      listedAs: [...new Set(listings.map(({ maskedEmail }) => maskedEmail))],
      decisions: decided.get(userId) ?? [],
      // What these add is never certain.
      accepted: [],
      knownAddresses: [],
    });
    if (confidence === 'certain' && address !== null) addresses.set(userId, address);
  }
  return addresses;
}
