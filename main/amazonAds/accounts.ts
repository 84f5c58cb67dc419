import { z } from 'zod';
import { withoutUndefined } from '../../shared/util/withoutUndefined';
import { entriesOf, list, nextToken, text, trimmedId, type Entries } from './answers';
import type { AdsClient } from './client/client';
import { parsed, readAllPages } from './client/pages';

/** An AMC account as Amazon returns it. */
export interface AdsAccount {
  readonly accountId: string;
  readonly accountName: string | undefined;
  readonly marketplaceId: string | undefined;
}

/**
 * Every AMC account the signed-in person can reach, all pages (GET /amc/accounts, amazon-api §3). It doesn't show who is an admin
 * where.
 * @throws AdsError when any page can't be read
 */
export const readAccounts = (client: AdsClient): Promise<Entries<AdsAccount>> =>
  readAllPages(accountKey, async (token) => {
    const answer = await client.read({
      method: 'GET',
      path: '/amc/accounts',
      mediaType: 'application/vnd.amcaudiencesconnections.v1+json',
      ...withoutUndefined({ query: token === undefined ? undefined : { nextToken: token } }),
    });
    const page = parsed(accountsPage, answer);
    return { ...entriesOf(account, page.amcAccounts), nextToken: page.nextToken };
  });

const accountKey = (account: AdsAccount): string => account.accountId;

const accountsPage = z.looseObject({ amcAccounts: list, nextToken });

const account = z
  .looseObject({ accountId: trimmedId, accountName: text, marketplaceId: text })
  .transform((answered): AdsAccount => ({
    accountId: answered.accountId,
    accountName: answered.accountName,
    marketplaceId: answered.marketplaceId,
  }));
