import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { memo, useCallback, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { counted } from '../../../components/text/formatTime';
import type { InvitationsRoute } from '../../../../shared/navigation/routes';
import { goTo } from '../../../navigation/useRoute';
import { withSearch, type InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import { useSearchOfList } from './liveSearchContext';
import { InvitationPropertyFilter } from './InvitationPropertyFilter';
import { presetViews, viewLike } from './presetViews';
import { filterText } from './filterText';

interface InvitationFiltersProps {
  /** Of which list; what was begun to be typed for another is dropped. */
  readonly scopeKey: string;
  readonly filter: InvitationFilter;
  /** The address of this list with another filter. */
  readonly routeTo: (filter: InvitationFilter) => InvitationsRoute;
  readonly total: number | undefined;
  /** Whether the list covers all accounts. */
  readonly overAccounts: boolean;
  /** The saved views, beside the preset ones. */
  readonly savedViews: ReactNode;
}

/** The ways to filter the list: a preset view, text, and properties. */
export function InvitationFilters(props: InvitationFiltersProps): ReactElement {
  const { scopeKey, filter, routeTo, total, overAccounts, savedViews } = props;
  const { search, setSearch } = useSearchOfList();
  const typed = useRef(search);
  useEffect(() => {
    typed.current = search;
  }, [search]);
  // The same function for all typing, so that what is beside the text isn't redrawn each time.
  const narrow = useCallback(
    (next: InvitationFilter): void => {
      goTo(routeTo(withSearch(next, typed.current)));
    },
    [routeTo],
  );
  return (
    <SpaceBetween size="xs">
      <div className="filters">
        <PresetViews selected={viewLike(filter)?.id ?? null} onPick={narrow} />
        {savedViews}
      </div>
      <div className="filters top">
        <div className="filters-search">
          <TextFilter
            filteringText={search}
            filteringPlaceholder={filterText.searchPlaceholder}
            filteringAriaLabel={filterText.searchLabel}
            countText={total === undefined ? '' : counted(total, 'match', 'matches')}
            onChange={({ detail }) => {
              setSearch(detail.filteringText);
            }}
          />
        </div>
        <div className="filters-properties">
          <InvitationPropertyFilter
            key={scopeKey}
            filter={filter}
            onChange={narrow}
            overAccounts={overAccounts}
          />
        </div>
      </div>
    </SpaceBetween>
  );
}

interface PresetViewsProps {
  readonly selected: string | null;
  readonly onPick: (filter: InvitationFilter) => void;
}

/** Not redrawn while text is typed below it. */
const PresetViews = memo(function PresetViews({ selected, onPick }: PresetViewsProps): ReactElement {
  return (
    <SegmentedControl
      label={filterText.view}
      selectedId={selected}
      options={presetViews.map(({ id, text }) => ({ id, text }))}
      onChange={({ detail }) => {
        const view = presetViews.find(({ id }) => id === detail.selectedId);
        if (view !== undefined) onPick(view.filter);
      }}
    />
  );
});
