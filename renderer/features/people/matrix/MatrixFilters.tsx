import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactElement } from 'react';
import { counted } from '../../../components/text/formatTime';
import { MembersProgress } from '../../members/MembersProgress';
import { PeopleFilters } from '../PeopleFilters';
import { matrixSorts, type MatrixView } from './matrixView';
import { matrixText } from './matrixText';

/** Max length of a search (see `people.export`). */
const maxLength = 200;

interface MatrixFiltersProps {
  readonly view: MatrixView;
  readonly setView: (view: MatrixView) => void;
  readonly people: number;
  readonly accounts: number;
}

/** Which people, in which order, which accounts, and how far reading them is. */
export const MatrixFilters = ({ view, setView, people, accounts }: MatrixFiltersProps): ReactElement => (
  <SpaceBetween size="xs">
    <PeopleFilters
      filter={view.filter}
      total={people}
      setFilter={(filter) => setView({ ...view, filter, page: 1 })}
    />
    <div className="filters">
      <div className="filters-search">
        <TextFilter
          filteringText={view.accountSearch}
          filteringPlaceholder={matrixText.findAccountsPlaceholder}
          filteringAriaLabel={matrixText.findAccounts}
          {...(view.accountSearch === '' ? {} : { countText: counted(accounts, 'match', 'matches') })}
          onChange={({ detail }) =>
            setView({ ...view, accountSearch: detail.filteringText.slice(0, maxLength) })
          }
        />
      </div>
      <Select
        ariaLabel={matrixText.sort}
        options={matrixSorts.map((value) => ({ value, label: matrixText.sorts[value] }))}
        selectedOption={{ value: view.sort, label: matrixText.sorts[view.sort] }}
        expandToViewport
        onChange={({ detail }) => {
          const sort = matrixSorts.find((each) => each === detail.selectedOption.value);
          if (sort !== undefined) setView({ ...view, sort, page: 1 });
        }}
      />
      <MembersProgress />
    </div>
  </SpaceBetween>
);
