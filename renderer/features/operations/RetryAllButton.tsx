import Button from '@cloudscape-design/components/button';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { retryableIds } from '../../queries/outbox';
import { RetryDialog } from './RetryDialog';

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
        Try all again
      </Button>
      {asking && find.data !== undefined ? (
        <RetryDialog
          operationIds={find.data}
          about={
            find.data.length === 0
              ? 'Amazon refused all of these, and would refuse the same again. Check the reason for each.'
              : 'These are all the failed changes that a retry can help, on every page of the list. Changes that Amazon would refuse again stay as they are.'
          }
          onClose={close}
        />
      ) : null}
      {asking && find.error !== null ? (
        <ConfirmDialog
          header="Nothing was sent again"
          failure={{ header: 'Couldn’t read what failed', error: find.error }}
          confirm={null}
          cancelText="Close"
          onCancel={close}
        >
          {null}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
