import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import { manageLoginWithAmazon } from '../../../shared/domain/connection/region';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { useRemoveConnection } from '../../queries/connections';

interface RemoveConnectionDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Asks before a connection is removed: what goes, what stays, and what only Amazon can take back. */
export function RemoveConnectionDialog({ connection, onClose }: RemoveConnectionDialogProps): ReactElement {
  const remove = useRemoveConnection();
  const confirm = (): void => {
    remove.mutate(connection.connectionId, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      header={`Remove ${connection.label}?`}
      failure={{ header: 'The connection was not removed', error: remove.error }}
      confirm={{ text: 'Remove connection', pending: remove.isPending, onClick: confirm }}
      onCancel={onClose}
    >
      <Box variant="p">
        This deletes the sign-in, including its tokens and client secret, from your keychain, and its accounts
        leave the list.
      </Box>
      <Box variant="p">
        What was done stays: invitations at Amazon are not touched, and the record of past changes is kept on
        this computer.
      </Box>
      {connection.kind === 'amazon' ? (
        <Box variant="p">
          To end this app’s access at Amazon too, remove it under{' '}
          <Link href={manageLoginWithAmazon} external>
            Manage Login with Amazon
          </Link>{' '}
          in your Amazon account.
        </Box>
      ) : null}
    </ConfirmDialog>
  );
}
