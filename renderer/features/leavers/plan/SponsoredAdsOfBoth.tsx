import type { ReactElement } from 'react';
import { accountRefKey } from '../../../../shared/util/accountKey';
import type { Consenting } from '../../../components/consent/consenting';
import { SponsoredAdsField } from '../../../components/consent/SponsoredAdsField';

/** Asks about accounts for sponsored ads once for both agreements, which are often about the same ones. */
export function SponsoredAdsOfBoth({
  consents,
}: {
  readonly consents: readonly Consenting[];
}): ReactElement | null {
  const accounts = new Map(
    consents.flatMap(({ sponsoredAds }) =>
      sponsoredAds.accounts.map(({ account, accountName }) => [accountRefKey(account), accountName]),
    ),
  );
  if (accounts.size === 0) return null;
  return (
    <SponsoredAdsField
      accounts={[...accounts.values()]}
      isConfirmed={consents.every(({ sponsoredAds }) => sponsoredAds.isConfirmed)}
      onChange={(isConfirmed) => {
        for (const { sponsoredAds } of consents) sponsoredAds.confirm(isConfirmed);
      }}
    />
  );
}

/** What is left to ask for each agreement. */
export const withoutSponsoredAds = (consenting: Consenting): Consenting => ({
  ...consenting,
  sponsoredAds: { ...consenting.sponsoredAds, accounts: [] },
});
