import '../batches.css';
import { memo, useEffect, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { batchColumns } from '../../../../shared/domain/batch/batch';
import type { AccountMatch } from '../gridModel/accountMatch';
import type { GridStore } from '../gridModel/gridStore';
import { cellMenuOf } from './cellMenu';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import { idAt, shownRows } from '../gridModel/gridState';
import { useGridState } from './useGridState';
import { followClipboard, useGridEvents } from './useGridEvents';
import { useVirtualItems } from '../../../components/grid/useVirtualItems';
import { gridText } from './gridText';

/** Both in px; the same as in batches.css. */
const rowHeight = 32;
const headerHeight = 36;

interface BatchGridProps {
  readonly store: GridStore;
  readonly match: AccountMatch;
  /** The ID of the element that describes the active cell. */
  readonly describedBy: string;
}

/** The rows of a batch as a spreadsheet. */
export const BatchGrid = memo(function BatchGrid({
  store,
  match,
  describedBy,
}: BatchGridProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const active = useGridState(store, ({ selection }) => selection.active);
  const corner = useGridState(store, ({ selection }) => selection.corner);
  const rows = useGridState(store, shownRows);
  const view = useGridState(store, (state) => state.view);
  const nextId = useGridState(store, (state) => state.nextId);
  const isReadOnly = useGridState(store, (state) => state.isReadOnly);
  const announced = useGridState(store, (state) => state.announced);
  const window = useVirtualItems({
    ...{ scroller, count: rows, itemSize: rowHeight, headerSize: headerHeight },
    ...{ beyond: 6, always: active.row },
  });
  const { events, inside } = useGridEvents(store);
  const { show } = window;

  useEffect(() => {
    show(corner.row);
  }, [show, corner]);
  useEffect(() => {
    const frame = scroller.current;
    if (frame === null) return undefined;
    const sized = new ResizeObserver(() =>
      store.setPageRows(Math.floor((frame.clientHeight - headerHeight) / rowHeight) - 1),
    );
    sized.observe(frame);
    return () => sized.disconnect();
  }, [store]);
  useEffect(
    () => (scroller.current === null ? undefined : followClipboard(scroller.current, store)),
    [store],
  );
  useFocusFollowing({ store, scroller, inside, drawn: window.items });

  return (
    <>
      <div
        ref={scroller}
        className="batch-grid"
        role="grid"
        aria-label={gridText.gridLabel}
        aria-rowcount={rows + 1}
        aria-colcount={batchColumns.length + 2}
        aria-multiselectable
        aria-readonly={isReadOnly}
        {...events}
        onContextMenu={cellMenuOf(store)}
      >
        <div className="batch-grid-rows" role="presentation" style={{ blockSize: window.size }}>
          <GridHeader store={store} />
          {window.items.map(({ index, start }) => {
            const rowId = idAt({ view, nextId }, index);
            return (
              <GridRow
                key={rowId}
                rowId={rowId}
                index={index}
                top={start}
                store={store}
                match={match}
                describedBy={describedBy}
              />
            );
          })}
        </div>
      </div>
      <div className="visually-hidden" role="status">
        <span key={announced.turn}>{announced.text}</span>
      </div>
    </>
  );
});

interface FocusFollowing {
  readonly store: GridStore;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly inside: RefObject<boolean>;
  /** Changes when different rows are drawn. */
  readonly drawn: unknown;
}

/** The focus follows the active cell while it is in the grid, and moves there when a jump requests it. */
function useFocusFollowing({ store, scroller, inside, drawn }: FocusFollowing): void {
  const active = useGridState(store, ({ selection }) => selection.active);
  const typing = useGridState(store, ({ draft }) => draft !== null);
  const wanted = useGridState(store, ({ focusWanted }) => focusWanted);
  const met = useRef(wanted);
  useLayoutEffect(() => {
    const cell = scroller.current?.querySelector<HTMLElement>('[data-active]');
    if (typing || !cell || (!inside.current && met.current === wanted)) return;
    met.current = wanted;
    if (document.activeElement !== cell) cell.focus({ preventScroll: true });
  }, [scroller, inside, active, typing, wanted, drawn]);
}
