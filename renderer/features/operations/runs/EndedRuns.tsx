import Link from '@cloudscape-design/components/link';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { countsText } from '../../../../shared/domain/outbox/runCounts';
import type { Counts, Run } from '../../../../shared/domain/outbox/run';
import { RelativeTime } from '../../../components/Times';
import { linkTo } from '../../../navigation/useRoute';
import { titleOf } from './runText';
import { runsText } from './runsText';

/** Recently ended runs, newest first, each with a link to its changes. */
export function EndedRuns({ runs }: { readonly runs: readonly Run[] }): ReactElement | null {
  if (runs.length === 0) return null;
  return (
    <Table
      variant="container"
      items={runs}
      trackBy={({ runId }) => String(runId)}
      ariaLabels={{ tableLabel: runsText.ended }}
      wrapLines
      header={
        <Header variant="h2" description={runsText.endedDescription}>
          {runsText.ended}
        </Header>
      }
      columnDefinitions={[
        {
          id: 'run',
          header: runsText.runColumn,
          isRowHeader: true,
          cell: (run) => <Link {...linkTo({ screen: 'operations', runId: run.runId })}>{titleOf(run)}</Link>,
        },
        {
          id: 'result',
          header: runsText.result,
          cell: ({ counts, kind }) => (
            <StatusIndicator type={lookOf(counts)}>{countsText(counts, kind)}</StatusIndicator>
          ),
        },
        { id: 'at', header: runsText.when, cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
      ]}
    />
  );
}

const lookOf = ({ failed, inDoubt }: Counts): StatusIndicatorProps.Type =>
  inDoubt > 0 ? 'warning' : failed > 0 ? 'error' : 'success';
