import { z } from 'zod';
import type { components } from '../../shared/amazonAds/schema';
import { entriesOf, id, list, nextToken, text, type Entries } from './answers';
import type { AdsClient } from './client';
import { parsed, readAllPages } from './pages';

type ListRequest = components['schemas']['ListUsersRequestContent'];

/** Somebody with access to an account. Amazon masks addresses here, in a form it does not publish (amazon-contract §3). */
export interface AdsUser {
  readonly userId: string;
  readonly emailAddress: string | undefined;
}

/** The most one page may hold (amazon-contract §3). */
const maxResults = 100;

/**
 * Everybody who has access to one account, every page (POST /users/list).
 * @throws AdsError when any page cannot be read
 */
export const readUsers = (client: AdsClient, accountId: string): Promise<Entries<AdsUser>> =>
  readAllPages(async (token) => {
    const request: ListRequest = { maxResults, ...(token === undefined ? {} : { nextToken: token }) };
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

const usersPage = z.looseObject({ users: list, nextToken });

const user = z
  .looseObject({ userId: id, emailAddress: text })
  .transform(({ userId, emailAddress }): AdsUser => ({ userId, emailAddress }));
