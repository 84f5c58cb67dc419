import { memo, useState, type MouseEvent, type PointerEvent, type ReactElement } from 'react';
import { batchColumns, type RowFinding } from '../../../../shared/domain/batch/batch';
import type { AccountMatch } from '../gridModel/accountMatch';
import type { GridStore } from '../gridModel/gridStore';
import { CellEditor } from './CellEditor';
import { cellText } from '../gridModel/cells';
import { FindingIcon } from './FindingIcon';
import { rowSliceOf } from '../gridModel/rows/rowSlice';
import { RowStatus } from './RowStatus';
import { isLocked } from '../gridModel/rows/rowView';
import { useGridState } from './useGridState';
import { gridText } from './gridText';

interface GridRowProps {
  readonly rowId: string;
  /** Its index among the rows shown, from 0. */
  readonly index: number;
  /** In px. */
  readonly top: number;
  readonly store: GridStore;
  readonly match: AccountMatch;
  readonly describedBy: string;
}

/** One row. It is redrawn only when something in it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactElement {
  const { rowId, index, top, store, match, describedBy } = props;
  const [read, setRead] = useState(() => ({ index, part: rowSliceOf(rowId, index) }));
  // The key keeps the row's identity, but other rows may be inserted before it.
  if (read.index !== index) setRead({ index, part: rowSliceOf(rowId, index) });
  const { row, number, marks, draft, left, right, active } = useGridState(store, read.part);
  const isNew = row === undefined;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>, column: number): void => {
    if (isInEditor(event) || event.button === 1) return;
    // The menu of a right click is about the selected cells if it is among them.
    if (event.button !== 0 && column >= left && column <= right) return;
    store.commit();
    if (event.shiftKey) {
      event.preventDefault();
      store.select({ active: store.state().selection.active, corner: { row: index, column } });
    } else store.select({ active: { row: index, column }, corner: { row: index, column } });
  };
  /** The block grows while the button is held. */
  const onPointerEnter = (event: PointerEvent, column: number): void => {
    if (event.buttons !== 1 || store.state().draft !== null) return;
    store.select({ active: store.state().selection.active, corner: { row: index, column } });
  };
  return (
    <div
      className={`batch-grid-line batch-grid-row${draft === null ? '' : ' is-typing'}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={left === 0 && right === batchColumns.length - 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="batch-grid-number"
        onPointerDown={(event) => store.selectRow(index, event.shiftKey)}
      >
        {number ?? <span aria-label={gridText.newRow}>+</span>}
      </div>
      {batchColumns.map((column, place) => {
        const finding = worstOf(marks.findings.filter((each) => each.column === column));
        const selected = place >= left && place <= right;
        const isOpen = draft?.column === column;
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={selected}
            aria-readonly={isLocked(marks)}
            aria-invalid={finding?.level === 'error'}
            aria-describedby={active === place ? describedBy : undefined}
            tabIndex={active === place ? 0 : -1}
            data-active={active === place ? true : undefined}
            data-level={finding?.level}
            className={`batch-grid-cell${selected ? ' is-selected' : ''}${isOpen ? ' is-open' : ''}`}
            onPointerDown={(event) => onPointerDown(event, place)}
            onPointerEnter={(event) => onPointerEnter(event, place)}
            onDoubleClick={(event) => {
              if (!isInEditor(event)) store.edit(false);
            }}
          >
            {isOpen ? (
              <CellEditor draft={draft} row={row} store={store} match={match} />
            ) : (
              <>
                {finding === null ? null : <FindingIcon level={finding.level} label={finding.message} />}
                {row === undefined ? '' : cellText(row, column)}
              </>
            )}
          </div>
        );
      })}
      <div role="gridcell" aria-colindex={batchColumns.length + 2} className="batch-grid-state">
        {isNew ? null : <RowStatus marks={marks} />}
      </div>
    </div>
  );
});

/** A click in an open cell belongs to the field: a double click there selects a word. */
const isInEditor = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('[data-editor]') !== null;

const worstOf = (findings: readonly RowFinding[]): RowFinding | null =>
  findings.find(({ level }) => level === 'error') ?? findings[0] ?? null;
