import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import { ErrorDetails } from '../../../components/ErrorNotice';
import { RelativeTime } from '../../../components/Times';
import { useNow } from '../../../components/useNow';
import { useResolve } from '../../../queries/outbox';
import { accountColumn, changeColumn, personColumn } from '../../results/operationColumns';
import { withRequestId } from '../../results/OperationOutcome';
import { Candidates } from './Candidates';
import { DecideDialog } from './DecideDialog';
import { findingName, findingText } from './doubtText';
import { OperationsTable } from '../OperationsTable';
import { useSelected } from '../useSelected';
import { useOperationsList } from '../useOperationsList';
import { doubtsText } from './doubtsText';

const shown = 10;

/** The operations in doubt, of one run or of all, with what is known of each and the way to decide. */
export function DoubtsTable({ runId }: { readonly runId: number | null }): ReactElement | null {
  const list = useOperationsList(runId, { statuses: ['inDoubt'] }, shown);
  const { selected, select } = useSelected(list.operations);
  const [deciding, setDeciding] = useState<readonly number[]>([]);
  const checkAgain = useResolve();
  // What was settled in the meantime needs no decision.
  const undecided = list.operations.filter(({ operationId }) => deciding.includes(operationId));
  const decide = (about: readonly Operation[]): void => {
    setDeciding(about.map(({ operationId }) => operationId));
  };
  const check = (about: readonly Operation[]): void => {
    checkAgain.mutate({
      operationIds: about.map(({ operationId }) => operationId),
      decision: { as: 'checkAgain' },
    });
  };

  if (!list.known) return null;
  return (
    <>
      <OperationsTable
        list={list}
        title={doubtsText.inDoubt}
        description={doubtsText.description}
        columns={columns({ decide, check })}
        selection={{
          label: doubtsText.selectionLabel,
          selected,
          select,
          actions: (
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                disabled={selected.length === 0}
                loading={checkAgain.isPending}
                onClick={() => check(selected)}
              >
                {doubtsText.checkAgain}
              </Button>
              <Button disabled={selected.length === 0} onClick={() => decide(selected)}>
                {doubtsText.decide}
              </Button>
            </SpaceBetween>
          ),
        }}
        empty={doubtsText.noDoubts}
        unreadable={doubtsText.readFailed}
        failure={{ header: doubtsText.checkFailed, error: checkAgain.error }}
      />
      {undecided.length === 0 ? null : (
        <DecideDialog
          operations={undecided}
          onClose={() => {
            setDeciding([]);
          }}
        />
      )}
    </>
  );
}

interface Actions {
  readonly decide: (about: readonly Operation[]) => void;
  readonly check: (about: readonly Operation[]) => void;
}

const columns = ({ decide, check }: Actions): TableProps.ColumnDefinition<Operation>[] => [
  personColumn,
  accountColumn,
  {
    ...changeColumn,
    cell: (operation) => (
      <>
        {changeColumn.cell(operation)}
        <Box variant="small" display="block">
          sent {operation.sentAt === null ? 'at an unknown time' : <RelativeTime at={operation.sentAt} />}
        </Box>
      </>
    ),
  },
  {
    id: 'finding',
    header: doubtsText.findingColumn,
    minWidth: 250,
    cell: (operation) => <Known operation={operation} />,
  },
  {
    id: 'actions',
    header: doubtsText.decision,
    minWidth: 140,
    cell: (operation) => (
      <SpaceBetween size="xs">
        <Button
          wrapText={false}
          ariaLabel={doubtsText.resolveFor(operation.userName)}
          onClick={() => decide([operation])}
        >
          {doubtsText.decide}
        </Button>
        {operation.finding === null ? null : (
          <Button
            variant="inline-link"
            ariaLabel={doubtsText.checkAgainFor(operation.userName)}
            onClick={() => check([operation])}
          >
            {doubtsText.checkAgain}
          </Button>
        )}
      </SpaceBetween>
    ),
  },
];

function Known({ operation }: { readonly operation: Operation }): ReactElement {
  const { kind, finding, error } = operation;
  const now = useNow();
  return (
    <>
      <StatusIndicator type={finding === null ? 'pending' : 'warning'}>
        {findingName(operation)}
      </StatusIndicator>
      <Box color="text-body-secondary">{findingText(operation, now)}</Box>
      {kind === 'create' && finding !== null ? <Candidates candidates={finding.candidates} /> : null}
      {error === null ? null : <ErrorDetails error={withRequestId(error, operation)} />}
    </>
  );
}
