import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { ErrorDetails } from '../../components/ErrorNotice';
import { RelativeTime } from '../../components/Times';
import { useOperations, useRetryShown } from '../../queries/outbox';
import { accountColumn, changeColumn, personColumn } from '../results/operationColumns';
import { withRequestId } from '../results/OperationOutcome';
import { useResults } from '../results/resultsContext';
import { RetryAllButton } from './RetryAllButton';
import { RetryDialog } from './RetryDialog';
import { OperationsTable } from './OperationsTable';
import { useSelected } from './useSelected';
import { useOperationsList } from './useOperationsList';
import { operationsText } from './operationsText';

const shown = 10;

/** So many new results can be looked over in a dialog; more are followed under Running. */
const maxInDialog = 50;

/** The failed and the stopped operations, of one run or of all, that were not sent again, with the remedy of each; null without any. */
export function FailedTable({ runId }: { readonly runId: number | null }): ReactElement | null {
  const list = useOperationsList(runId, { statuses: ['failed', 'stopped'], latestOnly: true }, shown);
  const { selected, select } = useSelected(list.operations);
  const revoked = useRevokedBefore(list.operations);
  const retry = useRetryShown();
  const [retryIds, setRetryIds] = useState<readonly number[]>([]);
  const results = useResults();
  const sent = (newIds: readonly number[]): void => {
    setRetryIds([]);
    if (newIds.length === 0) return;
    select([]);
    if (newIds.length <= maxInDialog) results.show({ operationIds: newIds });
  };
  const again = (about: readonly Operation[]): void => {
    const ids = about.map(({ operationId }) => operationId);
    retry.mutate(ids, {
      onSuccess: (newIds) => {
        if (newIds === null) setRetryIds(ids);
        else sent(newIds);
      },
    });
  };

  if (list.error === null && list.total === 0 && list.pageNumber === 1) return null;
  return (
    <>
      <OperationsTable
        list={list}
        title={operationsText.failed}
        description={operationsText.failedDescription}
        columns={columns({ again, revoked, retrying: retry.isPending })}
        selection={{
          label: operationsText.selectionLabel,
          selected,
          select,
          actions: (
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                disabled={selected.length === 0}
                loading={retry.isPending}
                onClick={() => again(selected)}
              >
                {operationsText.retrySelected}
              </Button>
              <RetryAllButton runId={runId} />
            </SpaceBetween>
          ),
        }}
        empty={operationsText.pageEmpty}
        unreadable={operationsText.readFailed}
        failure={{ header: operationsText.retryFailed, error: retry.error }}
      />
      {retryIds.length === 0 ? null : (
        <RetryDialog operationIds={retryIds} about={operationsText.retrySelectedBody} onClose={sent} />
      )}
    </>
  );
}

/** In changes of role: the invitations whose old one is revoked already, so that the person has none now. */
function useRevokedBefore(operations: readonly Operation[]): (operation: Operation) => boolean {
  const before = operations.flatMap(({ afterOperation }) =>
    afterOperation === null ? [] : [afterOperation],
  );
  const { operations: revocations = [] } = useOperations(before);
  const done = new Set(
    revocations.filter(({ status }) => status === 'done').map(({ operationId }) => operationId),
  );
  return ({ afterOperation }) => afterOperation !== null && done.has(afterOperation);
}

interface Remedy {
  readonly again: (about: readonly Operation[]) => void;
  readonly revoked: (operation: Operation) => boolean;
  readonly retrying: boolean;
}

const columns = ({ again, revoked, retrying }: Remedy): TableProps.ColumnDefinition<Operation>[] => [
  personColumn,
  accountColumn,
  changeColumn,
  {
    id: 'reason',
    header: operationsText.reasonColumn,
    minWidth: 300,
    cell: (operation) => <Reason operation={operation} />,
  },
  {
    id: 'remedy',
    header: operationsText.remedy,
    minWidth: 150,
    cell: (operation) => {
      const name = revoked(operation) ? operationsText.inviteAgain : operationsText.tryAgain;
      return (
        <Button
          ariaLabel={`${name}: ${operation.userName}`}
          disabled={retrying}
          wrapText={false}
          onClick={() => again([operation])}
        >
          {name}
        </Button>
      );
    },
  },
];

function Reason({ operation }: { readonly operation: Operation }): ReactElement | null {
  const { error, settledAt } = operation;
  if (error === null) return null;
  return (
    <>
      {error.message}
      {error.retryable ? null : (
        <Box variant="small" display="block">
          {operationsText.notRetryableHint}
        </Box>
      )}
      {settledAt === null ? null : (
        <Box variant="small" display="block">
          <RelativeTime at={settledAt} />
        </Box>
      )}
      <ErrorDetails error={withRequestId(error, operation)} />
    </>
  );
}
