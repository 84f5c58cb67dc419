import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';

interface FilterSelectProps {
  readonly label: string;
  /** The first one, with an empty value, doesn't filter. */
  readonly options: readonly SelectProps.Option[];
  /** Null: the first one. */
  readonly value: string | null;
  readonly onChange: (value: string | undefined) => void;
}

/** One of the values by which a list can be filtered. */
export const FilterSelect = ({ label, options, value, onChange }: FilterSelectProps): ReactElement => (
  <Select
    ariaLabel={label}
    options={options}
    selectedOption={options.find((option) => option.value === (value ?? '')) ?? null}
    expandToViewport
    onChange={({ detail }) => onChange(detail.selectedOption.value)}
  />
);
