import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../../../shared/domain/account/account';
import { planStaysHereText } from '../../../../../shared/domain/account/plannedInstancesText';
import { maxInstancesText } from '../../../../../shared/domain/account/plannedInstances';
import { ReplacedPlansAlert } from '../../../../components/ReplacedPlansAlert';
import { useHeldWhileFocused } from '../../../../components/useHeldWhileFocused';
import { useReadInstances } from '../../../../queries/instances';
import {
  areInstancesKnown,
  instancesError,
  instancesObstacle,
  pickedInstances,
  pickerOf,
  unreadAccounts,
  type FilledInstances,
  type InstancePicker,
} from './inviteInstances';
import { inviteText } from '../inviteText';

interface InstancesFieldProps {
  readonly filled: FilledInstances;
  /** Whether what has to be corrected is shown. */
  readonly isFaulty: boolean;
  readonly onChange: (text: string) => void;
}

/** To which instances people are to be added once they have accepted. For one account they are selected, for several written. */
export function InstancesField({ filled, isFaulty, onChange }: InstancesFieldProps): ReactElement {
  const obstacle = instancesObstacle(filled);
  const unread = unreadAccounts(filled);
  return (
    <Container
      header={
        <Header variant="h2" description={planStaysHereText}>
          {inviteText.instances}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FormField
          stretch
          description={obstacle ?? inviteText.instancesHint(filled.draft.accounts.length)}
          errorText={isFaulty ? instancesError(filled) : undefined}
        >
          <InstancesControl filled={filled} isBlocked={obstacle !== null} onChange={onChange} />
        </FormField>
        {obstacle !== null || unread.length === 0 ? null : (
          <UnreadInstances accounts={unread.map(({ account }) => account)} names={unread} />
        )}
        {obstacle === null && filled.planned !== undefined ? (
          <ReplacedPlansAlert replaced={filled.planned.replaced} />
        ) : null}
      </SpaceBetween>
    </Container>
  );
}

/** Stays a text or a selection while it has the focus: what is read meanwhile would otherwise take the field away from under the keys. */
function InstancesControl({
  filled,
  isBlocked,
  onChange,
}: Pick<InstancesFieldProps, 'filled' | 'onChange'> & { readonly isBlocked: boolean }): ReactElement {
  const offered = isBlocked ? null : pickerOf(filled);
  const [isPicked, focus] = useHeldWhileFocused(offered !== null);
  const picker = isPicked ? offered : null;
  const isDisabled = isBlocked || !areInstancesKnown(filled);
  return (
    <div {...focus}>
      {picker === null ? (
        <Input
          ariaLabel={inviteText.instances}
          disabled={isDisabled}
          placeholder={inviteText.instancesPlaceholder}
          value={isBlocked ? '' : filled.draft.instances}
          onChange={({ detail }) => onChange(detail.value.slice(0, maxInstancesText))}
        />
      ) : (
        <InstancesPicker picker={picker} isDisabled={isDisabled} onChange={onChange} />
      )}
    </div>
  );
}

function InstancesPicker({
  picker,
  isDisabled,
  onChange,
}: Pick<InstancesFieldProps, 'onChange'> & {
  readonly picker: InstancePicker;
  readonly isDisabled: boolean;
}): ReactElement {
  return (
    <Multiselect
      ariaLabel={inviteText.instances}
      disabled={isDisabled}
      options={picker.options}
      selectedOptions={picker.selected}
      placeholder={inviteText.instancesSelect}
      filteringType="auto"
      filteringAriaLabel={inviteText.findInstance}
      deselectAriaLabel={({ label = '' }) => inviteText.deselect(label)}
      noMatch={inviteText.noInstanceMatches}
      onChange={({ detail }) =>
        onChange(
          pickedInstances(
            picker,
            detail.selectedOptions.flatMap(({ value }) => value ?? []),
          ),
        )
      }
    />
  );
}

function UnreadInstances({
  accounts,
  names,
}: {
  readonly accounts: readonly AccountRef[];
  readonly names: readonly { readonly accountName: string }[];
}): ReactElement {
  const { read, isRunning } = useReadInstances();
  return (
    <Alert
      type="info"
      action={
        // The bridge takes this many at a time.
        <Button formAction="none" loading={isRunning} onClick={() => read(accounts.slice(0, 100))}>
          {inviteText.readInstances}
        </Button>
      }
    >
      {inviteText.instancesUnread(names.map(({ accountName }) => accountName))}
    </Alert>
  );
}
