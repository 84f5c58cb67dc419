import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { Batch, BatchConflict } from '../../../shared/domain/batch';
import { counted } from '../../../shared/counted';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useCheckOnline } from '../../queries/batches';
import type { BatchStore } from './batchStore';
import { fixed } from './fixing';
import { useGrid } from './useGrid';

interface CheckOnlineDialogProps {
  readonly batch: Batch;
  readonly store: BatchStore;
  /** Stores what was typed; throws when that did not work. */
  readonly saved: () => Promise<void>;
  readonly onClose: () => void;
}

type Settling = 'keep' | 'fix' | 'remove';

/** Reads the batch's accounts from Amazon and shows what changed since the draft, to settle it row by row or all alike. */
export function CheckOnlineDialog({ batch, store, saved, onClose }: CheckOnlineDialogProps): ReactElement {
  const { mutate, data, error } = useCheckOnline(saved);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const run = (): void => {
    // What is being typed now is part of what is checked.
    store.commit();
    const since = store.step();
    mutate(
      { batchId: batch.batchId, since: store.version() },
      { onSuccess: (found) => store.tookCheck(found, since) },
    );
  };
  const start = useEffectEvent(run);
  useEffect(() => {
    start();
  }, []);
  const open = data?.conflicts.filter(({ rowId }) => !settled.has(rowId)) ?? [];
  const settle = (conflicts: readonly BatchConflict[], how: Settling): void => {
    const found = conflicts.flatMap(({ rowId, findings }) => findings.map((finding) => ({ rowId, finding })));
    if (how === 'fix') store.change(...fixed(found));
    if (how === 'remove') store.change([], new Set(conflicts.map(({ rowId }) => rowId)));
    setSettled(new Set([...settled, ...conflicts.map(({ rowId }) => rowId)]));
  };
  return (
    <Modal
      visible
      size="large"
      header="Check online"
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            {data === undefined && error === null ? 'Go on in the background' : 'Close'}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error === null ? null : (
          <ErrorNotice
            header="The check did not work; the rows are as they were"
            error={error.toBody()}
            action={<Button onClick={run}>Try again</Button>}
          />
        )}
        {data === undefined && error === null ? (
          <StatusIndicator type="loading">Reading the batch’s accounts from Amazon</StatusIndicator>
        ) : null}
        {data?.failures.map(({ account, accountName, error: failure }) => (
          <Alert
            key={`${account.connectionId} ${account.accountId}`}
            type="warning"
            header={`${accountName} could not be read`}
          >
            {failure.message} Its rows were checked against the older copy.
          </Alert>
        ))}
        {data === undefined ? null : open.length === 0 ? (
          <StatusIndicator type="success">
            {data.conflicts.length === 0
              ? 'Nothing changed at Amazon that touches this batch.'
              : 'All is settled.'}
          </StatusIndicator>
        ) : (
          <Conflicts conflicts={open} store={store} settle={settle} />
        )}
      </SpaceBetween>
    </Modal>
  );
}

interface ConflictsProps {
  readonly conflicts: readonly BatchConflict[];
  readonly store: BatchStore;
  readonly settle: (conflicts: readonly BatchConflict[], how: Settling) => void;
}

function Conflicts({ conflicts, store, settle }: ConflictsProps): ReactElement {
  const rows = useGrid(store, ({ byId }) => byId);
  const fixable = conflicts.filter(({ findings }) => findings.some(({ fix }) => fix !== null));
  return (
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: 'What changed since the draft' }}
      header={
        <SpaceBetween size="xs">
          <Box variant="h3">{counted(conflicts.length, 'row')} changed since the draft</Box>
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => settle(conflicts, 'keep')}>Keep all</Button>
            {fixable.length === 0 ? null : (
              <Button onClick={() => settle(fixable, 'fix')}>
                Take {counted(fixable.length, 'remedy', 'remedies')}
              </Button>
            )}
            <Button onClick={() => settle(conflicts, 'remove')}>Take all out of the batch</Button>
          </SpaceBetween>
        </SpaceBetween>
      }
      items={conflicts}
      trackBy="rowId"
      columnDefinitions={[
        {
          id: 'who',
          header: 'Row',
          isRowHeader: true,
          cell: ({ rowId }) => {
            const row = rows.get(rowId);
            return (
              <>
                {row?.emailAddress}
                <Box variant="small" display="block">
                  {row?.accountText}
                </Box>
              </>
            );
          },
        },
        {
          id: 'what',
          header: 'Now at Amazon',
          cell: ({ findings }) => findings.map(({ message }) => message).join(' '),
        },
        {
          id: 'settle',
          header: 'Settle',
          cell: (conflict) => {
            const who = rows.get(conflict.rowId)?.emailAddress ?? '';
            const fix = conflict.findings.find((finding) => finding.fix !== null)?.fix ?? null;
            return (
              <span className="inline-row">
                <Button
                  variant="inline-link"
                  ariaLabel={`Keep ${who}`}
                  onClick={() => settle([conflict], 'keep')}
                >
                  Keep
                </Button>
                {fix === null || fix.removesRow ? null : (
                  <Button variant="inline-link" onClick={() => settle([conflict], 'fix')}>
                    {fix.label}
                  </Button>
                )}
                <Button
                  variant="inline-link"
                  ariaLabel={`Take out ${who}`}
                  onClick={() => settle([conflict], 'remove')}
                >
                  Take out
                </Button>
              </span>
            );
          },
        },
      ]}
    />
  );
}
