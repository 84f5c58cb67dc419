import { writeListings, writeRole, type AccountPlace } from '../../main/access/members/memberFacts';
import type { Database } from '../../main/storage/database';

/** Writes the complete lists of an account's members, who all joined as viewers, as refreshes do. Call it inside a transaction. */
export function writeViewers(
  db: Database,
  account: AccountPlace,
  people: readonly number[],
  now: number,
): void {
  const users = people.map((number) => ({
    userId: `u-${String(number)}`,
    emailAddress: `p${String(number)}***@client.example`,
  }));
  for (const [beganAt, listed] of [[now - 1, []] as const, [now, users] as const]) {
    const listing = { beganAt, unreadable: 0 };
    writeListings(
      db,
      account,
      [
        { ...listing, list: 'direct', users: listed },
        { ...listing, list: 'inherited', users: [] },
      ],
      beganAt,
    );
  }
  for (const { userId } of users) {
    writeRole(db, { ...account, userId }, { role: 'viewer', beganAt: now, now });
  }
}
