import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import type { ReactElement } from 'react';
import { underWayOf } from '../../../shared/domain/outbox/runCounts';
import { ErrorDetails } from '../../components/ErrorNotice';
import { counted } from '../../components/text/formatTime';
import { titleOf } from '../../features/operations/runs/runText';
import { StartActions, StartsIn } from '../../features/results/notices/RunStart';
import { LeftOutReasons } from '../../features/results/reasons/LeftOutReasons';
import { isForOperations, leftOutCount } from '../../features/results/reasons/exclusionsText';
import { useResults } from '../../features/results/resultsContext';
import { countsOf, headlineOf } from '../../features/results/summary';
import { useRemovedBatches } from '../../queries/batches';
import { useShowWriter } from '../../queries/batchWriter';
import { useOperations, useStartingRuns } from '../../queries/outbox';
import { useQuietFailures } from '../../queries/cache/quietMutations';
import { useUnreachable } from '../../queries/refresh/useUnreachable';
import type { Route } from '../../../shared/navigation/routes';
import { linkTo } from '../../navigation/useRoute';
import { noticesText } from './noticesText';

type Notice = FlashbarProps.MessageDefinition;

/** Small changes that failed. */
export function useQuietFailureNotices(): Notice[] {
  const { failures, forget } = useQuietFailures();
  const latest = failures.at(-1);
  if (latest === undefined) return [];
  const { error, batchId } = latest;
  return [
    {
      id: 'quiet',
      type: 'error',
      header: noticesText.actionFailed,
      content: (
        <>
          {error.message}
          <ErrorDetails error={error.toBody()} />
        </>
      ),
      action: error.code === 'EDITED_ELSEWHERE' && batchId !== null ? <ShowWriter batchId={batchId} /> : null,
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: forget,
    },
  ];
}

function ShowWriter({ batchId }: { readonly batchId: string }): ReactElement {
  return <Button onClick={useShowWriter(batchId)}>{noticesText.showWindow}</Button>;
}

/** Each deleted batch can be restored while its notice is shown. */
export function useRemovedBatchNotices(): Notice[] {
  const { removed, restore, forget } = useRemovedBatches();
  return removed.map((batch) => ({
    id: `removed ${batch.batchId}`,
    type: 'success',
    content: noticesText.batchDeleted(batch.name),
    action: <Button onClick={() => restore(batch)}>{noticesText.undo}</Button>,
    dismissible: true,
    dismissLabel: noticesText.dismiss,
    onDismiss: () => forget(batch),
  }));
}

/** Changes that continue in the background, or that didn’t all succeed. Operations shows them itself. */
export function useResultsNotices(route: Route): Notice[] {
  const { operationIds, open, reopen, forget } = useResults();
  const { operations = [] } = useOperations(operationIds);
  const unreachable = useUnreachable();
  if (open || route.screen === 'operations' || operationIds.length === 0 || operations.length === 0)
    return [];
  const counts = countsOf(operations);
  const ended = underWayOf(counts) === 0;
  // The notice about Amazon being unreachable counts them.
  if (
    !ended &&
    operations.every(({ connectionId }) => unreachable?.connectionIds.includes(connectionId) === true)
  )
    return [];
  const type = !ended ? 'in-progress' : counts.failed > 0 ? 'error' : 'success';
  // Changes in doubt are shown by the indicator in the top bar, which stays.
  if (type === 'success' && counts.inDoubt > 0) return [];
  return [
    {
      id: 'results',
      type,
      content: `${headlineOf(operations)}.`,
      action: <Button onClick={reopen}>{noticesText.showResults}</Button>,
      dismissible: ended,
      dismissLabel: noticesText.dismiss,
      onDismiss: forget,
    },
  ];
}

/** What changes left out that are followed under Operations: the results dialog shows its own. */
export function useLeftOutNotices(): Notice[] {
  const { operationIds, leftOut, forget } = useResults();
  if (operationIds.length > 0 || leftOut.length === 0) return [];
  return [
    {
      id: 'left out',
      type: 'warning',
      header: noticesText.leftOut(counted(leftOutCount(leftOut), 'invitation')),
      content: <LeftOutReasons leftOut={leftOut} />,
      action: isForOperations(leftOut) ? (
        <Button {...linkTo({ screen: 'operations', runId: null })}>{noticesText.openOperations}</Button>
      ) : null,
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: forget,
    },
  ];
}

/** A large run can be called back from any screen until it starts. Operations shows it itself. */
export function useStartNotices(route: Route): Notice[] {
  const starting = useStartingRuns();
  if (route.screen === 'operations') return [];
  return starting.map((run) => ({
    id: `start ${String(run.runId)}`,
    type: 'info',
    header: titleOf(run),
    content: run.startsAt === null ? null : <StartsIn at={run.startsAt} />,
    action: <StartActions run={run} title={titleOf(run)} />,
  }));
}
