import { z } from 'zod';
import type { components } from '../../../shared/amazonAds/schema';
import { entriesOf, list, nextToken, roleName } from '../answers';
import type { AdsClient } from '../client/client';
import { parsed, readAllPages } from '../client/pages';

type RolesRequest = components['schemas']['QueryUserRolesRequestContent'];

/** Max page size (amazon-api §3). */
const maxResults = 100;

/**
 * The *direct* roles of one person in one account, as Amazon writes them (POST /userRoles/list). An empty result says nothing
 * about access through a manager account (amazon-api §9).
 * @returns no role twice, in Amazon's order
 * @throws AdsError when any page can't be read; 404 also for someone who isn't in the account
 */
export async function readUserRoles(client: AdsClient, accountId: string, userId: string): Promise<string[]> {
  const { entries } = await readAllPages(
    ({ role }: NamedRole) => role,
    async (token) => {
      const request: RolesRequest = {
        userId,
        maxResults,
        ...(token === undefined ? {} : { nextToken: token }),
      };
      const answer = await client.read({
        method: 'POST',
        path: '/userRoles/list',
        mediaType: 'application/vnd.queryuserroles.v1+json',
        accountId,
        body: Buffer.from(JSON.stringify(request)),
      });
      const page = parsed(rolesPage, answer);
      const { entries: roles, unreadable } = entriesOf(roleEntry, page.roles);
      return {
        // An entry for a set of permissions has no role name.
        entries: roles.flatMap(({ role }) => (role === undefined ? [] : [{ role }])),
        unreadable,
        nextToken: page.nextToken,
      };
    },
  );
  return entries.map(({ role }) => role);
}

interface NamedRole {
  readonly role: string;
}

const rolesPage = z.looseObject({ roles: list, nextToken });

const roleEntry = z.looseObject({ role: roleName });
