import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { countsText } from '../../../../shared/domain/outbox/runCounts';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import { Title } from '../../../components/Title';
import { useOutboxStatus } from '../../../queries/outbox';
import { accountColumn, changeColumn, personColumn } from '../../results/operationColumns';
import { OperationOutcome } from '../../results/OperationOutcome';
import { DoubtGroups } from '../groups/DoubtGroups';
import { FailedGroups } from '../groups/FailedGroups';
import { OperationsTable } from '../OperationsTable';
import { RunProgress } from './RunProgress';
import { isOpen, titleOf } from './runText';
import { useOperationsList } from '../useOperationsList';
import { WaitNotices } from '../../results/notices/WaitNotices';
import { runsText } from './runsText';

/** Everything one command requested. */
export function RunPage({ runId }: { readonly runId: number }): ReactElement | null {
  const status = useOutboxStatus();
  if (status === undefined) return null;
  const run = status.runs.find((each) => each.runId === runId);
  // Main returns only the latest runs; the changes of an older one are still in the journal.
  const title = run === undefined ? runsText.runTitle(String(runId)) : titleOf(run);
  const open = run !== undefined && isOpen(run);
  return (
    <>
      <Title>{title}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description={run === undefined ? undefined : `${countsText(run.counts, run.kind)}.`}
          >
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <WaitNotices waits={open ? status.waits : []} slowed={open ? status.slowed : []} />
          {open ? (
            <Container header={<Header variant="h2">{runsText.running}</Header>}>
              <RunProgress run={run} />
            </Container>
          ) : null}
          {run?.counts.inDoubt === 0 ? null : <DoubtGroups runId={runId} />}
          {run?.counts.failed === 0 && run.counts.stopped === 0 ? null : <FailedGroups runId={runId} />}
          <OthersTable runId={runId} />
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}

const shown = 25;

/** The changes that are neither in doubt nor failed; null if there are none. */
function OthersTable({ runId }: { readonly runId: number }): ReactElement | null {
  const list = useOperationsList(runId, { statuses: ['queued', 'sending', 'done', 'skipped'] }, shown);
  if (list.error === null && list.total === 0) return null;
  return (
    <OperationsTable
      list={list}
      title={runsText.changesTitle}
      columns={columns}
      empty={null}
      unreadable={runsText.readFailed}
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<Operation>[] = [
  personColumn,
  accountColumn,
  changeColumn,
  {
    id: 'outcome',
    header: runsText.result,
    cell: (operation) => <OperationOutcome operation={operation} />,
  },
];
