import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';
import { maxRefs, type ErasureRefs } from './erasureRefs';

/** Whose data it is: everything by which the person is known with certainty. */
export interface ErasedPerson {
  /** In the form of `mailboxKey`. */
  readonly addresses: readonly string[];
  readonly users: readonly MemberPersonRef[];
  readonly names: readonly string[];
}

const isPerson = (address: string, realm: string, userId: string): string =>
  `(${address} IN (SELECT value FROM json_each(:addresses))
    OR (${realm}, ${userId}) IN (SELECT value ->> 'realm', value ->> 'userId' FROM json_each(:users)))`;

/** The newest claims, which colleagues know too. */
const claims = `
  SELECT claim_id AS id FROM (
    SELECT claim_id, settled_at AS at FROM team_changes WHERE ${isPerson('address', 'realm', 'user_id')}
    UNION SELECT claim_id, created_at FROM team_claims JOIN operations USING (operation_id)
      WHERE ${isPerson('address', 'operations.realm', 'team_claims.user_id')}
  ) GROUP BY claim_id ORDER BY max(at) DESC LIMIT ${String(maxRefs)}`;

/**
 * The newest facts: colleagues' own, and those of this folder in shared accounts, which are in the store or on their way. Not
 * decisions about who is behind a user ID: the other one that they name may be somebody else.
 */
const facts = `
  SELECT fact_id AS id FROM (
    SELECT fact_id, at FROM team_facts WHERE (person IS NULL OR user_id IS NULL) AND ${isPerson('person', 'realm', 'user_id')}
    UNION SELECT record_id, at FROM activity JOIN team_accounts USING (realm, account_id)
      WHERE record_id IS NOT NULL AND ${isPerson('lower(trim(email_address))', 'realm', 'user_id')}
    UNION SELECT tick_id, at FROM instance_ticks JOIN team_accounts USING (realm, account_id)
      WHERE ${isPerson('address', 'realm', 'NULL')}
  ) GROUP BY fact_id ORDER BY max(at) DESC LIMIT ${String(maxRefs)}`;

/** By which facts and claims colleagues, and the store, know a person. To be asked before the person is erased here. */
export function refsOf(db: Database, { addresses, users }: ErasedPerson): ErasureRefs {
  const values = { addresses: JSON.stringify(addresses), users: JSON.stringify(users) };
  const idsOf = (sql: string): string[] =>
    (db.prepare(sql).all(values) as { readonly id: string }[]).map(({ id }) => id);
  return { factIds: idsOf(facts), claimIds: idsOf(claims) };
}
