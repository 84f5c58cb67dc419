import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useEffectEvent, useMemo, useState, type ReactElement } from 'react';
import type { Batch, BatchRowInput, DryRun } from '../../../shared/domain/batch';
import type { BatchSending } from '../../../shared/domain/batchReport';
import type { WhenNotSeen } from '../../../shared/domain/run';
import type { Settings } from '../../../shared/domain/settings';
import { readNumber } from '../../../shared/formats';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { counted } from '../../components/formatTime';
import { LostAnswerChoice } from '../../components/LostAnswerChoice';
import { useDryRun } from '../../queries/batches';
import { useSendBatch } from '../../queries/sendBatch';
import { goTo } from '../../useRoute';
import { SendScopeChoice } from './SendScopeChoice';
import { placesOf, selectionOf, type SendScope } from './sendScope';
import { sendWords } from './sendWords';

interface SendDialogProps {
  readonly batch: Batch;
  readonly settings: Settings;
  readonly rows: readonly BatchRowInput[];
  /** The rows that are selected in the grid. */
  readonly selected: readonly string[];
  /** Stores what was typed; throws when that did not work. */
  readonly saved: () => Promise<void>;
  /** Takes the rows as they are stored now. */
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks in words with numbers, then sends; a large batch wants its number typed. */
export function SendDialog(props: SendDialogProps): ReactElement {
  const { batch, settings, rows, selected, saved, reload, onClose } = props;
  const { batchId } = batch;
  const [scope, setScope] = useState<SendScope>({ kind: 'all' });
  const [typed, setTyped] = useState('');
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const counting = useDryRun(saved);
  const sending = useSendBatch(reload);
  const places = useMemo(() => placesOf(rows), [rows]);
  const selection = selectionOf(scope, selected, places);
  const isNothing = selection.rowIds?.length === 0;
  /** Which rows are meant, as a text that can be compared. */
  const meant = String(selection.rowIds);
  const count = useEffectEvent(() => {
    if (!isNothing) counting.mutate({ batchId, ...selection });
  });
  useEffect(() => {
    count();
  }, [meant]);
  // Numbers of another choice must not be agreed to.
  const isCounted = !isNothing && String(counting.variables?.rowIds) === meant;
  const numbers = isCounted && !counting.isPending ? counting.data?.dryRun : undefined;
  const needsTyping = numbers !== undefined && isLarge(numbers, settings);
  const mayGo =
    numbers !== undefined &&
    numbers.invitations > 0 &&
    batch.notify !== null &&
    (!needsTyping || readNumber(typed) === numbers.invitations);
  const send = async (): Promise<void> => {
    const answer = await sending.mutateAsync({ batchId, ...selection, whenNotSeen });
    if (!answer.sent) return;
    onClose();
    goTo({ screen: 'operations', runId: answer.runId });
  };
  const unsettled = sending.data?.sent === false ? sending.data : null;
  return (
    <ConfirmDialog
      header={`Send “${batch.name}”`}
      failure={{ header: 'Nothing was sent', error: sending.error ?? counting.error }}
      confirm={
        unsettled !== null || !mayGo
          ? null
          : {
              text: `Send ${counted(numbers.invitations, 'invitation')}`,
              pending: sending.isPending,
              onClick: () => void send().catch(() => undefined),
            }
      }
      cancelText={unsettled === null ? 'Cancel' : 'Back to the rows'}
      onCancel={onClose}
    >
      {unsettled !== null ? (
        <Unsettled unsettled={unsettled} />
      ) : (
        <SpaceBetween size="m">
          <SendScopeChoice scope={scope} selected={selected.length} places={places} onChange={setScope} />
          {isNothing ? <Box>Choose at least one account.</Box> : null}
          {numbers !== undefined || isNothing || counting.error !== null ? null : (
            <StatusIndicator type="loading">Counting</StatusIndicator>
          )}
          {numbers === undefined ? null : (
            <SpaceBetween size="m">
              <Box>{sendWords(numbers, batch.notify)}</Box>
              {batch.notify === null ? (
                <Alert type="warning">
                  Choose first how people will hear of it: Amazon sends e-mail, or you share the links.
                </Alert>
              ) : null}
              {numbers.invitations === 0 ? null : (
                <LostAnswerChoice chosen={whenNotSeen} onChange={setWhenNotSeen} />
              )}
              {needsTyping ? (
                <FormField label={`Type ${String(numbers.invitations)} to send so many at once`}>
                  <Input
                    value={typed}
                    inputMode="numeric"
                    onChange={({ detail }) => setTyped(detail.value)}
                  />
                </FormField>
              ) : null}
            </SpaceBetween>
          )}
        </SpaceBetween>
      )}
    </ConfirmDialog>
  );
}

const isLarge = (
  { invitations, admins }: DryRun,
  { typeNumberFromInvitations, typeNumberFromAdmins }: Settings,
): boolean =>
  (typeNumberFromInvitations > 0 && invitations >= typeNumberFromInvitations) ||
  (typeNumberFromAdmins > 0 && admins >= typeNumberFromAdmins);

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
        <Alert type="warning" header="Nothing was sent yet">
          Amazon’s lists have changed since these rows were drafted: something new was found in{' '}
          {counted(conflicts.length, 'row')}. Settle it above the rows, then send again.
        </Alert>
      )}
      {failures.map(({ account, accountName, error }) => (
        <Alert key={account.accountId} type="error" header={`${accountName} could not be read`}>
          {error.message}
        </Alert>
      ))}
    </SpaceBetween>
  );
}
