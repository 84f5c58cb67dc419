import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactElement, ReactNode } from 'react';
import { filterRoles } from '../../../shared/domain/member/memberFilter';
import { FilterSelect } from '../../components/table/FilterSelect';
import { counted } from '../../components/text/formatTime';
import { filterScopes, type MembersFilter } from './membersFilter';
import { membersText } from './membersText';

/** Max length of a search (see `members.list`). */
const maxLength = 200;

interface MembersFiltersProps {
  /** The search field's name. */
  readonly find: string;
  readonly filter: MembersFilter;
  readonly total: number | undefined;
  readonly setFilter: (filter: MembersFilter) => void;
  /** More filters, after these. */
  readonly children?: ReactNode;
}

/** Search, access and role. */
export function MembersFilters({
  find,
  filter,
  total,
  setFilter,
  children,
}: MembersFiltersProps): ReactElement {
  return (
    <div className="filters">
      <div className="filters-search">
        <TextFilter
          filteringText={filter.search}
          filteringPlaceholder={membersText.findPlaceholder}
          filteringAriaLabel={find}
          {...(filter.search === '' || total === undefined
            ? {}
            : { countText: counted(total, 'match', 'matches') })}
          onChange={({ detail }) => {
            setFilter({ ...filter, search: detail.filteringText.slice(0, maxLength) });
          }}
        />
      </div>
      <FilterSelect
        label={membersText.filterByAccess}
        options={[
          { value: '', label: membersText.anyAccess },
          ...filterScopes.map((scope) => ({ value: scope, label: membersText.accessName(scope) })),
        ]}
        value={filter.scope}
        onChange={(value) => {
          setFilter({ ...filter, scope: filterScopes.find((scope) => scope === value) ?? null });
        }}
      />
      <FilterSelect
        label={membersText.filterByRole}
        options={[
          { value: '', label: membersText.anyRole },
          ...filterRoles.map((role) => ({
            value: role,
            label: membersText.roleName(role === 'unknown' ? null : role),
          })),
        ]}
        value={filter.role}
        onChange={(value) => {
          setFilter({ ...filter, role: filterRoles.find((role) => role === value) ?? null });
        }}
      />
      {children}
    </div>
  );
}
