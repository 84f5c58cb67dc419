import type { AccountRef } from '../../../shared/domain/account/account';
import type { Agreement } from '../../../shared/domain/outbox/agreement';
import { accountKey } from '../../../shared/util/accountKey';
import { findAccount } from '../../access/accountAccess';
import {
  agreedSponsoredAds,
  agreeToSponsoredAds,
  sponsoredAdsAccounts,
} from '../../access/instances/sponsoredAds';
import type { Database } from '../../storage/database';

/** Whether a change of users in an account has to be confirmed, since its instances are for sponsored ads only. */
export function unconfirmedSponsoredAds(
  db: Database,
): (place: { readonly realm: string; readonly accountId: string }) => boolean {
  const accounts = sponsoredAdsAccounts(db);
  const agreed = accounts.size === 0 ? accounts : agreedSponsoredAds(db);
  return (place) => accounts.has(accountKey(place)) && !agreed.has(accountKey(place));
}

/** The accounts a person has to confirm before changing users there; see `agreement`. */
export function sponsoredAdsConsent(
  db: Database,
  accounts: readonly AccountRef[],
): Agreement['sponsoredAds'] {
  const isUnconfirmed = unconfirmedSponsoredAds(db);
  return accounts.flatMap(({ connectionId, accountId }) => {
    const known = findAccount(db, { connectionId, accountId });
    return known !== undefined && isUnconfirmed(known)
      ? [{ account: { connectionId, accountId }, accountName: known.name }]
      : [];
  });
}

/** Notes what a person confirmed, for good. Call it in the transaction that records the changes. @param at ms since 1970 */
export function noteConfirmedSponsoredAds(
  db: Database,
  confirmed: readonly AccountRef[] | undefined,
  at: number,
): void {
  for (const { account } of sponsoredAdsConsent(db, confirmed ?? [])) {
    const known = findAccount(db, account);
    if (known !== undefined) agreeToSponsoredAds(db, known, at);
  }
}
