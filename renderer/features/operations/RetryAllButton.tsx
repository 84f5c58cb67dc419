import Button from '@cloudscape-design/components/button';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { retryableIds } from '../../queries/outbox';
import { RetryDialog } from './RetryDialog';
import { operationsText } from './operationsText';

/** Retries all failed operations for which that may help, of one run or of all, after asking with their number. */
export function RetryAllButton({ runId }: { readonly runId: number | null }): ReactElement {
  const [operationIds, setOperationIds] = useState<readonly number[] | null>(null);
  const find = useMutation<readonly number[]>({
    mutationFn: () => retryableIds(runId),
    onSuccess: setOperationIds,
  });
  const close = (): void => {
    setOperationIds(null);
    find.reset();
  };
  return (
    <>
      <Button loading={find.isPending && operationIds === null} onClick={() => find.mutate()}>
        {operationsText.retryAll}
      </Button>
      {operationIds === null ? null : (
        <RetryDialog
          operationIds={operationIds}
          about={operationIds.length === 0 ? operationsText.retryNoneBody : operationsText.retryAllBody}
          onRefused={() => find.mutate()}
          onClose={close}
        />
      )}
      {operationIds === null && find.error !== null ? (
        <ConfirmDialog
          header={operationsText.retryFailed}
          failure={{ header: operationsText.retryAllReadFailed, error: find.error }}
          confirm={null}
          cancelText={operationsText.close}
          onCancel={close}
        >
          {null}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
