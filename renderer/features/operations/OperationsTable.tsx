import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement, ReactNode } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import type { CodedError } from '../../../shared/errors';
import { formatNumber } from '../../../shared/text/formats';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { OperationsList } from './useOperationsList';
import { operationsText } from './operationsText';

interface OperationsTableProps {
  readonly list: OperationsList;
  readonly title: string;
  readonly description?: string;
  readonly columns: readonly TableProps.ColumnDefinition<Operation>[];
  /** Where several can be acted upon at once. */
  readonly selection?: {
    /** "Choose changes in doubt" */
    readonly label: string;
    readonly selected: readonly Operation[];
    readonly select: (operations: readonly Operation[]) => void;
    readonly actions: ReactNode;
  };
  readonly empty: string | null;
  readonly unreadable: string;
  /** What was asked for last and did not work. */
  readonly failure?: { readonly header: string; readonly error: CodedError | null };
}

/** A page of operations, told apart by its title. */
export function OperationsTable(props: OperationsTableProps): ReactElement {
  const { list, title, description, columns, selection, empty, unreadable, failure } = props;
  return (
    <Table<Operation>
      variant="container"
      items={list.operations}
      trackBy={({ operationId }) => String(operationId)}
      columnDefinitions={columns}
      wrapLines
      cellVerticalAlign="top"
      {...(selection === undefined
        ? {}
        : {
            selectionType: 'multi' as const,
            selectedItems: selection.selected,
            onSelectionChange: ({ detail }) => {
              selection.select(detail.selectedItems);
            },
          })}
      ariaLabels={{
        tableLabel: title,
        ...(selection === undefined
          ? {}
          : {
              selectionGroupLabel: selection.label,
              allItemsSelectionLabel: () => operationsText.selectPage,
              itemSelectionLabel: (_state, { userName }) => operationsText.selectRow(userName),
            }),
      }}
      header={
        <Header
          variant="h2"
          counter={`(${formatNumber(list.total)})`}
          description={description}
          actions={selection?.actions}
        >
          {title}
        </Header>
      }
      empty={list.error === null ? empty : <ErrorNotice header={unreadable} error={list.error} />}
      footer={
        failure === undefined || failure.error === null ? undefined : (
          <ErrorNotice header={failure.header} error={failure.error.toBody()} />
        )
      }
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
