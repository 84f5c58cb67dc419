import Badge from '@cloudscape-design/components/badge';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { formatNumber } from '../../../../shared/text/formats';
import { RelativeTime } from '../../../components/Times';
import { hrefOf, type Route } from '../../../../shared/navigation/routes';
import { following } from '../../../navigation/useRoute';
import { listText } from './listText';

const rowsOf = ({ batchId }: Batch): Route => ({ screen: 'batch', batchId });

/** The columns of the list of batches. */
export const batchTableColumns = (
  act: (action: string, batch: Batch) => void,
): readonly TableProps.ColumnDefinition<Batch>[] => [
  {
    id: 'name',
    header: listText.batchColumn,
    isRowHeader: true,
    cell: (batch) => (
      <span className="inline-row">
        <Link href={hrefOf(rowsOf(batch))} onFollow={following(rowsOf(batch))}>
          {batch.name}
        </Link>
        {batch.archived ? <Badge>{listText.archived}</Badge> : null}
      </span>
    ),
  },
  { id: 'rows', header: listText.rowsColumn, cell: ({ counts }) => formatNumber(counts.rows) },
  {
    id: 'errors',
    header: listText.errorsColumn,
    cell: ({ counts }) => <Count type="error" count={counts.errors} />,
  },
  {
    id: 'warnings',
    header: listText.warningsColumn,
    cell: ({ counts }) => <Count type="warning" count={counts.warnings} />,
  },
  {
    id: 'ready',
    header: listText.readyColumn,
    cell: ({ counts }) => <Count type="success" count={counts.ready} />,
  },
  { id: 'sent', header: listText.sentColumn, cell: ({ counts }) => formatNumber(sentOf(counts)) },
  { id: 'changed', header: listText.changedColumn, cell: ({ changedAt }) => <RelativeTime at={changedAt} /> },
  {
    id: 'actions',
    header: <span className="visually-hidden">{listText.actionsColumn}</span>,
    width: 64,
    cell: (batch) => (
      <ButtonDropdown
        variant="icon"
        ariaLabel={listText.moreActions(batch.name)}
        expandToViewport
        items={[
          { id: 'rename', text: listText.rename },
          { id: 'duplicate', text: listText.duplicate },
          { id: 'archive', text: batch.archived ? listText.unarchive : 'Archive' },
          { id: 'delete', text: listText.deleteBatch },
        ]}
        onItemClick={({ detail }) => act(detail.id, batch)}
      />
    ),
  },
];

interface CountProps {
  readonly type: 'error' | 'warning' | 'success';
  readonly count: number;
}

const Count = ({ type, count }: CountProps): ReactElement =>
  count === 0 ? <>–</> : <StatusIndicator type={type}>{formatNumber(count)}</StatusIndicator>;

const sentOf = ({ queued, sending, done, inDoubt }: Batch['counts']): number =>
  queued + sending + done + inDoubt;
