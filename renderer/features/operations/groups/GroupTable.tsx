import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { OperationGroup } from '../../../../shared/domain/outbox/operationGroup';
import type { CodedError } from '../../../../shared/errors';
import { formatNumber } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { OperationGroups } from '../../../queries/outbox';
import { groupsText } from './groupsText';

const pageSize = 10;

interface GroupTableProps {
  readonly found: OperationGroups;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly TableProps.ColumnDefinition<OperationGroup>[];
  readonly actions?: ReactNode;
  readonly unreadable: string;
  /** The last command, if it did not work. */
  readonly failure: { readonly header: string; readonly error: CodedError | null };
}

/** Changes that need somebody, a row for each account and cause. */
export function GroupTable(props: GroupTableProps): ReactElement {
  const { found, title, description, columns, actions, unreadable, failure } = props;
  const { groups, total, error } = found;
  const [pageNumber, goTo] = useState(1);
  const pages = Math.max(1, Math.ceil(groups.length / pageSize));
  const shown = Math.min(pageNumber, pages);
  const grouped = groups.reduce((sum, { operationIds }) => sum + operationIds.length, 0);
  return (
    <Table<OperationGroup>
      variant="container"
      items={groups.slice((shown - 1) * pageSize, shown * pageSize)}
      trackBy={({ newest }) => String(newest.operationId)}
      columnDefinitions={columns}
      wrapLines
      cellVerticalAlign="top"
      ariaLabels={{ tableLabel: title }}
      header={
        <Header variant="h2" counter={`(${formatNumber(total)})`} description={description} actions={actions}>
          {title}
        </Header>
      }
      empty={error === null ? null : <ErrorNotice header={unreadable} error={error} />}
      footer={
        failure.error === null ? (
          grouped < total ? (
            groupsText.moreGroups
          ) : undefined
        ) : (
          <ErrorNotice header={failure.header} error={failure.error.toBody()} />
        )
      }
      pagination={
        pages === 1 ? undefined : (
          <Pagination
            currentPageIndex={shown}
            pagesCount={pages}
            onChange={({ detail }) => goTo(detail.currentPageIndex)}
          />
        )
      }
    />
  );
}
