import type { ReactElement } from 'react';
import type { WindowRoute } from '../../../../shared/navigation/ownWindow';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { ContextMenu } from '../../../components/menu/ContextMenu';
import type { OpenedRow } from '../../../components/menu/useRowMenu';
import { goTo } from '../../../navigation/useRoute';
import { batchActions } from './batchTableColumns';
import { useOpenInWindow } from '../../../queries/windows';
import { componentsText } from '../../../components/componentsText';
import { listText } from './listText';

interface BatchMenuProps {
  readonly row: OpenedRow<Batch>;
  readonly act: (action: string, batch: Batch) => void;
  readonly onClose: () => void;
}

/** The menu of a row: opening the batch, and what the row's button offers. */
export function BatchMenu({ row, act, onClose }: BatchMenuProps): ReactElement {
  const openInWindow = useOpenInWindow();
  const route: WindowRoute = { screen: 'batch', batchId: row.item.batchId };
  return (
    <ContextMenu
      label={listText.actionsFor(row.item.name)}
      at={row}
      items={[
        { id: 'open', text: listText.open },
        { id: 'window', text: componentsText.openInWindow },
        ...batchActions(row.item),
      ]}
      onSelect={(id) => {
        if (id === 'open') goTo(route);
        else if (id === 'window') openInWindow(route);
        else act(id, row.item);
      }}
      onClose={onClose}
    />
  );
}
