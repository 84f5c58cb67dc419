import type { ReactElement } from 'react';
import type { MemberPerson } from '../../../../shared/domain/person/memberPerson';
import type { WindowRoute } from '../../../../shared/navigation/ownWindow';
import { componentsText } from '../../../components/componentsText';
import { ContextMenu } from '../../../components/menu/ContextMenu';
import type { OpenedRow } from '../../../components/menu/useRowMenu';
import { goTo } from '../../../navigation/useRoute';
import { useOpenInWindow } from '../../../queries/windows';
import { peopleListText } from './peopleListText';

interface PersonMenuProps {
  readonly row: OpenedRow<MemberPerson>;
  readonly onClose: () => void;
}

/** The menu of a row: opening the person's page, here or in a separate window. */
export function PersonMenu({ row, onClose }: PersonMenuProps): ReactElement {
  const openInWindow = useOpenInWindow();
  const { realm, userId, maskedEmail } = row.item;
  const route: WindowRoute = { screen: 'memberPerson', realm, userId };
  return (
    <ContextMenu
      label={peopleListText.actionsFor(maskedEmail || userId)}
      at={row}
      items={[
        { id: 'open', text: peopleListText.open },
        { id: 'window', text: componentsText.openInWindow },
      ]}
      onSelect={(id) => {
        if (id === 'open') goTo(route);
        else openInWindow(route);
      }}
      onClose={onClose}
    />
  );
}
