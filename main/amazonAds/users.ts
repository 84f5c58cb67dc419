import { z } from 'zod';
import type { components } from '../../shared/amazonAds/schema';
import { AdsError } from './adsError';
import { entriesOf, id, list, nextToken, text, type Entries } from './answers';
import type { AdsClient } from './client';
import { parsed, readAllPages } from './pages';

type ListRequest = components['schemas']['ListUsersRequestContent'];

/** Somebody with access to an account. Amazon masks addresses here, in a form it does not publish (amazon-api §3). */
export interface AdsUser {
  readonly userId: string;
  readonly emailAddress: string | undefined;
}

/** The most one page may hold (amazon-api §3). */
const maxResults = 100;

/** Everybody with access, however they came by it. Amazon states no default, so it is always sent (amazon-api §9). */
const whoHasAccess: ListRequest = { accessScopeFilter: { include: ['EFFECTIVE'] } };

/**
 * Everybody who has access to one account, every page (POST /users/list). Where Amazon does not take the filter, without
 * it, as Amazon has it by itself.
 * @throws AdsError when any page cannot be read
 */
export async function readUsers(client: AdsClient, accountId: string): Promise<Entries<AdsUser>> {
  try {
    return await readPages(client, accountId, whoHasAccess);
  } catch (thrown) {
    if (!(thrown instanceof AdsError) || thrown.httpStatus !== 400) throw thrown;
    return readPages(client, accountId, {});
  }
}

const readPages = (client: AdsClient, accountId: string, filter: ListRequest): Promise<Entries<AdsUser>> =>
  readAllPages(userKey, async (token) => {
    const request: ListRequest = {
      maxResults,
      ...filter,
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
