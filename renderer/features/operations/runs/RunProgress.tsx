import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import { isStarting, underWayOf } from '../../../../shared/domain/outbox/runCounts';
import type { Run } from '../../../../shared/domain/outbox/run';
import { counted } from '../../../components/text/formatTime';
import { unreachableText } from '../../../components/text/unreachableText';
import { RelativeTime } from '../../../components/Times';
import { usePauseRuns, useResumeRuns } from '../../../queries/outbox';
import { waitingIn } from '../../../queries/refresh/unreachable';
import { useUnreachable } from '../../../queries/refresh/useUnreachable';
import { linkTo } from '../../../navigation/useRoute';
import { percentOf, progressText, progressWithPace, titleOf } from './runText';
import { StartActions, StartsIn } from '../../results/notices/RunStart';
import { SendSoloButton } from './SendSoloButton';
import { StopButton } from './StopButton';
import { runsText } from './runsText';
import { accountRefKey } from '../../../../shared/util/accountKey';

/** The progress of one run, overall and per account, with pause and stop. */
export function RunProgress({ run }: { readonly run: Run }): ReactElement {
  const { runId, counts, paused, startsAt, accounts, createdAt } = run;
  const title = titleOf(run);
  const waits = waitingIn(run, new Set(useUnreachable()?.connectionIds)) > 0;
  return (
    <SpaceBetween size="xs">
      <div className="row">
        <span className="row-rest">
          <Link {...linkTo({ screen: 'operations', runId })} fontSize="heading-s">
            {title}
          </Link>{' '}
          <small>
            <RelativeTime at={createdAt} />
          </small>
        </span>
        {paused ? <StatusIndicator type="stopped">{runsText.paused}</StatusIndicator> : null}
        {waits ? <StatusIndicator type="pending">{unreachableText.goesOut}</StatusIndicator> : null}
        {startsAt === null ? null : <StartsIn at={startsAt} />}
        {counts.queued === 0 ? null : <SendSoloButton run={run} title={title} />}
        <RunActions run={run} title={title} />
      </div>
      <ProgressBar value={percentOf(counts)} ariaLabel={title} additionalInfo={progressWithPace(run)} />
      {accounts.length > 1 ? (
        <ExpandableSection headerText={runsText.inAccounts(counted(accounts.length, 'account'))}>
          <AccountsProgress run={run} />
        </ExpandableSection>
      ) : null}
    </SpaceBetween>
  );
}

function RunActions({ run, title }: { readonly run: Run; readonly title: string }): ReactElement | null {
  const pause = usePauseRuns();
  const resume = useResumeRuns();
  const { runId, paused, counts } = run;
  if (counts.queued === 0) return null;
  if (isStarting(run)) return <StartActions run={run} title={title} />;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {paused ? (
        <Button ariaLabel={runsText.resumeRun(title)} onClick={() => resume([runId])}>
          {runsText.resume}
        </Button>
      ) : (
        <Button ariaLabel={runsText.pauseRun(title)} onClick={() => pause([runId])}>
          {runsText.pause}
        </Button>
      )}
      <StopButton runs={[run]} ariaLabel={runsText.stopRun(title)} />
    </SpaceBetween>
  );
}

const accountsShown = 10;

/** Those that still have something to send first. */
function AccountsProgress({ run }: { readonly run: Run }): ReactElement {
  const [page, setPage] = useState(1);
  const accounts = [...run.accounts].sort(
    (one, other) => Number(underWayOf(other.counts) > 0) - Number(underWayOf(one.counts) > 0),
  );
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={accounts.slice((page - 1) * accountsShown, page * accountsShown)}
      trackBy={accountRefKey}
      ariaLabels={{ tableLabel: runsText.progressOf(titleOf(run)) }}
      columnDefinitions={[
        {
          id: 'account',
          header: runsText.account,
          isRowHeader: true,
          width: '40%',
          cell: ({ accountName }) => accountName,
        },
        {
          id: 'progress',
          header: runsText.progress,
          cell: ({ accountName, counts }) => (
            <ProgressBar
              value={percentOf(counts)}
              ariaLabel={accountName}
              additionalInfo={progressText(counts, run.kind)}
            />
          ),
        },
      ]}
      {...(accounts.length > accountsShown
        ? {
            pagination: (
              <Pagination
                currentPageIndex={page}
                pagesCount={Math.ceil(accounts.length / accountsShown)}
                onChange={({ detail }) => {
                  setPage(detail.currentPageIndex);
                }}
              />
            ),
          }
        : {})}
    />
  );
}
