import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { AccountCounts } from '../../../components/names/AccountCounts';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { useConsent } from '../../../queries/useConsent';
import { useUndoAgreement } from '../../../queries/agreement';
import { useUndoBatch } from '../../../queries/batchSending';
import { goTo } from '../../../navigation/useRoute';
import { sendingText } from './sendingText';

interface UndoBatchDialogProps {
  readonly batch: Batch;
  /** How many of its invitations are pending, as far as we know. */
  readonly pending: number;
  readonly onClose: () => void;
}

/** Undoes what can be undone, after saying what can't. */
export function UndoBatchDialog({ batch, pending, onClose }: UndoBatchDialogProps): ReactElement {
  const undo = useUndoBatch();
  const shown = useUndoAgreement(batch.batchId);
  const consenting = useConsent(shown.agreement);
  const { consent } = consenting;
  const total = shown.agreement?.total ?? pending;
  const confirm = (): void => {
    if (consent === null) return;
    undo.mutate(
      { batchId: batch.batchId, ...consent },
      {
        onSuccess: (answer) => {
          // It lists each row's result as it arrives.
          if (answer.agreed) goTo({ screen: 'operations', runId: null });
          else shown.differs(answer.difference);
        },
      },
    );
  };
  return (
    <ConfirmDialog
      header={sendingText.undoTitle(batch.name)}
      failure={{ header: sendingText.undoFailed, error: undo.error ?? shown.error }}
      confirm={
        total === 0
          ? null
          : {
              text: sendingText.undoConfirm(counted(total, 'invitation')),
              pending: undo.isPending,
              missing: missingText(consenting),
              danger: true,
              onClick: confirm,
            }
      }
      onCancel={onClose}
    >
      <Box>{sendingText.undoEffect(total)}</Box>
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} />}
      <Box>{sendingText.undoLimits}</Box>
      <ConsentFields consenting={consenting} difference={shown.difference} what="invitation" />
    </ConfirmDialog>
  );
}
