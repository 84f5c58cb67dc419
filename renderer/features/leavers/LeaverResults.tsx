import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { linkTo } from '../../navigation/useRoute';
import { OperationsTable } from '../operations/OperationsTable';
import { useOperationsList } from '../operations/useOperationsList';
import { accountColumn, changeColumn, personColumn } from '../results/operationColumns';
import { OperationOutcome } from '../results/OperationOutcome';
import { leaversText } from './leaversText';

const shown = 25;

/** What became of each change of a run, live. */
export function LeaverResults({ runId }: { readonly runId: number }): ReactElement {
  const list = useOperationsList(runId, { latestOnly: true }, shown);
  const isRevocation = list.operations[0]?.kind === 'revoke';
  return (
    <OperationsTable
      list={list}
      title={isRevocation ? leaversText.revokedTitle : leaversText.removedTitle}
      columns={columns}
      empty={null}
      unreadable={leaversText.resultsReadFailed}
      actions={<Link {...linkTo({ screen: 'operations', runId })}>{leaversText.openRun(runId)}</Link>}
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<Operation>[] = [
  personColumn,
  accountColumn,
  changeColumn,
  {
    id: 'result',
    header: leaversText.result,
    cell: (operation) => <OperationOutcome operation={operation} />,
  },
];
