import type { ReactElement } from 'react';
import { batchColumns, type BatchColumn } from '../../../../shared/domain/batch/batch';
import type { GridStore } from '../gridModel/gridStore';
import { columnNames } from '../../../../shared/domain/batch/batchText';
import { useGridState } from './useGridState';
import { gridText } from './gridText';

/** The names of the columns; pressing one sorts by it, ascending, then descending, then in the rows' own order. */
export function GridHeader({ store }: { readonly store: GridStore }): ReactElement {
  const sort = useGridState(store, (state) => state.sort);
  const press = (column: BatchColumn): void => {
    const { filter } = store.state();
    if (sort?.column !== column) store.show(filter, { column, descending: false });
    else store.show(filter, sort.descending ? null : { column, descending: true });
  };
  const orderOf = (column: BatchColumn): 'ascending' | 'descending' | 'none' =>
    sort?.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending';
  return (
    <div className="batch-grid-header batch-grid-line" role="row" aria-rowindex={1}>
      <div role="columnheader" aria-colindex={1} className="batch-grid-number">
        <span className="visually-hidden">{gridText.rowColumn}</span>
      </div>
      {batchColumns.map((column, index) => (
        <div key={column} role="columnheader" aria-colindex={index + 2} aria-sort={orderOf(column)}>
          <button
            type="button"
            className="batch-grid-sort"
            title={gridText.orderBy(columnNames[column].toLowerCase())}
            onClick={() => press(column)}
          >
            {columnNames[column]}
            <span aria-hidden className="batch-grid-arrow">
              {{ ascending: '▲', descending: '▼', none: '' }[orderOf(column)]}
            </span>
          </button>
        </div>
      ))}
      <div role="columnheader" aria-colindex={batchColumns.length + 2} className="batch-grid-state">
        {gridText.stateColumn}
      </div>
    </div>
  );
}
