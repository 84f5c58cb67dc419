import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { AccountCounts } from '../../components/names/AccountCounts';
import { missingText } from '../../components/consent/agreementText';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../components/consent/ConsentFields';
import { counted } from '../../components/text/formatTime';
import { useConsent } from '../../queries/useConsent';
import { useRetryAgreement } from '../../queries/agreement';
import { useRetry } from '../../queries/outbox';
import { operationsText } from './operationsText';

interface RetryDialogProps {
  /** The failed operations to retry. */
  readonly operationIds: readonly number[];
  /** A sentence about them. */
  readonly about: string;
  /** Main refused: some of them may no longer be failed, so read again which are. */
  readonly onRefused?: () => void;
  /** @param newIds the operations that retry them; empty if nothing was sent */
  readonly onClose: (newIds: readonly number[]) => void;
}

/** Asks whether to retry failed changes, with their counts by account and, above a threshold, their number typed. */
export function RetryDialog({ operationIds, about, onRefused, onClose }: RetryDialogProps): ReactElement {
  const retry = useRetry();
  const shown = useRetryAgreement(operationIds);
  const consenting = useConsent(shown.agreement);
  const { consent } = consenting;
  const number = counted(shown.agreement?.total ?? operationIds.length, 'change');
  const confirm = (): void => {
    if (consent === null) return;
    retry.mutate(
      { operationIds: [...operationIds], ...consent },
      {
        onError: () => onRefused?.(),
        onSuccess: (answer) => {
          if (answer.agreed) onClose(answer.operationIds);
          else shown.differs(answer.difference);
        },
      },
    );
  };
  return (
    <ConfirmDialog
      header={operationIds.length === 0 ? operationsText.retryNoneTitle : operationsText.retryTitle(number)}
      failure={{ header: operationsText.retryFailed, error: retry.error ?? shown.error }}
      confirm={
        operationIds.length === 0
          ? null
          : {
              text: operationsText.retryConfirm(number),
              pending: retry.isPending,
              missing: missingText(consenting),
              onClick: confirm,
            }
      }
      cancelText={operationIds.length === 0 ? 'Close' : 'Cancel'}
      onCancel={() => onClose([])}
    >
      <Box variant="p">{about}</Box>
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} />}
      <ConsentFields consenting={consenting} difference={shown.difference} what="item" />
    </ConfirmDialog>
  );
}
