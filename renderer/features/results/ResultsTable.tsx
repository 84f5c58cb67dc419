import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import { personNameOf, type Operation } from '../../../shared/domain/outbox/operation';
import { CopyableId } from '../../components/names/CopyableId';
import { accountColumn, changeColumn, personColumn } from './operationColumns';
import { OperationOutcome } from './OperationOutcome';
import { RowRemedy } from './undo/RowRemedy';
import { inOrder, remedyOf, withLink } from './summary';
import { useInviteAgain } from './undo/useInviteAgain';
import { resultsText } from './resultsText';

/** Rows a page: each event draws the table again, and this many still follow smoothly. */
const shown = 25;

interface ResultsTableProps {
  readonly operations: readonly Operation[];
  /** Called when the person goes to another screen. */
  readonly onLeave: () => void;
}

/** Each change with its outcome and what can be done about it; the IDs of invitations are folded away. */
export function ResultsTable({ operations, onLeave }: ResultsTableProps): ReactElement {
  const [page, setPage] = useState(1);
  const items = inOrder(operations).slice((page - 1) * shown, page * shown);
  const again = useInviteAgain(operations);
  const linked = withLink(items).filter(({ kind }) => kind === 'create');
  return (
    <SpaceBetween size="s">
      <Table
        variant="embedded"
        items={items}
        trackBy={(operation) => String(operation.operationId)}
        columnDefinitions={columnsFor(operations, again, onLeave)}
        wrapLines
        cellVerticalAlign="top"
        ariaLabels={{ tableLabel: resultsText.results }}
        empty={resultsText.noChanges}
        {...(operations.length > shown
          ? {
              pagination: (
                <Pagination
                  currentPageIndex={page}
                  pagesCount={Math.ceil(operations.length / shown)}
                  onChange={({ detail }) => {
                    setPage(detail.currentPageIndex);
                  }}
                />
              ),
            }
          : {})}
      />
      {linked.length === 0 ? null : (
        <ExpandableSection variant="footer" headerText={resultsText.invitationIds}>
          <ul className="plain-list">
            {linked.map((operation) => (
              <li key={operation.operationId}>
                {resultsText.idOf(personNameOf(operation), operation.accountName)}{' '}
                <CopyableId id={operation.invitationId} name="invitation ID" />
              </li>
            ))}
          </ul>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

type Column = TableProps.ColumnDefinition<Operation>;

const outcome: Column = {
  id: 'outcome',
  header: resultsText.result,
  minWidth: 140,
  cell: (operation) => <OperationOutcome operation={operation} />,
};

/** The account only when there are several, the next step only where one is needed. */
function columnsFor(
  operations: readonly Operation[],
  again: ReturnType<typeof useInviteAgain>,
  onLeave: () => void,
): Column[] {
  const accounts = new Set(operations.map(({ accountId }) => accountId));
  const remedy: Column = {
    id: 'remedy',
    header: resultsText.remedy,
    minWidth: 120,
    cell: (operation) => <RowRemedy operation={operation} again={again.one(operation)} onLeave={onLeave} />,
  };
  return [
    personColumn,
    ...(accounts.size > 1 ? [accountColumn] : []),
    changeColumn,
    outcome,
    ...(again.count > 0 || operations.some((operation) => remedyOf(operation) !== null) ? [remedy] : []),
  ];
}
