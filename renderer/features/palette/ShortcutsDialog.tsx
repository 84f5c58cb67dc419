import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { ShortcutKeys } from './ShortcutKeys';
import { shortcutIds, shortcuts } from './shortcuts';

/** The help about keys. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Modal visible header="Keyboard shortcuts" closeAriaLabel="Close" onDismiss={onClose}>
      <Table
        variant="embedded"
        items={shortcutIds}
        trackBy={(id) => id}
        ariaLabels={{ tableLabel: 'Keyboard shortcuts' }}
        columnDefinitions={[
          { id: 'does', header: 'To', isRowHeader: true, cell: (id) => shortcuts[id].does },
          { id: 'keys', header: 'Press', cell: (id) => <ShortcutKeys of={id} all /> },
        ]}
        footer={
          <Box variant="small">
            While you type in a field only those with Ctrl or Cmd work. Tab goes from one thing to the next,
            Esc closes a dialog.
          </Box>
        }
      />
    </Modal>
  );
}
