import type { ReactElement } from 'react';
import { ContextMenu, type MenuPlace } from '../../../components/menu/ContextMenu';
import type { WindowRoute } from '../../../../shared/navigation/ownWindow';
import { componentsText } from '../../../components/componentsText';
import { useOpenInWindow } from '../../../queries/windows';
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
  /** The person's page; null where the list is about one person anyway. */
  readonly person: WindowRoute | null;
  readonly onChange: (change: MembersChange) => void;
  readonly onClose: () => void;
}

/** The menu of a row: what the buttons above the list do, and who it is in a separate window. */
export function MemberMenu(props: MemberMenuProps): ReactElement {
  const { row, name, selected, person, onChange, onClose } = props;
  const openInWindow = useOpenInWindow();
  return (
    <ContextMenu
      label={
        selected > 1
          ? memberChangesText.actionsForSelected(counted(selected, 'member'))
          : memberChangesText.actionsFor(name)
      }
      at={row}
      items={[
        ...(person === null || selected > 1
          ? []
          : [{ id: 'window' as const, text: componentsText.openInWindow }]),
        ...(selected === 0 ? [] : offeredChanges.map(({ change, text }) => ({ id: change, text }))),
      ]}
      onSelect={(id) => {
        if (id !== 'window') onChange(id);
        else if (person !== null) openInWindow(person);
      }}
      onClose={onClose}
    />
  );
}
