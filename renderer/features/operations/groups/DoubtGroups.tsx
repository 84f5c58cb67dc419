import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import { personNameOf, type Operation } from '../../../../shared/domain/outbox/operation';
import type { OperationGroup } from '../../../../shared/domain/outbox/operationGroup';
import { ErrorDetails } from '../../../components/ErrorNotice';
import { RelativeTime } from '../../../components/Times';
import { useNow } from '../../../components/useNow';
import { maxFollowed, useOperationGroups, useOperations, useResolve } from '../../../queries/outbox';
import { accountColumn, changeColumn } from '../../results/operationColumns';
import { withRequestId } from '../../results/OperationOutcome';
import { Candidates } from '../doubts/Candidates';
import { DecideDialog } from '../doubts/DecideDialog';
import { findingName, findingText } from '../doubts/doubtText';
import { doubtsText } from '../doubts/doubtsText';
import { GroupPeople } from './GroupPeople';
import { GroupTable } from './GroupTable';
import { groupsText } from './groupsText';

/** The unconfirmed changes, of one run or of all, by account and by what Amazon's list shows; null without any. */
export function DoubtGroups({ runId }: { readonly runId: number | null }): ReactElement | null {
  const found = useOperationGroups('inDoubt', runId);
  const [deciding, setDeciding] = useState<readonly number[]>([]);
  const { operations = [] } = useOperations(deciding);
  const checkAgain = useResolve();
  // What was settled in the meantime needs no decision.
  const undecided = operations.filter(
    ({ operationId, status }) => status === 'inDoubt' && deciding.includes(operationId),
  );
  const actions: Actions = {
    // More are decided in several goes.
    decide: (operationIds) => setDeciding(operationIds.slice(0, maxFollowed)),
    check: (operationIds) => checkAgain.mutate({ operationIds, decision: { as: 'checkAgain' } }),
    checking: checkAgain.isPending,
  };

  if (found.error === null && found.total === 0) return null;
  return (
    <>
      <GroupTable
        found={found}
        title={doubtsText.inDoubt}
        description={doubtsText.description}
        columns={columns(actions)}
        unreadable={doubtsText.readFailed}
        failure={{ header: doubtsText.checkFailed, error: checkAgain.error }}
      />
      {undecided.length === 0 ? null : (
        <DecideDialog operations={undecided} onClose={() => setDeciding([])} />
      )}
    </>
  );
}

interface Actions {
  readonly decide: (operationIds: readonly number[]) => void;
  readonly check: (operationIds: readonly number[]) => void;
  readonly checking: boolean;
}

const columns = (actions: Actions): TableProps.ColumnDefinition<OperationGroup>[] => [
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
            <Found operation={operation} />
            <Button
              variant="inline-link"
              ariaLabel={doubtsText.resolveFor(personNameOf(operation))}
              onClick={() => actions.decide([operation.operationId])}
            >
              {doubtsText.decide}
            </Button>
          </>
        )}
      />
    ),
  },
  { id: 'account', header: accountColumn.header, cell: ({ newest }) => accountColumn.cell(newest) },
  {
    id: 'change',
    header: changeColumn.header,
    cell: ({ newest }) => (
      <>
        {changeColumn.cell(newest)}
        <Box variant="small" display="block">
          {doubtsText.sent}{' '}
          {newest.sentAt === null ? doubtsText.sentUnknown : <RelativeTime at={newest.sentAt} />}
        </Box>
      </>
    ),
  },
  {
    id: 'finding',
    header: doubtsText.findingColumn,
    minWidth: 220,
    cell: (group) => <Known group={group} />,
  },
  {
    id: 'actions',
    header: doubtsText.decision,
    minWidth: 130,
    cell: (group) => <GroupActions group={group} actions={actions} />,
  },
];

interface GroupActionsProps {
  readonly group: OperationGroup;
  readonly actions: Actions;
}

function GroupActions({ group: { newest, operationIds }, actions }: GroupActionsProps): ReactElement {
  const { accountName, finding } = newest;
  const person = personNameOf(newest);
  const alone = operationIds.length === 1;
  return (
    <SpaceBetween size="xs">
      <Button
        wrapText={false}
        ariaLabel={
          alone ? doubtsText.resolveFor(person) : groupsText.resolveGroupOf(operationIds.length, accountName)
        }
        onClick={() => actions.decide(operationIds)}
      >
        {alone ? doubtsText.decide : groupsText.resolveGroup}
      </Button>
      {finding === null ? null : (
        <Button
          variant="inline-link"
          loading={actions.checking}
          ariaLabel={
            alone
              ? doubtsText.checkAgainFor(person)
              : groupsText.checkGroupOf(operationIds.length, accountName)
          }
          onClick={() => actions.check(operationIds)}
        >
          {doubtsText.checkAgain}
        </Button>
      )}
    </SpaceBetween>
  );
}

function Known({ group: { newest, operationIds } }: { readonly group: OperationGroup }): ReactElement {
  const { finding, error } = newest;
  const now = useNow();
  return (
    <>
      <StatusIndicator type={finding === null ? 'pending' : 'warning'}>{findingName(newest)}</StatusIndicator>
      <Box color="text-body-secondary">{findingText(newest, now)}</Box>
      {operationIds.length === 1 ? <Found operation={newest} /> : null}
      {error === null ? null : <ErrorDetails error={withRequestId(error, newest)} />}
    </>
  );
}

/** The invitations in Amazon's list that may be the one that is unconfirmed. */
function Found({ operation: { kind, finding } }: { readonly operation: Operation }): ReactElement | null {
  return kind === 'create' && finding !== null ? <Candidates candidates={finding.candidates} /> : null;
}
