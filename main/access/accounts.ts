import type { Account, AccountRef } from '../../shared/domain/account/account';
import { errorBody } from '../../shared/errorBody';
import { toSearchText } from '../../shared/text/searchText';
import { accountKey } from '../../shared/util/accountKey';
import type { Database } from '../storage/database';
import { agreedSponsoredAds, sponsoredAdsAccounts } from './instances/sponsoredAds';
import { labelColumns, labelsOf, type LabelRow } from './labels/labelsInSql';
import { refusesChanges } from './refusesChanges';
import { requireAccount } from './accountAccess';

/** See Access.listAccounts. `search` matches name, ID, group and tags. */
export function listAccounts(
  db: Database,
  {
    connectionId,
    search = '',
  }: { readonly connectionId?: string | undefined; readonly search?: string | undefined },
): Account[] {
  const rows = db
    .prepare(
      `SELECT ways_in.connection_id, accounts.account_id, accounts.realm, accounts.name, accounts.marketplace_id,
         ways_in.can_invite, accounts.favourite, accounts.last_opened_at, ways_in.as_of,
         accounts.invitations_as_of, ways_in.reachable, ways_in.trouble, ways_in.trouble_at,
         ${refusesChanges} AS refuses_changes,
         (SELECT count(*) FROM invitations
          WHERE realm = accounts.realm AND account_id = accounts.account_id AND state = 'pending') AS pending, ${labelColumns}
       FROM ways_in JOIN accounts USING (realm, account_id)
       WHERE (:connectionId IS NULL OR ways_in.connection_id = :connectionId)
       ORDER BY accounts.favourite DESC, accounts.last_opened_at DESC NULLS LAST,
         accounts.name COLLATE NOCASE, accounts.account_id, ways_in.connection_id`,
    )
    .all({ connectionId: connectionId ?? null }) as AccountRow[];
  const searchText = toSearchText(search);
  const sponsoredAds = { accounts: sponsoredAdsAccounts(db), agreed: agreedSponsoredAds(db) };
  return rows
    .map((row) => accountOf(row, sponsoredAds))
    .filter(({ name, accountId, group, tags }) =>
      [name, accountId, group?.name ?? '', ...tags].some((text) => toSearchText(text).includes(searchText)),
    );
}

/** See sponsoredAds.ts. */
interface SponsoredAds {
  readonly accounts: ReadonlySet<string>;
  readonly agreed: ReadonlySet<string>;
}

function accountOf(row: AccountRow, sponsoredAds: SponsoredAds): Account {
  const key = accountKey({ realm: row.realm, accountId: row.account_id });
  return {
    connectionId: row.connection_id,
    accountId: row.account_id,
    realm: row.realm,
    name: row.name,
    marketplaceId: row.marketplace_id,
    canInvite: row.can_invite === null ? null : row.can_invite === 1,
    refusesChanges: row.refuses_changes === 1,
    sponsoredAdsOnly: sponsoredAds.accounts.has(key),
    sponsoredAdsAgreed: sponsoredAds.agreed.has(key),
    favourite: row.favourite === 1,
    lastOpenedAt: row.last_opened_at,
    asOf: row.as_of,
    invitationsAsOf: row.invitations_as_of,
    pendingInvitations: row.pending,
    reachable: row.reachable === 1,
    trouble: row.trouble === null ? null : errorBody.parse(JSON.parse(row.trouble)),
    troubleAt: row.trouble_at,
    ...labelsOf(row),
  };
}

/** A favorite belongs to the account, whichever connection was used. */
export function setFavourite(db: Database, account: AccountRef, favourite: boolean): void {
  const { realm, accountId } = requireAccount(db, account);
  db.prepare('UPDATE accounts SET favourite = ? WHERE realm = ? AND account_id = ?').run(
    favourite ? 1 : 0,
    realm,
    accountId,
  );
}

/** @param at ms since 1970 */
export function markOpened(db: Database, account: AccountRef, at: number): void {
  const { realm, accountId } = requireAccount(db, account);
  db.prepare('UPDATE accounts SET last_opened_at = ? WHERE realm = ? AND account_id = ?').run(
    at,
    realm,
    accountId,
  );
}

interface AccountRow extends LabelRow {
  connection_id: string;
  account_id: string;
  realm: string;
  name: string;
  marketplace_id: string;
  can_invite: 0 | 1 | null;
  refuses_changes: 0 | 1;
  favourite: 0 | 1;
  last_opened_at: number | null;
  as_of: number;
  invitations_as_of: number | null;
  reachable: 0 | 1;
  trouble: string | null;
  trouble_at: number | null;
  pending: number;
}
