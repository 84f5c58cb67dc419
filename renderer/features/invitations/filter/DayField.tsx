import Calendar from '@cloudscape-design/components/calendar';
import DateInput from '@cloudscape-design/components/date-input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { filterText } from './filterText';

interface DayFieldProps {
  /** ms since 1970. */
  readonly value: number | null;
  readonly onChange: (at: number | null) => void;
}

/** A day, typed or picked; its value is the local start of that day. */
export function DayField({ value, onChange }: DayFieldProps): ReactElement {
  const [text, setText] = useState(value === null ? '' : dayOf(value));
  const change = (next: string): void => {
    setText(next);
    const at = new Date(`${next}T00:00`).getTime();
    onChange(/^\d{4}-\d{2}-\d{2}$/.test(next) && Number.isFinite(at) ? at : null);
  };
  return (
    <SpaceBetween size="xs">
      <DateInput
        ariaLabel={filterText.day}
        placeholder={filterText.dayPlaceholder}
        value={text}
        onChange={({ detail }) => {
          change(detail.value);
        }}
      />
      <Calendar
        ariaLabel={filterText.day}
        value={text}
        onChange={({ detail }) => {
          change(detail.value);
        }}
      />
    </SpaceBetween>
  );
}

/** As in 2026-11-24, in the person's own time zone. */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
