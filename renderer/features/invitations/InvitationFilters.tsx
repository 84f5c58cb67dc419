import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactElement } from 'react';
import { counted } from '../../components/formatTime';
import type { InvitationFilter } from './invitationFilter';
import { PropertyNarrowing } from './PropertyNarrowing';
import { readyViews, viewLike } from './readyViews';

interface InvitationFiltersProps {
  readonly filter: InvitationFilter;
  readonly onChange: (filter: InvitationFilter) => void;
  /** What is looked for, as typed. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly total: number | undefined;
  /** Whether the list is of all accounts. */
  readonly overAccounts: boolean;
}

/** The ways to narrow the list: a ready view, words, and properties. */
export function InvitationFilters(props: InvitationFiltersProps): ReactElement {
  const { filter, onChange, search, onSearch, total, overAccounts } = props;
  return (
    <SpaceBetween size="xs">
      <SegmentedControl
        label="View"
        selectedId={viewLike(filter)?.id ?? null}
        options={readyViews.map(({ id, text }) => ({ id, text }))}
        onChange={({ detail }) => {
          const view = readyViews.find(({ id }) => id === detail.selectedId);
          if (view !== undefined) onChange(view.filter);
        }}
      />
      <div className="filters top">
        <div className="filters-search">
          <TextFilter
            filteringText={search}
            filteringPlaceholder="Find by name, e-mail or inviter"
            filteringAriaLabel="Find invitations"
            countText={total === undefined ? '' : counted(total, 'match', 'matches')}
            onChange={({ detail }) => {
              onSearch(detail.filteringText);
            }}
          />
        </div>
        <div className="filters-properties">
          <PropertyNarrowing filter={filter} onChange={onChange} overAccounts={overAccounts} />
        </div>
      </div>
    </SpaceBetween>
  );
}
