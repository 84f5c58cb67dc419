import type { FoundMember } from '../../../../shared/domain/person/knownPerson';
import type { Database } from '../../../storage/database';
import { isReached } from './listPeople';
import { ledgerAddressFrom, ledgerAddressOf, withMemberAddresses } from './memberAddresses';
import { memberMatch } from '../memberRows';

/**
 * User IDs with access whose ID, email as Amazon lists it, or address as the ledger knows it has this text in it; those in most
 * accounts first.
 */
export function findMembers(db: Database, search: string, limit: number): FoundMember[] {
  const { conditions, values } = memberMatch({ search });
  const rows = withMemberAddresses(db)
    .prepare(
      `SELECT realm, user_id AS userId, maskedEmail, accounts, ${ledgerAddressOf('found')} AS ledgerAddress FROM (
         SELECT members.realm, members.user_id, max(masked_email) AS maskedEmail, count(*) AS accounts
         FROM members WHERE gone_at IS NULL AND ${isReached} AND ${conditions.join(' AND ')}
         GROUP BY members.realm, members.user_id ORDER BY accounts DESC, members.user_id LIMIT :limit) AS found
       ORDER BY accounts DESC, userId`,
    )
    .all({ ...values, limit }) as unknown as FoundRow[];
  return rows.map((row) => ({ ...row, ledgerAddress: ledgerAddressFrom(row.ledgerAddress) }));
}

type FoundRow = Omit<FoundMember, 'ledgerAddress'> & { readonly ledgerAddress: string | null };
