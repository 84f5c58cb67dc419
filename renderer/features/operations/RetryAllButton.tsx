import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
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
        <Modal
          visible
          header={ids.length === 0 ? 'Nothing to try again' : `Send ${number} again?`}
          closeAriaLabel="Close"
          onDismiss={close}
          footer={
            <Box float="right">
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" onClick={close}>
                  {ids.length === 0 ? 'Close' : 'Cancel'}
                </Button>
                {ids.length === 0 ? null : (
                  <Button
                    variant="primary"
                    loading={retry.isPending}
                    onClick={() => retry.mutate(ids, { onSuccess: close })}
                  >
                    {`Send ${number} again`}
                  </Button>
                )}
              </SpaceBetween>
            </Box>
          }
        >
          <SpaceBetween size="m">
            {error === null ? null : <ErrorNotice header="Not all were sent again" error={error.toBody()} />}
            <Box variant="p">
              {ids.length === 0
                ? 'Amazon refused all of these, and would refuse the very same again. Look at the reason of each.'
                : 'These are all the failed changes that trying again can help, on every page of the list. What Amazon would refuse again stays as it is.'}
            </Box>
          </SpaceBetween>
        </Modal>
      ) : null}
    </>
  );
}
