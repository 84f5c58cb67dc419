import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import { underWayOf } from '../../../shared/domain/outbox/runCounts';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { CopyableId } from '../../components/CopyableId';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useOperations, useOutboxStatus, useStartingRuns } from '../../queries/outbox';
import { RunStart } from './notices/RunStart';
import { WaitNotices } from './notices/WaitNotices';
import { DoubtNotice } from './notices/DoubtNotice';
import { FailureReasons } from './FailureReasons';
import { accountColumn, changeColumn, personColumn } from './operationColumns';
import { LeftOutNotice } from './notices/LeftOutNotice';
import { OperationOutcome } from './OperationOutcome';
import { ResultCounts } from './ResultCounts';
import { useResults } from './resultsContext';
import { countsOf, inOrder } from './summary';
import { resultsText } from './resultsText';

/** Each event redraws the table; this many rows are still fast. */
const shown = 25;

/** The results of each change, live: updated by events until the last one is settled. */
export function ResultsDialog(): ReactElement | null {
  const { operationIds, leftOut, open, close, forget } = useResults();
  const { operations = [], error } = useOperations(operationIds);
  const { waits, slowed } = useOutboxStatus() ?? { waits: [], slowed: [] };
  const starting = useStartingRuns().filter(({ runId }) =>
    operations.some((operation) => operation.runId === runId),
  );
  const [page, setPage] = useState(1);
  if (!open) return null;
  const counts = countsOf(operations);
  const dismiss = (): void => {
    setPage(1);
    close(operations);
    // A notice keeps showing what isn't simply done.
    if (operations.length > 0 && counts.done === operations.length) forget();
  };
  return (
    <Modal
      visible
      size="x-large"
      header={resultsText.results}
      closeAriaLabel={resultsText.closeResults}
      onDismiss={dismiss}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={dismiss}>
            {resultsText.close}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error === null ? null : <ErrorNotice header={resultsText.readFailed} error={error} />}
        <LiveRegion>
          <Box variant="p">
            {operations.length === 0 ? (
              resultsText.reading
            ) : (
              <ResultCounts operations={operations} onLeave={dismiss} />
            )}
            {underWayOf(counts) > 0 ? resultsText.closeHint : ''}
          </Box>
        </LiveRegion>
        {starting.map((run) => (
          <RunStart key={run.runId} run={run} />
        ))}
        <WaitNotices
          waits={waits.filter((wait) => holdsUp(wait, operations))}
          slowed={slowed.filter((each) => holdsUp(each, operations))}
        />
        <LeftOutNotice leftOut={leftOut} onLeave={dismiss} />
        <DoubtNotice operations={operations} onLeave={dismiss} />
        <FailureReasons operations={operations} />
        <Table
          variant="embedded"
          items={inOrder(operations).slice((page - 1) * shown, page * shown)}
          trackBy={(operation) => String(operation.operationId)}
          columnDefinitions={columnsFor(operations)}
          wrapLines
          cellVerticalAlign="top"
          ariaLabels={{ tableLabel: resultsText.results }}
          empty={resultsText.noChanges}
          {...(operations.length > shown
            ? {
                pagination: (
                  <Pagination
                    currentPageIndex={page}
                    pagesCount={Math.ceil(operations.length / shown)}
                    onChange={({ detail }) => {
                      setPage(detail.currentPageIndex);
                    }}
                  />
                ),
              }
            : {})}
        />
      </SpaceBetween>
    </Modal>
  );
}

/** Whether this blocks one of the operations. */
const holdsUp = (
  { connectionId }: { readonly connectionId: string },
  operations: readonly Operation[],
): boolean =>
  operations.some(
    (each) => each.connectionId === connectionId && ['queued', 'sending'].includes(each.status),
  );

type Column = TableProps.ColumnDefinition<Operation>;

const outcome: Column = {
  id: 'outcome',
  header: resultsText.result,
  cell: (operation) => <OperationOutcome operation={operation} />,
};
const invitationId: Column = {
  id: 'invitationId',
  header: resultsText.invitationId,
  cell: ({ invitationId: id }) => (id === null ? '–' : <CopyableId id={id} name="invitation ID" />),
};

/** The account only if there are several, the invitation's ID only if it is new. */
function columnsFor(operations: readonly Operation[]): Column[] {
  const accounts = new Set(operations.map(({ accountId }) => accountId));
  return [
    personColumn,
    ...(accounts.size > 1 ? [accountColumn] : []),
    changeColumn,
    outcome,
    ...(operations.some(({ kind }) => kind === 'create') ? [invitationId] : []),
  ];
}
