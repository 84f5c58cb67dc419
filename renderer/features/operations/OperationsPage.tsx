import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { Title } from '../../components/Title';
import { useOutboxStatus } from '../../queries/outbox';
import { DoubtGroups } from './groups/DoubtGroups';
import { FailedGroups } from './groups/FailedGroups';
import { EndedRuns } from './runs/EndedRuns';
import { RunProgress } from './runs/RunProgress';
import { isOpen } from './runs/runText';
import { WaitNotices } from '../results/notices/WaitNotices';
import { operationsText } from './operationsText';

/** Every change asked of Amazon: what is being sent on top, then what needs a person, then what ended recently. */
export function OperationsPage(): ReactElement | null {
  const status = useOutboxStatus();
  if (status === undefined) return null;
  const { runs, waits, slowed } = status;
  const open = runs.filter(isOpen);
  return (
    <>
      <Title>{operationsText.operations}</Title>
      <ContentLayout
        header={
          <Header variant="h1" description={operationsText.description}>
            {operationsText.operations}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <WaitNotices waits={open.length > 0 ? waits : []} slowed={open.length > 0 ? slowed : []} />
          <Container
            header={
              <Header variant="h2" counter={open.length === 0 ? '' : `(${String(open.length)})`}>
                {operationsText.running}
              </Header>
            }
          >
            {open.length === 0 ? (
              <Box color="text-body-secondary">{operationsText.noneRunning}</Box>
            ) : (
              <SpaceBetween size="l">
                {open.map((run) => (
                  <RunProgress key={run.runId} run={run} />
                ))}
              </SpaceBetween>
            )}
          </Container>
          <DoubtGroups runId={null} />
          <FailedGroups runId={null} />
          {runs.length === 0 ? (
            <EmptyState title={operationsText.emptyTitle}>{operationsText.emptyBody}</EmptyState>
          ) : (
            <EndedRuns runs={runs.filter((run) => !isOpen(run))} />
          )}
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
