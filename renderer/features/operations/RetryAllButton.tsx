import Button from '@cloudscape-design/components/button';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { retryableIds } from '../../queries/outbox';
import { RetryDialog } from './RetryDialog';
import { operationsText } from './operationsText';

/** Sends all failed operations that trying again may help, of one run or of all, after asking with their number. */
export function RetryAllButton({ runId }: { readonly runId: number | null }): ReactElement {
  const [asking, setAsking] = useState(false);
  const find = useMutation<readonly number[]>({ mutationFn: () => retryableIds(runId) });
  const close = (): void => {
    setAsking(false);
    find.reset();
  };
  return (
    <>
      <Button
        loading={find.isPending}
        onClick={() => {
          setAsking(true);
          find.mutate();
        }}
      >
        {operationsText.retryAll}
      </Button>
      {asking && find.data !== undefined ? (
        <RetryDialog
          operationIds={find.data}
          about={find.data.length === 0 ? operationsText.retryNoneBody : operationsText.retryAllBody}
          onClose={close}
        />
      ) : null}
      {asking && find.error !== null ? (
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
