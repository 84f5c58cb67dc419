import Badge from '@cloudscape-design/components/badge';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { batchStatusOf } from '../../../../shared/domain/batch/batchStatus';
import { rowStateNames, rowStates, type RowState } from '../../../../shared/domain/batch/rowState';
import { formatNumber } from '../../../../shared/text/formats';
import type { MenuItem } from '../../../components/menu/ContextMenu';
import type { ListColumn } from '../../../components/table/listColumns';
import { ListLink } from '../../../navigation/ListLink';
import { RelativeTime } from '../../../components/Times';
import type { Route } from '../../../../shared/navigation/routes';
import { counted } from '../../../components/text/formatTime';
import type { BatchAction } from '../editor/useBatchActions';
import { listText } from './listText';
import { RowStateCount, StatusLine } from './RowStateCount';

const rowsOf = ({ batchId }: Batch): Route => ({ screen: 'batch', batchId });

/** What can be done with a batch from the list: in the menu of its button, and in that of its row. */
export const batchActions = ({ archived }: Batch): readonly MenuItem<BatchAction>[] => [
  { id: 'rename', text: listText.rename },
  { id: 'duplicate', text: listText.duplicate },
  { id: 'archive', text: archived ? listText.unarchive : listText.archive },
  { id: 'delete', text: listText.deleteBatch },
];

/**
 * The columns of the list of these batches. Those of the states add up to the rows.
 * @param waitsFor see `batchStatusOf`
 */
export const batchTableColumns = (
  batches: readonly Batch[],
  act: (action: string, batch: Batch) => void,
  waitsFor: string | null,
): readonly ListColumn<Batch>[] => [
  {
    id: 'name',
    width: 240,
    minWidth: 150,
    header: listText.batchColumn,
    isRowHeader: true,
    cell: (batch) => (
      <span className="inline-row">
        <ListLink to={rowsOf(batch)}>{batch.name}</ListLink>
        {batch.archived ? <Badge>{listText.archived}</Badge> : null}
      </span>
    ),
  },
  {
    id: 'status',
    width: 210,
    minWidth: 160,
    header: listText.statusColumn,
    cell: ({ counts }) => <StatusLine status={batchStatusOf(counts, waitsFor)} />,
  },
  {
    id: 'rows',
    width: 90,
    minWidth: 88,
    header: listText.rowsColumn,
    cell: ({ counts }) => formatNumber(counts.rows),
  },
  ...statesOf(batches).map((state) => stateColumn(state)),
  {
    id: 'changed',
    width: 125,
    minWidth: 114,
    header: listText.changedColumn,
    cell: ({ changedAt }) => <RelativeTime at={changedAt} />,
  },
  {
    id: 'actions',
    header: <span className="visually-hidden">{listText.actionsColumn}</span>,
    width: 64,
    minWidth: 64,
    cell: (batch) => (
      <ButtonDropdown
        variant="icon"
        ariaLabel={listText.moreActions(batch.name)}
        expandToViewport
        items={[...batchActions(batch)]}
        onItemClick={({ detail }) => act(detail.id, batch)}
      />
    ),
  },
];

/** The states that occur in these batches, and those that every batch begins with. */
const statesOf = (batches: readonly Batch[]): readonly RowState[] =>
  rowStates.filter(
    (state) => state === 'draft' || state === 'ready' || batches.some(({ counts }) => counts[state] > 0),
  );

const stateColumn = (state: RowState): ListColumn<Batch> => ({
  id: state,
  width: 115,
  minWidth: state === 'inDoubt' ? 125 : 100,
  header: rowStateNames[state],
  cell: ({ counts }) => (
    <>
      <RowStateCount state={state} count={counts[state]} />
      {state === 'ready' && counts.warnings > 0 ? (
        <div className="list-second">{counted(counts.warnings, 'warning')}</div>
      ) : null}
    </>
  ),
});
