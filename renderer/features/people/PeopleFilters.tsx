import type { ReactElement, ReactNode } from 'react';
import { FilterSelect } from '../../components/table/FilterSelect';
import { useDomains } from '../../queries/people';
import { MembersFilters } from '../members/MembersFilters';
import { GroupFilter } from './GroupFilter';
import { certainties, type PeopleFilter } from './peopleFilter';
import { peopleText } from './peopleText';

interface PeopleFiltersProps {
  readonly filter: PeopleFilter;
  readonly total: number;
  readonly setFilter: (filter: PeopleFilter) => void;
  /** More, after the filters. */
  readonly children?: ReactNode;
}

/** Search, access, role, domain, how certain the address is, and the group of accounts. */
export function PeopleFilters({ filter, total, setFilter, children }: PeopleFiltersProps): ReactElement {
  const domains = useDomains();
  // One that nobody has anymore stays selected until it is changed.
  const offered =
    filter.domain === null || domains.includes(filter.domain) ? domains : [...domains, filter.domain];
  return (
    <MembersFilters
      find={peopleText.find}
      filter={filter}
      total={total}
      setFilter={(members) => setFilter({ ...filter, ...members })}
    >
      <FilterSelect
        label={peopleText.filterByDomain}
        options={[
          { value: '', label: peopleText.anyDomain },
          ...offered.map((domain) => ({ value: domain, label: `@${domain}` })),
        ]}
        value={filter.domain}
        onChange={(value) =>
          setFilter({ ...filter, domain: value === undefined || value === '' ? null : value })
        }
      />
      <FilterSelect
        label={peopleText.filterByCertainty}
        options={[
          { value: '', label: peopleText.anyCertainty },
          ...certainties.map((value) => ({ value, label: peopleText.certainty[value] })),
        ]}
        value={filter.certainty}
        onChange={(value) =>
          setFilter({ ...filter, certainty: certainties.find((each) => each === value) ?? null })
        }
      />
      <GroupFilter group={filter.group} onChange={(group) => setFilter({ ...filter, group })} />
      {children}
    </MembersFilters>
  );
}
