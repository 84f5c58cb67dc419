import type { ReactElement } from 'react';
import { ConfirmDialog } from '../consent/ConfirmDialog';
import { viewsText } from './viewsText';

interface DeleteViewDialogProps {
  readonly name: string;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before a saved view is deleted. */
export const DeleteViewDialog = ({ name, onDelete, onClose }: DeleteViewDialogProps): ReactElement => (
  <ConfirmDialog
    header={viewsText.deleteTitle(name)}
    confirm={{ text: viewsText.deleteConfirm, pending: false, onClick: onDelete }}
    onCancel={onClose}
  >
    <div>{viewsText.deleteBody}</div>
  </ConfirmDialog>
);
