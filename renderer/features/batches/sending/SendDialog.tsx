import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { Batch, BatchRowInput, DryRun } from '../../../../shared/domain/batch/batch';
import type { BatchSending } from '../../../../shared/domain/batch/batchReport';
import type { Difference } from '../../../../shared/domain/outbox/agreement';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { failureGroups } from '../../../components/text/failureGroups';
import { counted } from '../../../components/text/formatTime';
import { someNames } from '../../../components/text/someNames';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { LostAnswerPicker } from '../../../components/consent/LostAnswerChoice';
import { NotifyPicker } from '../../../components/consent/NotifyChoice';
import { useConsent } from '../../../queries/useConsent';
import { useDryRun, useSetBatchNotify } from '../../../queries/batches';
import { useSendBatch } from '../../../queries/batchSending';
import { goTo } from '../../../navigation/useRoute';
import { PlannedNote } from './PlannedNote';
import { ApprovalNotice } from './ApprovalNotice';
import { SendScopePicker } from './SendScopePicker';
import { sendSummary } from './sendSummary';
import { useSendScope } from './useSendScope';
import { sendingText } from './sendingText';

interface SendDialogProps {
  readonly batch: Batch;
  readonly rows: readonly BatchRowInput[];
  /** The rows selected in the grid. */
  readonly selected: readonly string[];
  /** Stores what was typed; throws if that failed. */
  readonly saved: () => Promise<void>;
  /** Reads the stored rows. */
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks with words and numbers, then sends; a large batch requires its number typed. */
export function SendDialog(props: SendDialogProps): ReactElement {
  const { batch, rows, selected, saved, reload, onClose } = props;
  const { batchId, notify } = batch;
  const { scope, setScope, places, approved, selection } = useSendScope(batchId, rows, selected);
  const [found, setFound] = useState<{ readonly meant: string; readonly difference: Difference } | null>(
    null,
  );
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const counting = useDryRun(saved);
  const sending = useSendBatch(reload);
  const setNotify = useSetBatchNotify();
  const isNothing = selection.rowIds?.length === 0;
  /** The selected rows, as a text that can be compared. */
  const meant = String(selection.rowIds);
  const count = (): void => {
    if (!isNothing) counting.mutate({ batchId, ...selection });
  };
  const countOnChange = useEffectEvent(count);
  useEffect(() => {
    countOnChange();
  }, [meant, notify]);
  // Numbers of another selection must not be agreed to.
  const isCounted = !isNothing && String(counting.variables?.rowIds) === meant;
  const dryRun = isCounted && !counting.isPending ? counting.data?.dryRun : undefined;
  const numbers = dryRun?.agreement.notify === notify ? dryRun : undefined;
  const consenting = useConsent(numbers?.agreement);
  const { consent } = consenting;
  const send = async (): Promise<void> => {
    if (consent === null) return;
    const answer = await sending.mutateAsync({ batchId, ...selection, whenNotSeen, ...consent });
    if (!answer.sent) {
      if (answer.difference === null) return;
      setFound({ meant, difference: answer.difference });
      // What is agreed to next is what is shown then.
      count();
      return;
    }
    onClose();
    goTo({ screen: 'operations', runId: answer.runId });
  };
  const unsettled = sending.data?.sent === false && sending.data.difference === null ? sending.data : null;
  return (
    <ConfirmDialog
      header={sendingText.sendTitle(batch.name)}
      failure={{
        header: sendingText.sendFailed,
        error: sending.error ?? counting.error ?? setNotify.error,
      }}
      confirm={
        unsettled !== null
          ? null
          : {
              text: sendingText.sendConfirm(numbers && counted(numbers.invitations, 'invitation')),
              pending: sending.isPending,
              missing: missingToSend(isNothing, numbers, notify) ?? missingText(consenting),
              onClick: () => void send().catch(() => undefined),
            }
      }
      cancelText={unsettled === null ? 'Cancel' : sendingText.backToRows}
      onCancel={onClose}
    >
      {unsettled !== null ? (
        <Unsettled unsettled={unsettled} />
      ) : (
        <SpaceBetween size="m">
          <ApprovalNotice batchId={batchId} />
          <SendScopePicker {...{ scope, places, approved }} selected={selected.length} onChange={setScope} />
          {isNothing ? <Box>{sendingText.accountMissing}</Box> : null}
          {numbers !== undefined || isNothing || counting.error !== null ? null : (
            <StatusIndicator type="loading">{sendingText.counting}</StatusIndicator>
          )}
          {numbers === undefined ? null : <Box>{sendSummary(numbers, notify)}</Box>}
          {numbers === undefined ? null : <PlannedNote dryRun={numbers} />}
          <NotifyPicker
            notify={setNotify.isError ? notify : (setNotify.variables?.notify ?? notify)}
            onChange={(selected) => setNotify.mutate({ batchId, notify: selected })}
            error={undefined}
          />
          {numbers === undefined || numbers.invitations === 0 ? null : (
            <LostAnswerPicker selected={whenNotSeen} onChange={setWhenNotSeen} />
          )}
          <ConsentFields
            consenting={consenting}
            difference={found?.meant === meant ? found.difference : null}
            what="row"
          />
        </SpaceBetween>
      )}
    </ConfirmDialog>
  );
}

/** What prevents sending the batch that a person can change here; undefined if nothing. */
function missingToSend(
  isNothing: boolean,
  numbers: DryRun | undefined,
  notify: boolean | null,
): string | undefined {
  if (isNothing) return sendingText.accountMissing;
  if (numbers?.invitations === 0) return sendingText.nothingToSend;
  return notify === null ? sendingText.notifyMissing : undefined;
}

/** As many names as a heading has room for. */
const maxNamed = 3;

/** What came up when the accounts were read just before sending. */
function Unsettled({
  unsettled,
}: {
  readonly unsettled: Extract<BatchSending, { sent: false }>;
}): ReactElement {
  const { conflicts, failures } = unsettled;
  return (
    <SpaceBetween size="s">
      {conflicts.length === 0 ? null : (
        <Alert type="warning" header={sendingText.conflictsTitle}>
          {sendingText.conflictsBody(counted(conflicts.length, 'row'))}
        </Alert>
      )}
      {failureGroups(failures, ({ accountName }) => accountName).map(({ error, names }) => (
        <Alert
          key={JSON.stringify([error.message, error.details])}
          type="error"
          header={sendingText.accountNotRead(someNames(names, maxNamed))}
        >
          {error.message}
        </Alert>
      ))}
    </SpaceBetween>
  );
}
