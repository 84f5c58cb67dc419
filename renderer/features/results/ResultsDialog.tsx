import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { Operation, OperationKind } from '../../../shared/domain/operation';
import { roleName } from '../../../shared/domain/role';
import { CopyableId } from '../../components/CopyableId';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Person } from '../../components/Person';
import { useOperations } from '../../queries/outbox';
import { DoubtNotice } from './DoubtNotice';
import { OperationOutcome } from './OperationOutcome';
import { useResults } from './resultsContext';
import { subjectOf, summaryOf, summaryText } from './summary';

/** What became of each change, live: followed by event until the last one is settled. */
export function ResultsDialog(): ReactElement | null {
  const { operationIds, open, close, forget } = useResults();
  const { operations = [], error } = useOperations(operationIds);
  if (!open) return null;
  const summary = summaryOf(operations);
  const dismiss = (): void => {
    close(operations);
    // A notice goes on telling of what is not simply done.
    if (operations.length > 0 && summary.done === operations.length) forget();
  };
  return (
    <Modal
      visible
      size="x-large"
      header="Results"
      closeAriaLabel="Close results"
      onDismiss={dismiss}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={dismiss}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error === null ? null : <ErrorNotice header="Could not read the results" error={error} />}
        <LiveRegion>
          <Box variant="p">
            {operations.length === 0
              ? 'Reading the results'
              : `${subjectOf(operations)}: ${summaryText(summary)}.`}
            {summary.underWay > 0 ? ' Sending goes on when you close this.' : ''}
          </Box>
        </LiveRegion>
        <DoubtNotice operations={operations} />
        <Table
          variant="embedded"
          items={inOrder(operations)}
          trackBy={(operation) => String(operation.operationId)}
          columnDefinitions={columnsFor(operations)}
          wrapLines
          cellVerticalAlign="top"
          ariaLabels={{ tableLabel: 'Results' }}
          empty="No changes"
        />
      </SpaceBetween>
    </Modal>
  );
}

/** The journal answers newest first; people look for the order in which they wrote. */
const inOrder = (operations: readonly Operation[]): readonly Operation[] =>
  [...operations].sort((one, other) => one.operationId - other.operationId);

type Column = TableProps.ColumnDefinition<Operation>;

const changeNames: Record<OperationKind, (operation: Operation) => string> = {
  create: ({ role }) => `Invite as ${roleName(role).toLowerCase()}`,
  revoke: () => 'Revoke',
  resend: () => 'Resend',
};

const person: Column = {
  id: 'person',
  header: 'Person',
  isRowHeader: true,
  cell: ({ userName, emailAddress }) => <Person userName={userName} emailAddress={emailAddress} />,
};
const account: Column = {
  id: 'account',
  header: 'Account',
  cell: ({ accountName, accountId }) => (
    <>
      {accountName}
      <Box variant="small" display="block">
        {accountId}
      </Box>
    </>
  ),
};
const change: Column = {
  id: 'change',
  header: 'Change',
  cell: (operation) => (
    <span className="unbroken">
      {changeNames[operation.kind](operation)}
      {operation.kind === 'revoke' ? null : (
        <Box variant="small" display="block">
          {operation.notify ? 'with e-mail' : 'without e-mail'}
        </Box>
      )}
    </span>
  ),
};
const outcome: Column = {
  id: 'outcome',
  header: 'Result',
  cell: (operation) => <OperationOutcome operation={operation} />,
};
const invitationId: Column = {
  id: 'invitationId',
  header: 'Invitation ID',
  cell: ({ invitationId: id }) => (id === null ? '–' : <CopyableId id={id} name="invitation ID" />),
};

/** The account only when there are several, the invitation's id only where it is news. */
function columnsFor(operations: readonly Operation[]): Column[] {
  const accounts = new Set(operations.map(({ accountId }) => accountId));
  return [
    person,
    ...(accounts.size > 1 ? [account] : []),
    change,
    outcome,
    ...(operations.some(({ kind }) => kind === 'create') ? [invitationId] : []),
  ];
}
