import type { ReactElement } from 'react';
import { ContextMenu, type MenuItem } from '../../../components/menu/ContextMenu';
import type { OpenedRow } from '../../../components/menu/useRowMenu';
import { goTo } from '../../../navigation/useRoute';
import { instancesText } from '../instancesText';
import type { WorkActions } from './workColumns';
import { nameOf, type WorkRow } from './workRows';

interface WorkMenuProps {
  readonly row: OpenedRow<WorkRow>;
  readonly actions: WorkActions;
  readonly onClose: () => void;
}

type Id = 'tickOff' | 'takeBack' | 'choose' | 'track' | 'console' | 'open';

/** The menu of a row: what its buttons do, and the page of the person or account. */
export function WorkMenu({ row: { item, ...place }, actions, onClose }: WorkMenuProps): ReactElement {
  return (
    <ContextMenu
      label={instancesText.actionsFor(item.kind === 'account' ? item.name : nameOf(item.work))}
      at={place}
      items={itemsOf(item)}
      onSelect={(id) => act(id, item, actions)}
      onClose={onClose}
    />
  );
}

function itemsOf(row: WorkRow): readonly MenuItem<Id>[] {
  const item = (id: Id, text: string, disabled = false): MenuItem<Id> => ({ id, text, disabled });
  if (row.kind === 'account') {
    const { waiting, notTracked } = row.account.counts;
    return [
      item('open', instancesText.openAccount),
      item('console', instancesText.openConsole),
      item('tickOff', instancesText.tickOffAccount, waiting === 0),
      item('track', instancesText.trackAccount, notTracked === 0),
    ];
  }
  const { missing, added, state } = row.work;
  return [
    item('open', instancesText.openPerson),
    item('console', instancesText.openConsole),
    ...(state === 'notTracked'
      ? [item('track', instancesText.track)]
      : [
          item('tickOff', instancesText.tickOff, missing.length === 0),
          item('takeBack', instancesText.undo, added.length === 0),
          item('choose', instancesText.choose),
        ]),
  ];
}

function act(id: Id, row: WorkRow, actions: WorkActions): void {
  if (id === 'console') actions.openConsole(row.account);
  else if (id === 'track') actions.track(row);
  else if (row.kind === 'account') {
    if (id === 'open') goTo({ screen: 'invitations', account: row.account.account });
    else actions.tickOffAccount(row);
  } else if (id === 'open') goTo({ screen: 'person', emailAddress: row.work.emailAddress });
  else if (id === 'tickOff') actions.tickOff(row);
  else if (id === 'takeBack') actions.takeBack(row);
  else actions.choose(row);
}
