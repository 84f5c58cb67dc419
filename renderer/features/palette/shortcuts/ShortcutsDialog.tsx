import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { ShortcutKeys } from './ShortcutKeys';
import { shortcutIds, shortcuts } from './shortcuts';
import { paletteText } from '../paletteText';

/** The keyboard help. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Modal
      visible
      header={paletteText.keyboardShortcuts}
      closeAriaLabel={paletteText.close}
      onDismiss={onClose}
    >
      <Table
        variant="embedded"
        items={shortcutIds}
        trackBy={(id) => id}
        ariaLabels={{ tableLabel: paletteText.keyboardShortcuts }}
        columnDefinitions={[
          {
            id: 'does',
            header: paletteText.actionColumn,
            isRowHeader: true,
            cell: (id) => shortcuts[id].does,
          },
          { id: 'keys', header: paletteText.keysColumn, cell: (id) => <ShortcutKeys of={id} all /> },
        ]}
        footer={<Box variant="small">{paletteText.shortcutsHint}</Box>}
      />
    </Modal>
  );
}
