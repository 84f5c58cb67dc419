import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { pluralize } from '../../../../shared/text/pluralize';
import { approvalNoticeText } from './approvalNoticeText';
import type { approvedScope, Place, SendScope } from './sendScope';
import { sendingText } from './sendingText';

interface SendScopePickerProps {
  readonly scope: SendScope;
  /** How many rows are selected in the grid. */
  readonly selected: number;
  readonly places: readonly Place[];
  /** The rows that an approval covers, and its author; null: all or none. */
  readonly approved: ReturnType<typeof approvedScope>;
  readonly onChange: (scope: SendScope) => void;
}

/** Asks which rows to send, if there are options: all, those selected in the grid, or some accounts. */
export function SendScopePicker({
  scope,
  selected,
  places,
  approved,
  onChange,
}: SendScopePickerProps): ReactElement | null {
  const items = [
    ...(approved === null
      ? []
      : [
          {
            value: 'approved',
            label: approvalNoticeText.approvedRows(approved.approver),
          },
        ]),
    { value: 'all', label: sendingText.allRows },
    ...(selected < 2
      ? []
      : [{ value: 'selected', label: sendingText.selectedRows(pluralize(selected, 'selected row')) }]),
    ...(places.length < 2 ? [] : [{ value: 'accounts', label: sendingText.someAccounts }]),
  ];
  if (items.length === 1) return null;
  const options = places.map(({ key, name, rowIds }) => ({
    value: key,
    label: name,
    description: pluralize(rowIds.length, 'row'),
  }));
  return (
    <SpaceBetween size="xs">
      <RadioGroup
        ariaLabel={sendingText.scopeLabel}
        value={scope.kind}
        items={items}
        onChange={({ detail: { value } }) =>
          onChange(
            value === 'approved' && approved !== null
              ? approved.scope
              : value === 'accounts'
                ? { kind: 'accounts', keys: [] }
                : { kind: value === 'selected' ? 'selected' : 'all' },
          )
        }
      />
      {scope.kind === 'accounts' ? (
        <Multiselect
          ariaLabel={sendingText.accountsLabel}
          placeholder={sendingText.accountsPlaceholder}
          filteringType="auto"
          filteringAriaLabel={sendingText.findAccount}
          options={options}
          selectedOptions={options.filter(({ value }) => scope.keys.includes(value))}
          expandToViewport
          deselectAriaLabel={({ label }) => sendingText.leaveOutAccount(label ?? '')}
          onChange={({ detail }) =>
            onChange({ kind: 'accounts', keys: detail.selectedOptions.flatMap(({ value }) => value ?? []) })
          }
        />
      ) : null}
    </SpaceBetween>
  );
}
