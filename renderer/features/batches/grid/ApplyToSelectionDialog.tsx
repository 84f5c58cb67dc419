import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import { pluralize } from '../../../../shared/text/pluralize';
import { roleName, roles } from '../../../../shared/domain/invitation/role';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { applied } from '../gridModel/commands/applyToSelection';
import { accountOptions } from '../gridModel/accountOptions';
import type { AccountMatch } from '../gridModel/accountMatch';
import type { GridStore } from '../gridModel/gridStore';
import { maxCellLength } from '../../../../shared/domain/batch/batch';
import { gridText } from './gridText';

interface ApplyDialogProps {
  readonly store: GridStore;
  readonly match: AccountMatch;
  readonly onClose: () => void;
}

const roleOptions = roles.map((role) => ({ value: role, label: roleName(role) }));

/** Writes one account, role, note or plan of instances into all selected rows. Fields left blank keep each row's value. */
export function ApplyToSelectionDialog({ store, match, onClose }: ApplyDialogProps): ReactElement {
  const [rowIds] = useState(store.selectedIds);
  const [account, setAccount] = useState<Account | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [instances, setInstances] = useState<string | null>(null);
  // As they were when the dialog opened: what is read meanwhile moves nothing under the pointer.
  const [{ options, optionOf, accountOf }] = useState(() => accountOptions(match));
  const apply = (): void => {
    const values = {
      account: account === null ? null : match.cellOf(account),
      role: role === null ? null : { text: role, account: null },
      note: note === null ? null : { text: note, account: null },
      instances: instances === null ? null : { text: instances, account: null },
    };
    store.change(applied(rowIds, values), new Set());
    onClose();
  };
  const nothing = account === null && role === null && note === null && instances === null;
  return (
    <ConfirmDialog
      header={gridText.applyTo(pluralize(rowIds.length, 'selected row'))}
      failure={{ header: '', error: null }}
      confirm={
        nothing || rowIds.length === 0
          ? null
          : { text: gridText.applyTo(pluralize(rowIds.length, 'row')), pending: false, onClick: apply }
      }
      onCancel={onClose}
    >
      {rowIds.length === 0 ? (
        <Box>{gridText.noRowSelected}</Box>
      ) : (
        <SpaceBetween size="m">
          <FormField label={gridText.account} description={gridText.unchangedHint}>
            <Select
              placeholder={gridText.unchangedPlaceholder}
              filteringType="auto"
              virtualScroll
              selectedOption={account === null ? null : optionOf(account)}
              options={options}
              onChange={({ detail }) => setAccount(accountOf(detail.selectedOption.value))}
            />
          </FormField>
          <FormField label={gridText.role}>
            <Select
              placeholder={gridText.unchangedPlaceholder}
              selectedOption={roleOptions.find(({ value }) => value === role) ?? null}
              options={roleOptions}
              onChange={({ detail }) => setRole(detail.selectedOption.value ?? null)}
            />
          </FormField>
          <TextField label={gridText.note} text={note} onChange={setNote} />
          <TextField
            label={gridText.instances}
            description={gridText.instancesHint}
            text={instances}
            onChange={setInstances}
          />
        </SpaceBetween>
      )}
    </ConfirmDialog>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Null keeps each row's own. */
  readonly text: string | null;
  readonly onChange: (text: string | null) => void;
}

function TextField({ label, description, text, onChange }: TextFieldProps): ReactElement {
  return (
    <FormField label={label} {...(description === undefined ? {} : { description })}>
      <Input
        placeholder={gridText.unchangedPlaceholder}
        value={text ?? ''}
        onChange={({ detail }) => onChange(detail.value === '' ? null : detail.value.slice(0, maxCellLength))}
      />
    </FormField>
  );
}
