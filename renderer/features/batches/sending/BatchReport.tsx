import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import Link from '@cloudscape-design/components/link';
import { useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import type { BatchReport } from '../../../../shared/domain/batch/batchReport';
import { instanceAccessNames } from '../../../../shared/domain/account/instanceText';
import { rowStates } from '../../../../shared/domain/batch/rowState';
import { formatNumber } from '../../../../shared/text/formats';
import { RowStateChip } from '../../../components/RowStateChip';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Figures, type Figure } from '../../../components/Figures';
import { counted, timeOf } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { useBatchReport, useExportReport } from '../../../queries/batchSending';
import { linkTo } from '../../../navigation/useRoute';
import { BatchMembers } from './BatchMembers';
import { ReportApprovals } from './ReportApprovals';
import { LinksToShare } from './LinksToShare';
import { UndoBatchDialog } from './UndoBatchDialog';
import { sendingText } from './sendingText';

interface SentReportProps {
  readonly batch: Batch;
  readonly onClose: () => void;
}

/** The results of the sent rows; they keep changing as people accept and invitations expire. */
export function BatchReportDialog({ batch, onClose }: SentReportProps): ReactElement {
  const { report, error } = useBatchReport(batch.batchId);
  const exporting = useExportReport();
  const [undoing, setUndoing] = useState(false);
  const pending = report?.states.find(({ state }) => state === 'pending')?.rows ?? 0;
  if (undoing) return <UndoBatchDialog batch={batch} pending={pending} onClose={() => setUndoing(false)} />;
  return (
    <Modal
      visible
      size="large"
      header={sendingText.reportTitle(batch.name)}
      closeAriaLabel={sendingText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {pending === 0 ? null : (
              <Button variant="link" onClick={() => setUndoing(true)}>
                {sendingText.undoBatch}
              </Button>
            )}
            <ButtonDropdown
              loading={exporting.isPending}
              items={[
                { id: 'xlsx', text: sendingText.excelWorkbook },
                { id: 'csv', text: sendingText.csv },
              ]}
              onItemClick={({ detail }) =>
                exporting.mutate({ batchId: batch.batchId, format: detail.id === 'csv' ? 'csv' : 'xlsx' })
              }
            >
              {sendingText.saveReport}
            </ButtonDropdown>
            <Button variant="primary" onClick={onClose}>
              {sendingText.close}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {error !== null ? (
        <ErrorNotice header={sendingText.reportFailed} error={error.toBody()} />
      ) : report === undefined ? (
        <StatusIndicator type="loading">{sendingText.counting}</StatusIndicator>
      ) : (
        <SpaceBetween size="l">
          <Outcome report={report} />
          <ReportApprovals report={report} />
          <Failures report={report} />
          <BatchMembers batchId={batch.batchId} />
          <LinksToShare batchId={batch.batchId} />
        </SpaceBetween>
      )}
    </Modal>
  );
}

function Outcome({
  report: { counts, runs, endedAt, instances },
}: {
  readonly report: BatchReport;
}): ReactElement {
  const now = useNow();
  const figures = rowStates
    .filter((state) => counts[state] > 0)
    .map((state): Figure => [<RowStateChip key={state} state={state} />, counts[state]]);
  return (
    <SpaceBetween size="xs">
      <Figures figures={[[sendingText.rowsColumn, counts.rows], ...figures]} />
      {instances.length === 0 ? null : (
        <Box>
          {sendingText.instances(
            instances.map(
              ({ access, rows }) => `${formatNumber(rows)} ${instanceAccessNames[access].toLowerCase()}`,
            ),
          )}
        </Box>
      )}
      <Box color="text-body-secondary">
        {endedAt === null ? sendingText.notEnded : sendingText.lastAnswer(timeOf(endedAt, now))}{' '}
        {runs.map(({ runId, createdAt }) => (
          <span key={runId}>
            <Link {...linkTo({ screen: 'operations', runId })}>
              {sendingText.runLink(timeOf(createdAt, now))}
            </Link>{' '}
          </span>
        ))}
      </Box>
    </SpaceBetween>
  );
}

function Failures({ report: { failures } }: { readonly report: BatchReport }): ReactElement | null {
  if (failures.length === 0) return null;
  return (
    <Table
      variant="embedded"
      wrapLines
      header={<Box variant="h3">{sendingText.failuresTitle}</Box>}
      ariaLabels={{ tableLabel: sendingText.failuresTitle }}
      items={failures}
      trackBy={({ code, message }) => `${code} ${message}`}
      columnDefinitions={[
        { id: 'rows', header: sendingText.rowsColumn, width: 80, cell: ({ rows }) => formatNumber(rows) },
        { id: 'why', header: sendingText.whyColumn, isRowHeader: true, cell: ({ message }) => message },
        {
          id: 'again',
          header: sendingText.remedyColumn,
          cell: whatToDo,
        },
      ]}
    />
  );
}

function whatToDo({ code, retryable, rows }: BatchReport['failures'][number]): string {
  if (code === 'ALREADY_INVITED') return sendingText.alreadyInvited;
  return retryable ? sendingText.sendAgain(counted(rows, 'row')) : sendingText.fixThenSend;
}
