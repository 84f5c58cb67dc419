import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import { countsText } from '../../../shared/domain/counts';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { useOperationsPage, useOutboxStatus } from '../../queries/outbox';
import { accountColumn, changeColumn, personColumn } from '../results/operationColumns';
import { OperationOutcome } from '../results/OperationOutcome';
import { DoubtsTable } from './DoubtsTable';
import { FailedTable } from './FailedTable';
import { RunProgress } from './RunProgress';
import { isOpen, titleOf } from './runWords';
import { WaitNotices } from './WaitNotices';

/** Everything one command asked for. */
export function RunPage({ runId }: { readonly runId: number }): ReactElement | null {
  const status = useOutboxStatus();
  if (status === undefined) return null;
  const run = status.runs.find((each) => each.runId === runId);
  // Main tells of the latest runs only; the changes of an older one are still in the journal.
  const title = run === undefined ? `Run ${String(runId)}` : titleOf(run);
  const open = run !== undefined && isOpen(run);
  return (
    <>
      <Title>{title}</Title>
      <ContentLayout
        header={
          <Header variant="h1" description={run === undefined ? undefined : `${countsText(run.counts)}.`}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <WaitNotices waits={open ? status.waits : []} />
          {open ? (
            <Container header={<Header variant="h2">Running</Header>}>
              <RunProgress run={run} />
            </Container>
          ) : null}
          {run?.counts.inDoubt === 0 ? null : <DoubtsTable runId={runId} />}
          {run?.counts.failed === 0 ? null : <FailedTable runId={runId} />}
          <OthersTable runId={runId} />
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}

const shown = 25;

/** The changes that are neither in doubt nor failed; null without any. */
function OthersTable({ runId }: { readonly runId: number }): ReactElement | null {
  const [pageNumber, setPageNumber] = useState(1);
  const { page, error } = useOperationsPage({
    runId,
    statuses: ['queued', 'sending', 'done'],
    limit: shown,
    offset: (pageNumber - 1) * shown,
  });
  if (page === undefined && error === null) return null;
  const { operations = [], total = 0 } = page ?? {};
  const pages = Math.max(1, Math.ceil(total / shown));
  if (error === null && total === 0) return null;
  return (
    <Table
      variant="container"
      items={operations}
      trackBy={({ operationId }) => String(operationId)}
      columnDefinitions={[
        personColumn,
        accountColumn,
        changeColumn,
        {
          id: 'outcome',
          header: 'Result',
          cell: (operation) => <OperationOutcome operation={operation} />,
        },
      ]}
      wrapLines
      cellVerticalAlign="top"
      ariaLabels={{ tableLabel: 'Done and waiting' }}
      header={
        <Header variant="h2" counter={`(${total.toLocaleString()})`}>
          Done and waiting
        </Header>
      }
      empty={error === null ? null : <ErrorNotice header="Could not read the changes" error={error} />}
      pagination={
        pages === 1 && pageNumber === 1 ? undefined : (
          <Pagination
            currentPageIndex={pageNumber}
            pagesCount={pages}
            onChange={({ detail }) => {
              setPageNumber(detail.currentPageIndex);
            }}
          />
        )
      }
    />
  );
}
