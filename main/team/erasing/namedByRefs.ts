import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import type { ErasureRefs } from './erasureRefs';

/** Who is named by facts and claims that this folder knows. Empty if it knows none, or has erased them. */
export interface NamedPerson {
  /** In the form of `mailboxKey`. */
  readonly addresses: readonly string[];
  readonly members: readonly MemberPersonRef[];
}

/**
 * Whom each fact or claim is about: `address` or `userId`. What links the two, as a decision that they are one person or aren't,
 * proves nothing of either, so it isn't asked.
 */
const named = `
  SELECT person AS address, realm, user_id AS userId FROM json_each(:facts) CROSS JOIN team_facts ON fact_id = value
    WHERE person IS NULL OR user_id IS NULL
  UNION SELECT iif(user_id IS NULL, lower(trim(email_address)), NULL), realm, user_id
    FROM json_each(:facts) CROSS JOIN activity ON record_id = value
  UNION SELECT NULL, realm, user_id FROM json_each(:facts) CROSS JOIN member_history ON entry_id = value
  UNION SELECT address, realm, NULL FROM json_each(:facts) CROSS JOIN instance_ticks ON tick_id = value
  UNION SELECT address, realm, user_id FROM json_each(:claims) CROSS JOIN team_changes ON claim_id = value
  UNION SELECT address, operations.realm, team_claims.user_id
    FROM json_each(:claims) CROSS JOIN team_claims ON claim_id = value JOIN operations USING (operation_id)`;

/** Resolves the IDs to a person, as far as this folder still names one. */
export function namedByRefs(db: Database, { factIds, claimIds }: ErasureRefs): NamedPerson {
  const rows = prepared(db, named).all({
    facts: JSON.stringify(factIds),
    claims: JSON.stringify(claimIds),
  }) as unknown as {
    readonly address: string | null;
    readonly realm: string;
    readonly userId: string | null;
  }[];
  const addresses = new Set(
    rows.flatMap(({ address }) =>
      address === null || address === '' || isErasedAddress(address) ? [] : [address],
    ),
  );
  const members = new Map(
    rows.flatMap(({ realm, userId }) =>
      userId === null || isErasedUser(userId) ? [] : [[`${realm} ${userId}`, { realm, userId }] as const],
    ),
  );
  return { addresses: [...addresses].sort(), members: [...members.values()] };
}

/** Erased here, or in the team's store before it was learned. */
export const isErasedUser = (userId: string): boolean => /^erased-[0-9a-f]+(-\d+)?$/.test(userId);
