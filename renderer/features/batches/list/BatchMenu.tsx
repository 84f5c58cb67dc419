import type { ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { ContextMenu } from '../../../components/menu/ContextMenu';
import type { OpenedRow } from '../../../components/menu/useRowMenu';
import { goTo } from '../../../navigation/useRoute';
import { batchActions } from './batchTableColumns';
import { listText } from './listText';

interface BatchMenuProps {
  readonly row: OpenedRow<Batch>;
  readonly act: (action: string, batch: Batch) => void;
  readonly onClose: () => void;
}

/** The menu of a row: opening the batch, and what the row's button offers. */
export const BatchMenu = ({ row, act, onClose }: BatchMenuProps): ReactElement => (
  <ContextMenu
    label={listText.actionsFor(row.item.name)}
    at={row}
    items={[{ id: 'open', text: listText.open }, ...batchActions(row.item)]}
    onSelect={(id) => {
      if (id === 'open') goTo({ screen: 'batch', batchId: row.item.batchId });
      else act(id, row.item);
    }}
    onClose={onClose}
  />
);
