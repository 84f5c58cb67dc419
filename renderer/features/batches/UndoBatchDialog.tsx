import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { Batch } from '../../../shared/domain/batch';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { counted } from '../../components/formatTime';
import { useUndoBatch } from '../../queries/sendBatch';
import { goTo } from '../../useRoute';

interface UndoBatchDialogProps {
  readonly batch: Batch;
  /** How many of its invitations are pending, as far as we know. */
  readonly pending: number;
  readonly onClose: () => void;
}

/** Takes back what can be taken back, after saying what cannot. */
export function UndoBatchDialog({ batch, pending, onClose }: UndoBatchDialogProps): ReactElement {
  const undo = useUndoBatch();
  return (
    <ConfirmDialog
      header={`Undo “${batch.name}”?`}
      failure={{ header: 'Nothing was revoked', error: undo.error }}
      confirm={{
        text: `Revoke ${counted(pending, 'invitation')}`,
        pending: undo.isPending,
        onClick: () =>
          undo.mutate(
            { batchId: batch.batchId },
            {
              // There each row's result is listed as it comes.
              onSuccess: () => goTo({ screen: 'operations', runId: null }),
            },
          ),
      }}
      onCancel={onClose}
    >
      <Box>
        {counted(pending, 'invitation')} of this batch {pending === 1 ? 'is' : 'are'} still pending and will
        be revoked; their links stop working.
      </Box>
      <Box>
        What cannot be undone: e-mails that went out, and the access of people who have accepted. Remove those
        people in the Amazon Ads console.
      </Box>
    </ConfirmDialog>
  );
}
