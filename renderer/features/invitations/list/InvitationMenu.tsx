import type { ReactElement } from 'react';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';
import type { Route } from '../../../../shared/navigation/routes';
import { ContextMenu, type MenuItem } from '../../../components/menu/ContextMenu';
import type { OpenedRow } from '../../../components/menu/useRowMenu';
import { counted } from '../../../components/text/formatTime';
import { goTo } from '../../../navigation/useRoute';
import type { ListQuery } from '../../../queries/invitations';
import { useOpenInWindow } from '../../../queries/windows';
import type { Change } from '../changes/ChangeDialogs';
import type { SelectedInvitations } from '../changes/selectedInvitations';
import { isPossible, offeredChanges } from './offeredChanges';
import { listText } from './listText';

interface InvitationMenuProps {
  readonly row: OpenedRow<Invitation>;
  readonly query: ListQuery;
  /** What the changes are about: the row, or all that is selected with it. Null: nothing can be changed. */
  readonly selected: SelectedInvitations | null;
  /** Where the row's details are; null if they can't be opened. */
  readonly details: Route | null;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

/** The menu of a row: its details, and what the buttons above the list do. */
export function InvitationMenu(props: InvitationMenuProps): ReactElement | null {
  const { row, query, selected, details, onChange, onClose } = props;
  const { userName, emailAddress } = row.item;
  const openInWindow = useOpenInWindow();
  const count = selected?.all.length ?? 0;
  const items: readonly MenuItem<Change | 'details' | 'window'>[] = [
    ...(details === null ? [] : [{ id: 'details' as const, text: listText.showDetails }]),
    ...(emailAddress === '' || count > 1 ? [] : [{ id: 'window' as const, text: listText.openPerson }]),
    ...(selected === null
      ? []
      : offeredChanges(query).map(({ change, text }) => ({
          id: change,
          text,
          disabled: !isPossible(change, selected),
        }))),
  ];
  if (items.length === 0) return null;
  return (
    <ContextMenu
      label={
        count > 1
          ? listText.actionsForSelected(counted(count, 'invitation'))
          : listText.actionsFor(userName || emailAddress)
      }
      at={row}
      items={items}
      onSelect={(id) => {
        if (id === 'window') openInWindow({ screen: 'person', emailAddress });
        else if (id !== 'details') onChange(id);
        else if (details !== null) goTo(details);
      }}
      onClose={onClose}
    />
  );
}
