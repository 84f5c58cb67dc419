import { z } from 'zod';
import type { components } from '../../../shared/amazonAds/schema';
import { AdsError } from '../adsError';
import { entriesOf, id, list, nextToken, text, type Entries } from '../answers';
import type { AdsClient } from '../client/client';
import { parsed, readAllPages } from '../client/pages';

type ListRequest = components['schemas']['ListUsersRequestContent'];

/** How the listed people got access: `DIRECT` in the account itself, `INDIRECT` through a manager account. */
export type AccessScope = components['schemas']['AccessScope'];

/** A person with access to an account. Amazon masks addresses here, in an unpublished form (amazon-api §3). */
export interface AdsUser {
  readonly userId: string;
  readonly emailAddress: string | undefined;
}

/** Max page size (amazon-api §3). */
const maxResults = 100;

/**
 * Everybody with access to one account, however they got it, all pages (POST /users/list). If Amazon doesn't accept the filter,
 * without it.
 * @throws AdsError when any page can't be read
 */
export async function readUsers(client: AdsClient, accountId: string): Promise<Entries<AdsUser>> {
  try {
    return await readUsersIn(client, accountId, 'EFFECTIVE');
  } catch (thrown) {
    if (!(thrown instanceof AdsError) || thrown.httpStatus !== 400) throw thrown;
    return readUsersIn(client, accountId, undefined);
  }
}

/**
 * The people of one account whose access has that scope, all pages. Amazon states no default, so the scope is always sent, unless
 * it is undefined: for an account where Amazon doesn't accept the filter (amazon-api §9).
 * @throws AdsError when any page can't be read; 400 if Amazon doesn't accept the filter
 */
export const readUsersIn = (
  client: AdsClient,
  accountId: string,
  scope: AccessScope | undefined,
): Promise<Entries<AdsUser>> =>
  readAllPages(userKey, async (token) => {
    const request: ListRequest = {
      maxResults,
      ...(scope === undefined ? {} : { accessScopeFilter: { include: [scope] } }),
      ...(token === undefined ? {} : { nextToken: token }),
    };
    const answer = await client.read({
      method: 'POST',
      path: '/users/list',
      mediaType: 'application/vnd.listusers.v1+json',
      accountId,
      body: Buffer.from(JSON.stringify(request)),
    });
    const page = parsed(usersPage, answer);
    return { ...entriesOf(user, page.users), nextToken: page.nextToken };
  });

const userKey = ({ userId }: AdsUser): string => userId;

const usersPage = z.looseObject({ users: list, nextToken });

const user = z
  .looseObject({ userId: id, emailAddress: text })
  .transform(({ userId, emailAddress }): AdsUser => ({ userId, emailAddress }));
