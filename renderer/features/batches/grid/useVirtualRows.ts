import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

export interface VirtualRows {
  /** The rows to draw, from top to bottom, with their positions in px. */
  readonly rows: readonly VirtualItem[];
  /** The height of all rows, in px. */
  readonly height: number;
  /** Scrolls as little as needed to show a row. */
  readonly show: (row: number) => void;
}

interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: number;
  /** Each row's height, in px. */
  readonly rowHeight: number;
  /** Height of what covers the rows at the top, in px. */
  readonly headerHeight: number;
  /** A row that is always drawn, because it has the focus. */
  readonly always: number;
}

/**
 * Draws only the visible rows. Uses the virtualizer itself: its hook returns a result that React’s rules for memoizing don't
 * allow.
 */
export function useVirtualRows(options: RowWindowOptions): VirtualRows {
  const { scroller, rows, rowHeight, headerHeight, always } = options;
  const [drawn, setDrawn] = useState<Pick<VirtualRows, 'rows' | 'height'>>({ rows: [], height: 0 });
  const [virtualizer] = useState(
    () =>
      new Virtualizer<HTMLElement, HTMLElement>({
        count: 0,
        getScrollElement: () => null,
        estimateSize: () => rowHeight,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
      }),
  );
  useLayoutEffect(() => {
    const draw = (): void =>
      setDrawn({ rows: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize() });
    virtualizer.setOptions({
      count: rows,
      getScrollElement: () => scroller.current,
      estimateSize: () => rowHeight,
      overscan: 6,
      paddingStart: headerHeight,
      scrollPaddingStart: headerHeight,
      rangeExtractor: (range) => {
        const inSight = defaultRangeExtractor(range);
        if (always >= rows || inSight.includes(always)) return inSight;
        return always < range.startIndex ? [always, ...inSight] : [...inSight, always];
      },
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: draw,
    });
    virtualizer._willUpdate();
    draw();
  }, [virtualizer, scroller, rows, rowHeight, headerHeight, always]);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  const show = useCallback((row: number) => virtualizer.scrollToIndex(row, { align: 'auto' }), [virtualizer]);
  return { ...drawn, show };
}
