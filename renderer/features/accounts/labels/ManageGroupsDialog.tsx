import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { AccountGroup } from '../../../../shared/domain/account/labels';
import { compareNames } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useGroups, useOrderGroups } from '../../../queries/labels';
import { DeletedGroupNotice } from './DeletedGroupNotice';
import { DeleteGroupDialog } from './DeleteGroupDialog';
import { GroupLine } from './GroupLine';
import { labelsText } from './labelsText';
import './labels.css';

interface ManageGroupsDialogProps {
  /** The group that was deleted last and can be restored; null if there is none. */
  readonly deleted: AccountGroup | null;
  readonly onDeleted: (group: AccountGroup | null) => void;
  readonly onClose: () => void;
}

/** Every group: renaming, ordering and deleting it. */
export function ManageGroupsDialog(props: ManageGroupsDialogProps): ReactElement {
  const { deleted, onDeleted, onClose } = props;
  const groups = useGroups();
  const order = useOrderGroups();
  const [deleting, setDeleting] = useState<AccountGroup | null>(null);
  if (deleting !== null) {
    return <DeleteGroupDialog group={deleting} onDeleted={onDeleted} onClose={() => setDeleting(null)} />;
  }
  const reorder = (ordered: readonly AccountGroup[]): void => {
    if (!order.isPending) order.run({ groupIds: ordered.map(({ groupId }) => groupId) });
  };
  const move = (from: number, to: number): void => {
    const [group] = groups.slice(from, from + 1);
    if (group !== undefined) reorder(groups.toSpliced(from, 1).toSpliced(to, 0, group));
  };
  return (
    <Modal
      visible
      header={labelsText.groups}
      closeAriaLabel={labelsText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {groups.length < 2 ? null : (
              <Button
                onClick={() => reorder(groups.toSorted((one, other) => compareNames(one.name, other.name)))}
              >
                {labelsText.sortByName}
              </Button>
            )}
            <Button variant="primary" onClick={onClose}>
              {labelsText.close}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {order.error === null ? null : (
          <ErrorNotice header={labelsText.changeFailed} error={order.error.toBody()} />
        )}
        {deleted === null ? null : <DeletedGroupNotice group={deleted} onEnd={() => onDeleted(null)} />}
        <div>{groups.length === 0 ? labelsText.noGroups : labelsText.groupsIntro}</div>
        <ol className="group-lines" aria-label={labelsText.groups}>
          {groups.map((group, index) => (
            <GroupLine
              key={group.groupId}
              group={group}
              onUp={index === 0 ? null : () => move(index, index - 1)}
              onDown={index === groups.length - 1 ? null : () => move(index, index + 1)}
              onDelete={() => setDeleting(group)}
            />
          ))}
        </ol>
      </SpaceBetween>
    </Modal>
  );
}
