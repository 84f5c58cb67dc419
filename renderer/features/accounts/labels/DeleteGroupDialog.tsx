import type { ReactElement } from 'react';
import type { AccountGroup } from '../../../../shared/domain/account/labels';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useDeleteGroup } from '../../../queries/labels';
import { labelsText } from './labelsText';

interface DeleteGroupDialogProps {
  readonly group: AccountGroup;
  readonly onDeleted: (group: AccountGroup) => void;
  readonly onClose: () => void;
}

/** Says what happens to the accounts before a group is deleted. */
export function DeleteGroupDialog({ group, onDeleted, onClose }: DeleteGroupDialogProps): ReactElement {
  const deleting = useDeleteGroup();
  return (
    <ConfirmDialog
      header={labelsText.deleteTitle(group.name)}
      failure={{ header: labelsText.deleteFailed, error: deleting.error }}
      confirm={{
        text: labelsText.deleteConfirm,
        pending: deleting.isPending,
        onClick: () =>
          deleting.run({ groupId: group.groupId }, () => {
            onDeleted(group);
            onClose();
          }),
      }}
      onCancel={onClose}
    >
      <div>{labelsText.deleteBody(group.accounts)}</div>
    </ConfirmDialog>
  );
}
