import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import { useState, type ReactElement } from 'react';
import { createInstancesParser, writtenInstances } from '../../../shared/domain/account/parseInstances';
import {
  plannedInstanceKey,
  type PlannedInstance,
  type WantedInstances,
} from '../../../shared/domain/account/plannedInstances';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { usePlanInstances } from '../../queries/instanceWork';
import { instancesText } from './instancesText';
import { invitationOf, nameOf, type PersonRow } from './work/workRows';

const everyOption = { value: 'all', label: instancesText.allInstances };

/** Clears the plan. No instance has such an ID. */
const noneOption = { value: 'none:', label: instancesText.planNone };

/** Asks to which instances somebody is to be added, and plans them. */
export function ChooseInstances({
  row,
  onClose,
}: {
  readonly row: PersonRow;
  readonly onClose: () => void;
}): ReactElement {
  const { work, account } = row;
  const [wanted, setWanted] = useState<WantedInstances | null>(work.planned);
  const planning = usePlanInstances();
  const isStale = planning.data?.done === false;
  return (
    <ConfirmDialog
      header={instancesText.chooseTitle(nameOf(work))}
      confirm={{
        text: instancesText.savePlan,
        pending: planning.isPending,
        missing: wanted === null ? instancesText.pick : isStale ? instancesText.planChanged : undefined,
        onClick: () => {
          if (wanted === null) return;
          planning.mutate(
            { invitation: invitationOf(work), saw: work.saw, wanted },
            {
              onSuccess: ({ done }) => {
                if (done) onClose();
              },
            },
          );
        },
      }}
      cancelText={instancesText.cancel}
      onCancel={onClose}
    >
      <FormField
        label={instancesText.chooseField}
        description={
          account.instances === null ? instancesText.typeHint : instancesText.chooseHint(work.accountName)
        }
        errorText={isStale ? instancesText.planChanged : undefined}
      >
        {account.instances === null ? (
          <TypedInstances wanted={wanted} onChange={setWanted} />
        ) : (
          <ListedInstances instances={account.instances} wanted={wanted} onChange={setWanted} />
        )}
      </FormField>
    </ConfirmDialog>
  );
}

interface FieldProps {
  readonly wanted: WantedInstances | null;
  /** Null: nothing is selected. */
  readonly onChange: (wanted: WantedInstances | null) => void;
}

/** A choice of the account's instances, and of planned ones that it no longer lists. */
function ListedInstances({
  instances,
  wanted,
  onChange,
}: FieldProps & { readonly instances: readonly PlannedInstance[] }): ReactElement {
  const planned = wanted === null || typeof wanted === 'string' ? [] : wanted;
  const byKey = new Map([...planned, ...instances].map((each) => [plannedInstanceKey(each), each]));
  const options = [...byKey].map(([value, { instanceId, name }]) => ({
    value,
    label: name,
    ...(instanceId === null || instanceId === name ? {} : { description: instanceId }),
  }));
  const selected = planned.map(plannedInstanceKey);
  return (
    <Multiselect
      options={[everyOption, ...options, noneOption]}
      selectedOptions={
        wanted === 'all'
          ? [everyOption]
          : wanted === 'none'
            ? [noneOption]
            : options.filter(({ value }) => selected.includes(value))
      }
      placeholder={instancesText.pick}
      ariaLabel={instancesText.chooseField}
      expandToViewport
      onChange={({ detail }) => {
        const keys = detail.selectedOptions.map(({ value }) => value ?? '');
        if (keys.includes(everyOption.value) && wanted !== 'all') {
          onChange('all');
          return;
        }
        if (keys.includes(noneOption.value) && wanted !== 'none') {
          onChange('none');
          return;
        }
        const picked = keys.flatMap((key) => byKey.get(key) ?? []);
        onChange(picked.length === 0 ? null : picked);
      }}
    />
  );
}

/** Names with ";" between them, where nobody knows the account's instances. */
function TypedInstances({ wanted, onChange }: FieldProps): ReactElement {
  const [text, setText] = useState(writtenInstances(wanted));
  return (
    <Input
      value={text}
      placeholder={instancesText.typePlaceholder}
      ariaLabel={instancesText.chooseField}
      onChange={({ detail }) => {
        setText(detail.value);
        onChange(parse(detail.value).plan);
      }}
    />
  );
}

const parse = createInstancesParser(null);
