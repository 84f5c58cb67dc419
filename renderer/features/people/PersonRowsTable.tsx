import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { roleName } from '../../../shared/domain/invitation/role';
import { fileText } from '../../../shared/domain/outbox/origin';
import type { PersonRow } from '../../../shared/domain/person/knownPerson';
import { formatNumber } from '../../../shared/text/formats';
import { RowStateChip } from '../../components/RowStateChip';
import { linkTo } from '../../navigation/useRoute';
import { peopleText } from './peopleText';

interface PersonRowsTableProps {
  readonly rows: readonly PersonRow[];
  readonly total: number;
}

/** The rows of batches in which the address stands; each leads to its row. */
export function PersonRowsTable({ rows, total }: PersonRowsTableProps): ReactElement {
  return (
    <Table
      variant="container"
      wrapLines
      items={rows}
      trackBy={({ batchId, rowId }) => `${batchId} ${rowId}`}
      ariaLabels={{ tableLabel: peopleText.rows }}
      columnDefinitions={columns}
      header={
        <Header variant="h2" counter={`(${formatNumber(total)})`} description={peopleText.rowsDescription}>
          {peopleText.rows}
        </Header>
      }
      footer={total > rows.length ? peopleText.moreRows(total - rows.length) : undefined}
      empty={peopleText.noRows}
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<PersonRow>[] = [
  {
    id: 'batch',
    header: peopleText.batch,
    isRowHeader: true,
    cell: ({ batchId, batchName, rowId }) => (
      <Link {...linkTo({ screen: 'batch', batchId, rowId })}>{batchName}</Link>
    ),
  },
  { id: 'account', header: peopleText.account, cell: ({ accountText }) => accountText || '–' },
  { id: 'role', header: peopleText.role, cell: ({ role }) => roleName(role) || '–' },
  { id: 'note', header: peopleText.note, cell: ({ note }) => note || '–' },
  { id: 'source', header: peopleText.source, cell: (row) => fileText(row) ?? '–' },
  { id: 'state', header: peopleText.state, cell: ({ state }) => <RowStateChip state={state} /> },
];
