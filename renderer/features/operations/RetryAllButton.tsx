import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { counted } from '../../components/formatTime';
import { retryableIds, useRetry } from '../../queries/outbox';

/** Sends all failed operations that trying again may help, of one run or of all, after asking with the number. */
export function RetryAllButton({ runId }: { readonly runId: number | null }): ReactElement {
  const [asking, setAsking] = useState(false);
  const find = useMutation({ mutationFn: () => retryableIds(runId) });
  const retry = useRetry();
  const ids = find.data ?? [];
  const number = counted(ids.length, 'change');
  const error = find.error ?? retry.error;
  const close = (): void => {
    setAsking(false);
    retry.reset();
  };
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
          find.mutate();
        }}
      >
        Try all again
      </Button>
      {asking && !find.isPending ? (
        <ConfirmDialog
          header={ids.length === 0 ? 'Nothing to try again' : `Send ${number} again?`}
          failure={{ header: 'Not all were sent again', error }}
          confirm={
            ids.length === 0
              ? null
              : {
                  text: `Send ${number} again`,
                  pending: retry.isPending,
                  onClick: () => {
                    retry.mutate(ids, { onSuccess: close });
                  },
                }
          }
          cancelText={ids.length === 0 ? 'Close' : 'Cancel'}
          onCancel={close}
        >
          <Box variant="p">
            {ids.length === 0
              ? 'Amazon refused all of these, and would refuse the very same again. Look at the reason of each.'
              : 'These are all the failed changes that trying again can help, on every page of the list. What Amazon would refuse again stays as it is.'}
          </Box>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
