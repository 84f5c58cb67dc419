import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactElement } from 'react';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import {
  instanceAccessState,
  type InstanceAccessState,
} from '../../../../shared/domain/account/instanceAccessState';
import { formatNumber } from '../../../../shared/text/formats';
import { FilterSelect } from '../../../components/table/FilterSelect';
import { counted } from '../../../components/text/formatTime';
import { instancesText } from '../instancesText';

/** What a list shows of everybody who accepted; null: all of them. */
export interface WorkFilter {
  readonly state: InstanceAccessState | null;
  readonly search: string;
}

/** Max length of a search (see `instances.list`). */
const maxLength = 200;

interface WorkFiltersProps {
  readonly filter: WorkFilter;
  readonly setFilter: (filter: WorkFilter) => void;
  readonly total: number | undefined;
  readonly counts: ChannelOutput<'instances.counts'> | undefined;
  readonly selected: number;
  readonly onClear: () => void;
  readonly onTrackAll: () => void;
}

/** Search and state, how many are selected, and what isn't tracked. */
export function WorkFilters(props: WorkFiltersProps): ReactElement {
  const { filter, setFilter, total, counts, selected, onClear, onTrackAll } = props;
  const notTracked = counts?.notTracked ?? 0;
  return (
    <SpaceBetween size="xs">
      <div className="filters">
        <div className="filters-search">
          <TextFilter
            filteringText={filter.search}
            filteringPlaceholder={instancesText.findPlaceholder}
            filteringAriaLabel={instancesText.find}
            {...(filter.search === '' || total === undefined
              ? {}
              : { countText: counted(total, 'match', 'matches') })}
            onChange={({ detail }) => {
              setFilter({ ...filter, search: detail.filteringText.slice(0, maxLength) });
            }}
          />
        </div>
        <FilterSelect
          label={instancesText.stateFilter}
          options={[
            ...instanceAccessState.options.map((state) => ({
              value: state,
              label: instancesText.withCount(instancesText.states[state], counts?.[state]),
            })),
            { value: '', label: instancesText.states.all },
          ]}
          value={filter.state}
          onChange={(value) => {
            const state = instanceAccessState.options.find((each) => each === value) ?? null;
            setFilter({ ...filter, state });
          }}
        />
      </div>
      {notTracked === 0 ? null : (
        <div className="inline-row">
          {instancesText.notTrackedNote(notTracked)}
          <Button variant="inline-link" onClick={onTrackAll}>
            {instancesText.trackAll}
          </Button>
        </div>
      )}
      {selected === 0 ? null : (
        <div className="filters">
          <LiveRegion tagName="span">{instancesText.selected(formatNumber(selected))}</LiveRegion>
          <Button variant="inline-link" onClick={onClear}>
            {instancesText.selectNone}
          </Button>
        </div>
      )}
    </SpaceBetween>
  );
}
