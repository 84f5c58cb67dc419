import { findMember, membersOf, type MemberRow } from '../state/members';
import { adminAccount } from './caller';
import { maskEmail } from './maskEmail';
import { ApiFault, type Call, type Operations } from './operation';
import { cutPage, pageToken, positionAfter } from './pageToken';

/** Max number of people on a page (amazon-api §3), and the default if the call doesn't say (our choice). */
const maxPageSize = 100;

export const userOperations = {
  ListUsers: (call) => {
    const accountId = adminAccount(call);
    const list = `users of ${accountId}`;
    const size = Math.floor(call.body?.maxResults ?? maxPageSize);
    const after = positionAfter(list, call.body?.nextToken);
    if (after === 0) call.beforeListing(accountId);
    const scope = scopes[call.body?.accessScopeFilter?.include?.[0] ?? 'ALL'];
    const { rows, lastPosition } = cutPage(
      membersOf(call.db, accountId, { scope, after, limit: size + 1 }),
      size,
    );
    return {
      users: rows.map(({ adsUserId, email }) => ({
        userId: adsUserId,
        emailAddress: maskEmail(email, call.conduct.mask),
      })),
      ...(lastPosition === undefined ? {} : { nextToken: pageToken(list, lastPosition) }),
    };
  },

  QueryUserRoles: (call) => {
    const { role } = requestedMember(call, 'roles');
    // Direct roles only (amazon-api §9).
    return { roles: role === null ? [] : [{ type: 'ROLE', role: role === 'admin' ? 'ADMIN' : 'VIEWER' }] };
  },

  /** `AMC_ADMIN` is the only published permission of AMC's (amazon-api §1), so a viewer has none. */
  QueryUserPermissions: (call) => {
    const member = requestedMember(call, 'permissions');
    return {
      permissions: member.role === 'admin' && seesDirectAccess(call.body) ? [{ id: 'AMC_ADMIN' }] : [],
    };
  },
} satisfies Partial<Operations>;

interface AccessFilter {
  readonly accessScopeFilter?: {
    readonly include?: readonly ('ALL' | 'DIRECT' | 'EFFECTIVE' | 'INDIRECT')[];
  };
}

/** Everybody, also if the call doesn't say: our choice. */
const scopes = { ALL: 'all', DIRECT: 'direct', EFFECTIVE: 'all', INDIRECT: 'inherited' } as const;

/** Only a direct role has permissions: people of a manager account inherit Viewer (amazon-api §9). */
const seesDirectAccess = (body: AccessFilter | undefined): boolean =>
  body?.accessScopeFilter?.include?.[0] !== 'INDIRECT';

interface UserQuery {
  readonly userId: string;
  readonly nextToken?: string;
}

/** @throws ApiFault 404 for somebody who isn't a member of the account, 400 for a page token: one page has everything */
function requestedMember(call: Call<UserQuery>, list: string): MemberRow {
  const accountId = adminAccount(call);
  const { userId, nextToken } = call.body;
  positionAfter(`${list} of ${userId}`, nextToken);
  const member = findMember(call.db, accountId, userId);
  if (member === undefined) throw new ApiFault(404, 'The account has no such user');
  return member;
}
