import Button from '@cloudscape-design/components/button';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import TextFilter from '@cloudscape-design/components/text-filter';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Token from '@cloudscape-design/components/token';
import type { ReactElement } from 'react';
import {
  actionNames,
  activityActions,
  activityResults,
  activitySources,
  actorParts,
  resultNames,
} from '../../../shared/domain/activity';
import { rowText, type Origin } from '../../../shared/domain/outbox/origin';
import type { BatchPart } from '../../../shared/navigation/routes';
import { counted } from '../../components/text/formatTime';
import { isNarrowed, type View } from './activityView';
import { SpanPicker } from './SpanPicker';
import { activityText } from './activityText';

interface ActivityFiltersProps {
  readonly view: View;
  readonly total: number | undefined;
  /** Where the first entry listed comes from: it names the batch that the list is narrowed to. */
  readonly origin: Origin | null;
  /** There are colleagues, so entries may be theirs. */
  readonly hasColleagues: boolean;
  readonly onChange: (part: Partial<View>) => void;
  readonly onClear: () => void;
}

/** Narrows the record by words, by what was done, how it ended, when, and by whom. */
export function ActivityFilters({
  view,
  total,
  origin,
  hasColleagues,
  onChange,
  onClear,
}: ActivityFiltersProps): ReactElement {
  return (
    <SpaceBetween size="xs">
      <div className="filters">
        <div className="filters-search">
          <TextFilter
            filteringText={view.search}
            filteringPlaceholder={activityText.searchPlaceholder}
            filteringAriaLabel={activityText.searchLabel}
            countText={total === undefined ? '' : counted(total, 'match', 'matches')}
            onChange={({ detail }) => {
              onChange({ search: detail.filteringText });
            }}
          />
        </div>
        <FilterSelect
          label={activityText.what}
          all={activityText.anyAction}
          names={actionNames}
          values={activityActions}
          selected={view.action}
          onSelect={(action) => onChange({ action })}
        />
        <FilterSelect
          label={activityText.result}
          all={activityText.anyResult}
          names={resultNames}
          values={activityResults}
          selected={view.result}
          onSelect={(result) => onChange({ result })}
        />
        {hasColleagues || view.source !== null ? (
          <FilterSelect
            label={activityText.source}
            all={activityText.everyone}
            names={activityText.sources}
            values={activitySources}
            selected={view.source}
            onSelect={(source) => onChange({ source })}
          />
        ) : null}
        <SpanPicker span={view.span} onSelect={(span) => onChange({ span })} />
      </div>
      {isNarrowed(view) ? (
        <div className="filters">
          {view.actor === null ? null : (
            <ActorToken actor={view.actor} onDismiss={() => onChange({ actor: null })} />
          )}
          {view.batch === null ? null : (
            <Token
              variant="inline"
              label={batchLabel(view.batch, origin)}
              dismissLabel={activityText.dismissBatch}
              onDismiss={() => onChange({ batch: null })}
            />
          )}
          <Button variant="inline-link" onClick={onClear}>
            {activityText.clearFilters}
          </Button>
        </div>
      ) : null}
    </SpaceBetween>
  );
}

const batchLabel = ({ rowId }: BatchPart, origin: Origin | null): string => {
  if (origin === null) return activityText.oneBatch;
  return activityText.batchToken(rowText(rowId === undefined ? { ...origin, rowNumber: null } : origin));
};

interface ActorTokenProps {
  readonly actor: string;
  readonly onDismiss: () => void;
}

/** Shows that only the actions of one identity are listed; it is selected in the list itself. */
function ActorToken({ actor, onDismiss }: ActorTokenProps): ReactElement {
  const { name } = actorParts(actor);
  return (
    <Token
      variant="inline"
      label={activityText.actorToken(name)}
      dismissLabel={activityText.dismissActor(name)}
      onDismiss={onDismiss}
    />
  );
}

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** The text for no selection. */
  readonly all: string;
  readonly values: readonly Value[];
  readonly names: Record<Value, string>;
  readonly selected: Value | null;
  readonly onSelect: (value: Value | null) => void;
}

function FilterSelect<Value extends string>(props: FilterSelectProps<Value>): ReactElement {
  const { label, all, values, names, selected, onSelect } = props;
  const everything: SelectProps.Option = { value: '', label: all };
  const options = values.map((value) => ({ value, label: names[value] }));
  return (
    <Select
      ariaLabel={label}
      options={[everything, ...options]}
      selectedOption={options.find(({ value }) => value === selected) ?? everything}
      expandToViewport
      onChange={({ detail }) => {
        onSelect(values.find((value) => value === detail.selectedOption.value) ?? null);
      }}
    />
  );
}
