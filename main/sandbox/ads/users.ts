import { findMember, membersOf, type MemberRow } from '../state/members';
import { adminAccount } from './caller';
import { ApiFault, type Call, type Operations } from './operation';
import { cutPage, pageToken, positionAfter } from './pageToken';

/** The most people on a page (amazon-api §3); also when the call doesn't say, which is our choice. */
const maxPageSize = 100;

export const userOperations = {
  ListUsers: (call) => {
    const accountId = adminAccount(call);
    const list = `users of ${accountId}`;
    const size = Math.floor(call.body?.maxResults ?? maxPageSize);
    const after = positionAfter(list, call.body?.nextToken);
    const found = seesDirectAccess(call.body) ? membersOf(call.db, accountId, after, size + 1) : [];
    const { rows, lastPosition } = cutPage(found, size);
    return {
      users: rows.map(({ adsUserId, email }) => ({ userId: adsUserId, emailAddress: masked(email) })),
      ...(lastPosition === undefined ? {} : { nextToken: pageToken(list, lastPosition) }),
    };
  },

  QueryUserRoles: (call) => {
    const member = requestedMember(call, 'roles');
    return { roles: [{ type: 'ROLE', role: member.role === 'admin' ? 'ADMIN' : 'VIEWER' }] };
  },

  /** `AMC_ADMIN` is the only permission of AMC's that is published (amazon-api §1), so a viewer has none. */
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

/** Everybody's access is direct here, so only a call for INDIRECT finds nothing. */
const seesDirectAccess = (body: AccessFilter | undefined): boolean =>
  body?.accessScopeFilter?.include?.[0] !== 'INDIRECT';

interface UserQuery {
  readonly userId: string;
  readonly nextToken?: string;
}

/** @throws ApiFault 404 for somebody who is no member of the account, 400 for a page token: one page holds it all */
function requestedMember(call: Call<UserQuery>, list: string): MemberRow {
  const accountId = adminAccount(call);
  const { userId, nextToken } = call.body;
  positionAfter(`${list} of ${userId}`, nextToken);
  const member = findMember(call.db, accountId, userId);
  if (member === undefined) throw new ApiFault(404, 'The account has no such user');
  return member;
}

/** `dana.whitfield@northwind-media.example` -> `d***@northwind-media.example`. */
const masked = (email: string): string => email.replace(/^(.)[^@]*/, '$1***');
