import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactElement } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Title } from '../../../components/Title';
import { useAccounts } from '../../../queries/accounts';
import { useBatchWriter } from '../../../queries/batchWriter';
import { useBatches, useOpenedBatch } from '../../../queries/batches';
import { BatchWorkspace } from './BatchWorkspace';
import { editorText } from './editorText';

/** One batch: its rows, what is wrong with them, and what would be sent. */
export function BatchPage({
  batchId,
  rowId,
}: {
  readonly batchId: string;
  /** The row to go to; null: none. */
  readonly rowId: string | null;
}): ReactElement {
  // Asked first: rows that are read after the answer are those this window goes on with.
  const { writer, error: writerError } = useBatchWriter(batchId);
  const { opened, error: readError } = useOpenedBatch(batchId, writer !== undefined);
  const error = readError ?? writerError;
  const { accounts } = useAccounts();
  const { batches } = useBatches();
  const batch = batches?.find((each) => each.batchId === batchId) ?? opened?.batch;
  if (error?.code === 'NOT_FOUND' || (batches !== undefined && batch === undefined)) {
    return <EmptyState title={editorText.batchMissingTitle}>{editorText.batchMissingBody}</EmptyState>;
  }
  if (error !== null) return <ErrorNotice header={editorText.openFailed} error={error.toBody()} />;
  if (opened === undefined || writer === undefined || accounts === undefined || batch === undefined) {
    return (
      <Box textAlign="center" padding="xxl">
        <Spinner size="large" />
      </Box>
    );
  }
  return (
    <>
      <Title>{batch.name}</Title>
      <BatchWorkspace opened={opened} batch={batch} rowId={rowId} writer={writer} />
    </>
  );
}
