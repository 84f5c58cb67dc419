import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { manageLoginWithAmazon } from '../../../../shared/domain/connection/region';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useRemoveConnection } from '../../../queries/connections';
import { settingsText } from '../settingsText';
import { TextWith } from '../../../components/text/TextWith';

interface RemoveConnectionDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Asks before a connection is removed: what is deleted, what stays, and what only Amazon can revoke. */
export function RemoveConnectionDialog({ connection, onClose }: RemoveConnectionDialogProps): ReactElement {
  const remove = useRemoveConnection();
  const confirm = (): void => {
    remove.mutate(connection.connectionId, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      header={settingsText.removeTitle(connection.label)}
      failure={{ header: settingsText.removeFailed, error: remove.error }}
      confirm={{ text: settingsText.removeConfirm, pending: remove.isPending, onClick: confirm }}
      onCancel={onClose}
    >
      <Box variant="p">{settingsText.removeDeletes}</Box>
      <Box variant="p">{settingsText.removeLeaves}</Box>
      {connection.kind === 'amazon' ? (
        <Box variant="p">
          <TextWith
            text={settingsText.removeAtAmazon}
            places={{
              page: (
                <Link href={manageLoginWithAmazon} external>
                  {settingsText.manageLoginWithAmazon}
                </Link>
              ),
            }}
          />
        </Box>
      ) : null}
    </ConfirmDialog>
  );
}
