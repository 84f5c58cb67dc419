import { z } from 'zod';
import { toSearchText } from '../../text/searchText';
import { accountRef } from '../account/account';
import { groupRef } from '../account/labels';
import { member } from '../member/member';
import { memberPersonRef } from './memberPerson';

/** An account as a column of the matrix, with how much is known about its members. Times are ms since 1970. */
export const matrixAccount = z.object({
  realm: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  marketplaceId: z.string(),
  /** Of the client; null: in none. */
  group: groupRef.nullable(),
  /** Through the connection that tells most about it. */
  account: accountRef,
  /** When the oldest list that counts was read; null: none was, so nothing is known of those who aren't listed. */
  membersAsOf: z.number().nullable(),
  /** Whether direct access is known, but access through a manager account isn't. */
  isInheritedUnknown: z.boolean(),
});
export type MatrixAccount = z.infer<typeof matrixAccount>;

/** What a user ID has in an account, as Amazon listed it last. */
const matrixAccess = member.pick({ scope: true, role: true, roleAsOf: true, lastSeenAt: true });
export type MatrixAccess = z.infer<typeof matrixAccess>;

/** What a user ID has in an account. Cells of which nothing is stored are omitted; what that means depends on the account. */
export const matrixCell = memberPersonRef.extend({
  accountId: z.string(),
  /** Null: not listed. */
  access: matrixAccess.nullable(),
  /** The role of a pending invitation to an address that is certainly this person's; null: none is known. */
  pendingRole: z.string().nullable(),
});
export type MatrixCell = z.infer<typeof matrixCell>;

/** Which accounts are columns. */
interface AccountFilter {
  readonly search: string;
  /** IDs; undefined: any group, or none. */
  readonly groups: readonly string[] | undefined;
}

/** Whether an account's name or ID contains the letters, in any case, and it is in one of the groups. */
export function isAccountFound(
  { accountName, accountId, group }: Pick<MatrixAccount, 'accountName' | 'accountId' | 'group'>,
  { search, groups }: AccountFilter,
): boolean {
  if (groups !== undefined && (group === null || !groups.includes(group.groupId))) return false;
  const searched = toSearchText(search.trim());
  return [accountName, accountId].some((text) => toSearchText(text).includes(searched));
}
