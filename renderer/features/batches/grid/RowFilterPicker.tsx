import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';
import { rowStateNames, rowStates } from '../../../../shared/domain/batch/rowState';
import { formatNumber } from '../../../../shared/text/formats';
import type { RowFilter } from '../gridModel/rows/rowView';
import { gridText } from './gridText';

interface RowFilterPickerProps {
  readonly filter: RowFilter;
  /** How many rows each filter shows. */
  readonly counts: Readonly<Record<RowFilter, number>>;
  readonly onSelect: (filter: RowFilter) => void;
}

/** Max number of filters side by side at 1024 px; more are in a list. */
const maxSideBySide = 6;

const always: readonly RowFilter[] = ['all', 'draft', 'ready'];

/** In display order; warnings follow the ready rows that have them. */
const filters: readonly { readonly id: RowFilter; readonly name: string }[] = [
  { id: 'all', name: gridText.allRows },
  ...rowStates.flatMap((state) => {
    const own = { id: state, name: rowStateNames[state] };
    return state === 'ready' ? [own, { id: 'warning' as const, name: gridText.warnings }] : [own];
  }),
];

/** Which rows are shown: all, or those in one state. States without a row are left out. */
export function RowFilterPicker({ filter, counts, onSelect }: RowFilterPickerProps): ReactElement {
  const offered = filters.filter(({ id }) => counts[id] > 0 || id === filter || always.includes(id));
  const textOf = ({ id, name }: (typeof filters)[number]): string => `${name} (${formatNumber(counts[id])})`;
  const select = (wanted: string | undefined): void => {
    const selected = filters.find(({ id }) => id === wanted);
    if (selected !== undefined) onSelect(selected.id);
  };
  if (offered.length <= maxSideBySide) {
    return (
      <SegmentedControl
        label={gridText.filterLabel}
        selectedId={filter}
        options={offered.map((each) => ({ id: each.id, text: textOf(each) }))}
        onChange={({ detail }) => select(detail.selectedId)}
      />
    );
  }
  const options = offered.map((each) => ({ value: each.id, label: textOf(each) }));
  return (
    <Select
      ariaLabel={gridText.filterLabel}
      selectedOption={options.find(({ value }) => value === filter) ?? null}
      options={options}
      onChange={({ detail }) => select(detail.selectedOption.value)}
    />
  );
}
