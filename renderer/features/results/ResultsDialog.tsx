import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { underWayOf } from '../../../shared/domain/outbox/runCounts';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useOperations, useOutboxStatus, useStartingRuns } from '../../queries/outbox';
import { useUnreachable } from '../../queries/refresh/useUnreachable';
import { RunStart } from './notices/RunStart';
import { UnreachableNotice } from './notices/UnreachableNotice';
import { WaitNotices } from './notices/WaitNotices';
import { DoubtNotice } from './notices/DoubtNotice';
import { FailureReasons } from './reasons/FailureReasons';
import { LeftOutNotice } from './notices/LeftOutNotice';
import { ResultCounts } from './ResultCounts';
import { useResults, type Written } from './resultsContext';
import { ResultsActions, type Undoing } from './ResultsActions';
import { ResultsTable } from './ResultsTable';
import { UndoDialog } from './undo/UndoDialog';
import { UndoRoleDialog } from './undo/UndoRoleDialog';
import { countsOf } from './summary';
import { resultsText } from './resultsText';

/** What became of each change, live: followed by event until the last one is settled. */
export function ResultsDialog(): ReactElement | null {
  const { operationIds, leftOut, open, show, close, forget } = useResults();
  const { operations = [], error } = useOperations(operationIds);
  const [undoing, setUndoing] = useState<Undoing | null>(null);
  if (!open) return null;
  const counts = countsOf(operations);
  const dismiss = (): void => {
    close(operations);
    // A notice keeps showing what isn't simply done.
    if (operations.length > 0 && counts.done === operations.length) forget();
  };
  // Instead of the results, not above them.
  if (undoing !== null) {
    const answer = {
      onCancel: () => setUndoing(null),
      onSent: (written: Written) => {
        setUndoing(null);
        close(operations);
        show(written);
      },
    };
    return 'role' in undoing ? (
      <UndoRoleDialog {...undoing} {...answer} />
    ) : (
      <UndoDialog invitations={undoing.invitations} {...answer} />
    );
  }
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
        <ResultsHeadline operations={operations} onLeave={dismiss} />
        <ResultsActions operations={operations} onUndo={setUndoing} onLeave={dismiss} />
        <Waits operations={operations} />
        <LeftOutNotice leftOut={leftOut} onLeave={dismiss} />
        <DoubtNotice operations={operations} onLeave={dismiss} />
        <FailureReasons operations={operations} />
        <ResultsTable operations={operations} onLeave={dismiss} />
      </SpaceBetween>
    </Modal>
  );
}

/** "5 invited", and that closing stops nothing. */
function ResultsHeadline({ operations, onLeave }: OfOperations): ReactElement {
  const underWay = underWayOf(countsOf(operations));
  return (
    <LiveRegion>
      <Box variant="h3" padding="n">
        {operations.length === 0 ? (
          resultsText.reading
        ) : (
          <ResultCounts operations={operations} onLeave={onLeave} />
        )}
      </Box>
      {underWay > 0 ? <Box color="text-body-secondary">{resultsText.closeHint}</Box> : null}
    </LiveRegion>
  );
}

/** Why something that should go out does not, or not yet. */
function Waits({ operations }: Pick<OfOperations, 'operations'>): ReactElement {
  const { waits, slowed } = useOutboxStatus() ?? { waits: [], slowed: [] };
  const starting = useStartingRuns().filter(({ runId }) =>
    operations.some((operation) => operation.runId === runId),
  );
  const unreachable = useUnreachable();
  const waiting = starting.length > 0 ? 0 : heldUpBy(unreachable?.connectionIds ?? [], operations);
  return (
    <>
      {unreachable === null || waiting === 0 ? null : (
        <UnreachableNotice unreachable={unreachable} waiting={waiting} />
      )}
      {starting.map((run) => (
        <RunStart key={run.runId} run={run} />
      ))}
      <WaitNotices
        waits={waits.filter((wait) => holdsUp(wait, operations))}
        slowed={slowed.filter((each) => holdsUp(each, operations))}
      />
    </>
  );
}

interface OfOperations {
  readonly operations: readonly Operation[];
  /** Called when the person goes to another screen. */
  readonly onLeave: () => void;
}

/** Whether one of the operations does not go out because of it. */
const holdsUp = (
  { connectionId }: { readonly connectionId: string },
  operations: readonly Operation[],
): boolean => heldUpBy([connectionId], operations) > 0;

/** How many of the operations wait for these connections. */
const heldUpBy = (connectionIds: readonly string[], operations: readonly Operation[]): number =>
  operations.filter(
    ({ connectionId, status }) =>
      connectionIds.includes(connectionId) && ['queued', 'sending'].includes(status),
  ).length;
