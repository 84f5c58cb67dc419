import type { Database } from '../../storage/database';
import { membershipsOf } from '../members/listedUsers';
import { readDecisions } from './decisions';
import { standingDecisions } from './identityRules';

/** Somebody with access to an account of whom a person confirmed who it is. */
export interface ConfirmedMember {
  readonly realm: string;
  readonly accountId: string;
  /** In the form of `mailboxKey`. */
  readonly address: string;
}

/** All of them, as of the last refresh of each account's members. */
export function confirmedMembers(db: Database): ConfirmedMember[] {
  const realms = db.prepare('SELECT DISTINCT realm FROM identity_decisions').all() as { realm: string }[];
  return realms.flatMap(({ realm }) => {
    const addresses = new Map<string, readonly string[]>();
    for (const [userId, decisions] of readDecisions(db, realm, null)) {
      const same = standingDecisions(decisions).filter(({ kind }) => kind === 'same');
      if (same.length > 0)
        addresses.set(
          userId,
          same.map(({ address }) => address),
        );
    }
    return membershipsOf(db, realm, [...addresses.keys()]).flatMap(({ accountId, userId, goneAt }) =>
      goneAt === null ? (addresses.get(userId) ?? []).map((address) => ({ realm, accountId, address })) : [],
    );
  });
}
