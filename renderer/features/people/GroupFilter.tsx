import type { ReactElement } from 'react';
import { FilterSelect } from '../../components/table/FilterSelect';
import { useGroups } from '../../queries/labels';
import { peopleText } from './peopleText';

interface GroupFilterProps {
  /** A group's ID; null: any. */
  readonly group: string | null;
  readonly onChange: (group: string | null) => void;
}

/** The group of accounts in which people have access; null as long as there are no groups. */
export function GroupFilter({ group, onChange }: GroupFilterProps): ReactElement | null {
  const groups = useGroups();
  if (groups.length === 0 && group === null) return null;
  return (
    <FilterSelect
      label={peopleText.filterByGroup}
      options={[
        { value: '', label: peopleText.anyGroup },
        ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
        // A saved view may name one that was deleted since.
        ...(group === null || groups.some(({ groupId }) => groupId === group)
          ? []
          : [{ value: group, label: peopleText.deletedGroup }]),
      ]}
      value={group}
      onChange={(value) => onChange(value === '' ? null : (value ?? null))}
    />
  );
}
