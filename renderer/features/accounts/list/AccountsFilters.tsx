import TextFilter from '@cloudscape-design/components/text-filter';
import Token from '@cloudscape-design/components/token';
import type { ReactElement, ReactNode } from 'react';
import { FilterSelect } from '../../../components/table/FilterSelect';
import { counted } from '../../../components/text/formatTime';
import { goTo } from '../../../navigation/useRoute';
import { useGroups } from '../../../queries/labels';
import { accountsText } from '../accountsText';
import { tagCounts } from '../labels/labelsDraft';
import { labelsText } from '../labels/labelsText';
import type { AccountRow } from '../../../queries/accountRows';
import { ungrouped, type AccountsFilter } from './accountsFilter';

interface AccountsFiltersProps {
  readonly accounts: readonly AccountRow[];
  readonly filter: AccountsFilter;
  readonly setFilter: (filter: AccountsFilter) => void;
  /** How many accounts match. */
  readonly matches: number;
  /** Whether only accounts that need attention are listed. */
  readonly problemsOnly: boolean;
  /** More, after the filters. */
  readonly children: ReactNode;
}

/** Search, group and tag; groups and tags once there are any. */
export function AccountsFilters(props: AccountsFiltersProps): ReactElement {
  const { accounts, filter, setFilter, matches, problemsOnly, children } = props;
  const groups = useGroups();
  const tags = tagCounts(accounts);
  const isKnown =
    filter.group === null ||
    filter.group === ungrouped ||
    groups.some(({ groupId }) => groupId === filter.group);
  return (
    <div className="filters">
      <div className="filters-search">
        <TextFilter
          filteringText={filter.search}
          filteringPlaceholder={accountsText.findPlaceholder}
          filteringAriaLabel={accountsText.findAccounts}
          {...(filter.search === '' ? {} : { countText: counted(matches, 'match', 'matches') })}
          onChange={({ detail }) => setFilter({ ...filter, search: detail.filteringText })}
        />
      </div>
      {groups.length === 0 && filter.group === null ? null : (
        <FilterSelect
          label={accountsText.filterByGroup}
          options={[
            { value: '', label: accountsText.anyGroup },
            ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
            { value: ungrouped, label: labelsText.noGroup },
            // A saved view may name one that was deleted since.
            ...(isKnown ? [] : [{ value: filter.group, label: accountsText.deletedGroup }]),
          ]}
          value={filter.group}
          onChange={(value) => setFilter({ ...filter, group: value === '' ? null : (value ?? null) })}
        />
      )}
      {tags.length === 0 && filter.tag === null ? null : (
        <FilterSelect
          label={accountsText.filterByTag}
          options={[
            { value: '', label: accountsText.anyTag },
            ...tags.map(({ tag }) => ({ value: tag, label: tag })),
          ]}
          value={filter.tag}
          onChange={(value) => setFilter({ ...filter, tag: value === '' ? null : (value ?? null) })}
        />
      )}
      {children}
      {problemsOnly ? (
        <Token
          variant="inline"
          label={accountsText.problemsOnly}
          dismissLabel={accountsText.showAllAccounts}
          onDismiss={() => goTo({ screen: 'accounts' })}
        />
      ) : null}
    </div>
  );
}
