import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement, ReactNode } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { formatNumber } from '../../../shared/text/formats';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { OperationsList } from './useOperationsList';

interface OperationsTableProps {
  readonly list: OperationsList;
  readonly title: string;
  readonly columns: readonly TableProps.ColumnDefinition<Operation>[];
  readonly empty: string | null;
  readonly unreadable: string;
  /** Beside the title. */
  readonly actions?: ReactNode;
}

/** A page of operations, identified by its title. */
export function OperationsTable(props: OperationsTableProps): ReactElement {
  const { list, title, columns, empty, unreadable, actions } = props;
  return (
    <Table<Operation>
      variant="container"
      items={list.operations}
      trackBy={({ operationId }) => String(operationId)}
      columnDefinitions={columns}
      wrapLines
      cellVerticalAlign="top"
      ariaLabels={{ tableLabel: title }}
      header={
        <Header variant="h2" counter={`(${formatNumber(list.total)})`} actions={actions}>
          {title}
        </Header>
      }
      empty={list.error === null ? empty : <ErrorNotice header={unreadable} error={list.error} />}
      pagination={
        list.pages === 1 && list.pageNumber === 1 ? undefined : (
          <Pagination
            currentPageIndex={list.pageNumber}
            pagesCount={list.pages}
            onChange={({ detail }) => {
              list.goTo(detail.currentPageIndex);
            }}
          />
        )
      }
    />
  );
}
