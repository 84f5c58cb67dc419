import { z } from 'zod';
import type { components } from '../../../shared/amazonAds/schema';
import { entriesOf, id, list, nextToken } from '../answers';
import type { AdsClient } from '../client/client';
import { parsed, readAllPages } from '../client/pages';
import type { AccessScope } from './listUsers';

type PermissionsRequest = components['schemas']['QueryUserPermissionsRequestContent'];

/** Max page size (amazon-api §3). */
const maxResults = 100;

/**
 * The IDs of the permissions that one person has in one account through access of that scope (POST /userPermissions/list).
 * `AMC_ADMIN` is the only published one of AMC's (amazon-api §1).
 * @throws AdsError when any page can't be read; 404 also for someone who isn't in the account
 */
export async function readUserPermissions(
  client: AdsClient,
  {
    accountId,
    userId,
    scope,
  }: { readonly accountId: string; readonly userId: string; readonly scope: AccessScope },
): Promise<string[]> {
  const { entries } = await readAllPages(
    (permission: Permission) => permission.id,
    async (token) => {
      const request: PermissionsRequest = {
        userId,
        maxResults,
        accessScopeFilter: { include: [scope] },
        ...(token === undefined ? {} : { nextToken: token }),
      };
      const answer = await client.read({
        method: 'POST',
        path: '/userPermissions/list',
        mediaType: 'application/vnd.queryuserpermissions.v1+json',
        accountId,
        body: Buffer.from(JSON.stringify(request)),
      });
      const page = parsed(permissionsPage, answer);
      return { ...entriesOf(permissionEntry, page.permissions), nextToken: page.nextToken };
    },
  );
  return entries.map((permission) => permission.id);
}

type Permission = z.infer<typeof permissionEntry>;

const permissionsPage = z.looseObject({ permissions: list, nextToken });

const permissionEntry = z.looseObject({ id });
