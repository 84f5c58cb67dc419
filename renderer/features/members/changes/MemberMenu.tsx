import type { ReactElement } from 'react';
import { ContextMenu, type MenuPlace } from '../../../components/menu/ContextMenu';

import { counted } from '../../../components/text/formatTime';
import { offeredChanges } from './MemberActions';
import type { MembersChange } from './memberDialog';
import { memberChangesText } from './memberChangesText';

interface MemberMenuProps {
  readonly row: MenuPlace;
  /** What the row is called. */
  readonly name: string;
  /** How many members the changes are about: the row, or all that are selected with it. */
  readonly selected: number;
  readonly onChange: (change: MembersChange) => void;
  readonly onClose: () => void;
}

/** The menu of a row: what the buttons above the list do. */
export const MemberMenu = ({ row, name, selected, onChange, onClose }: MemberMenuProps): ReactElement => (
  <ContextMenu
    label={
      selected > 1
        ? memberChangesText.actionsForSelected(counted(selected, 'member'))
        : memberChangesText.actionsFor(name)
    }
    at={row}
    items={offeredChanges.map(({ change, text }) => ({ id: change, text }))}
    onSelect={onChange}
    onClose={onClose}
  />
);
