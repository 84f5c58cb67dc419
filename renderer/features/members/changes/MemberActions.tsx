import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { MembersChange } from './memberDialog';
import { memberChangesText } from './memberChangesText';

/** What can be done with selected members: a button above the list, and an item in each row's menu. */
export const offeredChanges = [
  { change: 'setRole', text: memberChangesText.changeRole },
  { change: 'remove', text: memberChangesText.remove },
] as const satisfies readonly { readonly change: MembersChange; readonly text: string }[];

interface MemberActionsProps {
  /** How many members are selected. */
  readonly selected: number;
  readonly onChange: (change: MembersChange) => void;
}

/** The buttons above the list; they say what is missing while nobody is selected. */
export function MemberActions({ selected, onChange }: MemberActionsProps): ReactElement {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {offeredChanges.map(({ change, text }) => (
        <Button
          key={change}
          wrapText={false}
          disabled={selected === 0}
          disabledReason={memberChangesText.selectFirst}
          onClick={() => onChange(change)}
        >
          {text}
        </Button>
      ))}
    </SpaceBetween>
  );
}
