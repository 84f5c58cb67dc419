import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { useState, type ReactElement } from 'react';
import { cleanLabel, maxGroupName, type AccountGroup } from '../../../../shared/domain/account/labels';
import { matchesSearch } from '../../../../shared/text/searchText';
import { useGroups } from '../../../queries/labels';
import { isAmong, type DraftGroup } from './labelsDraft';
import { labelsText } from './labelsText';

interface GroupFieldProps {
  /** Null: no group; undefined: the accounts differ. */
  readonly value: DraftGroup | null | undefined;
  readonly onChange: (group: DraftGroup | null) => void;
}

const none = 'none';
const created = 'created';

/** Selects one of the groups, none, or the name of a new one. */
export function GroupField({ value, onChange }: GroupFieldProps): ReactElement {
  const groups = useGroups();
  const [typed, setTyped] = useState('');
  return (
    <FormField label={labelsText.group} description={labelsText.groupHint}>
      <Select
        selectedOption={selectedOf(value)}
        options={optionsFor(groups, typed)}
        placeholder={value === undefined ? labelsText.differentGroups : labelsText.noGroup}
        filteringType="manual"
        filteringPlaceholder={labelsText.groupPlaceholder}
        filteringAriaLabel={labelsText.findGroup}
        virtualScroll={groups.length > 50}
        expandToViewport
        onLoadItems={({ detail }) => setTyped(cleanLabel(detail.filteringText).slice(0, maxGroupName))}
        onChange={({ detail }) => {
          const id = detail.selectedOption.value;
          if (id === none) onChange(null);
          else if (id === created) onChange({ groupId: null, name: typed });
          else onChange(groups.find(({ groupId }) => groupId === id) ?? null);
        }}
      />
    </FormField>
  );
}

const selectedOf = (value: DraftGroup | null | undefined): SelectProps.Option | null =>
  value === undefined
    ? null
    : value === null
      ? { value: none, label: labelsText.noGroup }
      : { value: value.groupId ?? created, label: value.name };

function optionsFor(groups: readonly AccountGroup[], typed: string): readonly SelectProps.Option[] {
  const names = groups.map(({ name }) => name);
  return [
    ...(typed === '' ? [{ value: none, label: labelsText.noGroup }] : []),
    ...groups
      .filter(({ name }) => matchesSearch(name, typed))
      .map(({ groupId, name, accounts }) => ({
        value: groupId,
        label: name,
        labelTag: labelsText.inGroup(accounts),
      })),
    ...(typed === '' || isAmong(typed, names) ? [] : [{ value: created, label: labelsText.create(typed) }]),
  ];
}
