import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import type { ReactElement } from 'react';
import { counted } from '../../components/text/formatTime';
import { spanOf, type Span, type SpanSelection } from './activityView';
import { activityText } from './activityText';

interface SpanPickerProps {
  readonly span: Span | null;
  readonly onSelect: (span: Span | null) => void;
}

/** Selects a time span: the last days, or from one day to another. */
export function SpanPicker({ span, onSelect }: SpanPickerProps): ReactElement {
  return (
    <DateRangePicker
      ariaLabel={activityText.when}
      placeholder={activityText.anyTime}
      dateOnly
      expandToViewport
      value={span === null ? null : valueOf(span.selection)}
      relativeOptions={lastDays.map((days) => ({ ...lastDaysValue(days), key: String(days) }))}
      customRelativeRangeUnits={['day']}
      isValidRange={(value) => {
        const errorMessage = problemOf(value);
        return errorMessage === null ? { valid: true } : { valid: false, errorMessage };
      }}
      i18nStrings={{
        relativeModeTitle: activityText.relativeMode,
        absoluteModeTitle: activityText.absoluteMode,
        formatRelativeRange: ({ amount }) =>
          amount === 1 ? activityText.lastDay : activityText.lastDays(counted(amount, 'day')),
      }}
      onChange={({ detail }) => {
        onSelect(detail.value === null ? null : spanOf(selectionOf(detail.value), Date.now()));
      }}
    />
  );
}

const lastDays = [1, 7, 30, 90];

const lastDaysValue = (days: number): DateRangePickerProps.RelativeValue => ({
  type: 'relative',
  amount: days,
  unit: 'day',
});

const valueOf = (selection: SpanSelection): DateRangePickerProps.Value =>
  selection.type === 'relative' ? lastDaysValue(selection.days) : selection;

/** Days are the only unit it offers. */
const selectionOf = (value: DateRangePickerProps.Value): SpanSelection =>
  value.type === 'absolute' ? value : { type: 'relative', days: value.amount };

/** What is wrong with a span and what to do, or null. Days compare correctly as typed text. */
function problemOf(value: DateRangePickerProps.Value | null): string | null {
  if (value === null) return activityText.daysMissing;
  if (value.type === 'relative') return value.amount >= 1 ? null : activityText.daysTooFew;
  if (value.startDate === '' || value.endDate === '') return activityText.firstOrLastMissing;
  return value.startDate > value.endDate ? activityText.firstAfterLast : null;
}
