import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import { personNameOf } from '../../../../shared/domain/outbox/operation';
import type { OperationGroup } from '../../../../shared/domain/outbox/operationGroup';
import { ErrorDetails } from '../../../components/ErrorNotice';
import { RelativeTime } from '../../../components/Times';
import { useOperationGroups, useRetryShown } from '../../../queries/outbox';
import { accountColumn, changeColumn } from '../../results/operationColumns';
import { withRequestId } from '../../results/OperationOutcome';
import { SettleClaim } from '../../results/claims/SettleClaim';
import { useResults } from '../../results/resultsContext';
import { operationsText } from '../operationsText';
import { RetryAllButton } from '../RetryAllButton';
import { RetryDialog } from '../RetryDialog';
import { GroupPeople } from './GroupPeople';
import { GroupTable } from './GroupTable';
import { groupsText } from './groupsText';

/** How many new results are shown in a dialog; more are followed under Running. */
const maxInDialog = 50;

/** The failed and the stopped changes, of one run or of all, that weren't retried, with one action a group; null without any. */
export function FailedGroups({ runId }: { readonly runId: number | null }): ReactElement | null {
  const found = useOperationGroups('failed', runId);
  const retry = useRetryShown();
  const [asking, setAsking] = useState<readonly number[]>([]);
  const results = useResults();
  const sent = (newIds: readonly number[]): void => {
    setAsking([]);
    if (newIds.length > 0 && newIds.length <= maxInDialog) results.show({ operationIds: newIds });
  };
  const again = (operationIds: readonly number[]): void => {
    // Main may ask for the number; then the dialog shows it by account.
    retry.mutate(operationIds, {
      onSuccess: (newIds) => {
        if (newIds === null) setAsking(operationIds);
        else sent(newIds);
      },
    });
  };

  if (found.error === null && found.total === 0) return null;
  return (
    <>
      <GroupTable
        found={found}
        title={operationsText.failed}
        description={operationsText.failedDescription}
        columns={columns(again, retry.isPending)}
        actions={<RetryAllButton runId={runId} />}
        unreadable={operationsText.readFailed}
        failure={{ header: operationsText.retryFailed, error: retry.error }}
      />
      {asking.length === 0 ? null : (
        <RetryDialog operationIds={asking} about={groupsText.retryGroupBody} onClose={sent} />
      )}
    </>
  );
}

const columns = (
  again: (operationIds: readonly number[]) => void,
  retrying: boolean,
): TableProps.ColumnDefinition<OperationGroup>[] => [
  {
    id: 'people',
    header: groupsText.people,
    isRowHeader: true,
    minWidth: 170,
    cell: (group) => (
      <GroupPeople
        group={group}
        more={(operation) => (
          <>
            <Button
              variant="inline-link"
              ariaLabel={`${remedyOf(group)}: ${personNameOf(operation)}`}
              disabled={retrying}
              onClick={() => again([operation.operationId])}
            >
              {remedyOf(group)}
            </Button>{' '}
            <SettleClaim operation={operation} />
          </>
        )}
      />
    ),
  },
  { id: 'account', header: accountColumn.header, cell: ({ newest }) => accountColumn.cell(newest) },
  { id: 'change', header: changeColumn.header, cell: ({ newest }) => changeColumn.cell(newest) },
  {
    id: 'reason',
    header: operationsText.reasonColumn,
    minWidth: 220,
    cell: (group) => <Reason group={group} />,
  },
  {
    id: 'remedy',
    header: operationsText.remedy,
    minWidth: 130,
    cell: (group) => {
      const { newest, operationIds } = group;
      const alone = operationIds.length === 1;
      return (
        <Button
          wrapText={false}
          disabled={retrying}
          ariaLabel={
            alone
              ? `${remedyOf(group)}: ${personNameOf(newest)}`
              : groupsText.retryGroupOf(operationIds.length, newest.accountName)
          }
          onClick={() => again(operationIds)}
        >
          {alone ? remedyOf(group) : groupsText.retryGroup}
        </Button>
      );
    },
  },
];

const remedyOf = ({ revoked }: OperationGroup): string =>
  revoked ? operationsText.inviteAgain : operationsText.retry;

function Reason({
  group: { newest, operationIds },
}: {
  readonly group: OperationGroup;
}): ReactElement | null {
  const { error, settledAt } = newest;
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
      {operationIds.length === 1 ? <SettleClaim operation={newest} /> : null}
      <ErrorDetails error={withRequestId(error, newest)} />
    </>
  );
}
