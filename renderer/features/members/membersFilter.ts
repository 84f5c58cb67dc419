import type { MemberScope } from '../../../shared/domain/member/member';
import type { FilterRole } from '../../../shared/domain/member/memberFilter';
import type { MembersQuery } from '../../queries/members';

export const filterScopes: readonly MemberScope[] = ['direct', 'inherited', 'both', 'unknown'];

/** The list's filter; null: no filter by role or kind of access. */
export interface MembersFilter {
  readonly search: string;
  readonly role: FilterRole | null;
  readonly scope: MemberScope | null;
}

export const everybody: MembersFilter = { search: '', role: null, scope: null };

/** Whether it may exclude anyone. */
export const isNarrowed = ({ search, role, scope }: MembersFilter): boolean =>
  search.trim() !== '' || role !== null || scope !== null;

/** The filter in main's form. */
export const queryOf = ({
  search,
  role,
  scope,
}: MembersFilter): Pick<MembersQuery, 'search' | 'roles' | 'scopes'> => ({
  search: search.trim(),
  ...(role === null ? {} : { roles: [role === 'unknown' ? null : role] }),
  ...(scope === null ? {} : { scopes: [scope] }),
});
