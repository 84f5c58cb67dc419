import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

export interface VirtualItems {
  /** The rows or columns to draw, in their order, with their positions in px. */
  readonly items: readonly VirtualItem[];
  /** The size of all of them, in px. */
  readonly size: number;
  /** Scrolls as little as needed to show one. */
  readonly show: (index: number) => void;
}

interface VirtualOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Columns instead of rows. */
  readonly horizontal?: boolean;
  readonly count: number;
  /** The size of each, in px. */
  readonly itemSize: number;
  /** The size of what covers the first ones, such as a header that stays in view, in px. */
  readonly headerSize: number;
  /** How many are drawn on each side of those in view. */
  readonly beyond: number;
  /** One that is always drawn, because it has the focus. */
  readonly always: number;
}

/**
 * Draws only the rows, or columns, in view. Uses the virtualizer itself: its hook returns a result that React’s rules for
 * memoizing don't allow.
 */
export function useVirtualItems(options: VirtualOptions): VirtualItems {
  const { scroller, horizontal = false, count, itemSize, headerSize, beyond, always } = options;
  const [drawn, setDrawn] = useState<Pick<VirtualItems, 'items' | 'size'>>({ items: [], size: 0 });
  const [virtualizer] = useState(
    () =>
      new Virtualizer<HTMLElement, HTMLElement>({
        count: 0,
        horizontal,
        getScrollElement: () => null,
        estimateSize: () => itemSize,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
      }),
  );
  useLayoutEffect(() => {
    const draw = (): void =>
      setDrawn({ items: virtualizer.getVirtualItems(), size: virtualizer.getTotalSize() });
    virtualizer.setOptions({
      count,
      horizontal,
      getScrollElement: () => scroller.current,
      estimateSize: () => itemSize,
      overscan: beyond,
      paddingStart: headerSize,
      scrollPaddingStart: headerSize,
      rangeExtractor: (range) => {
        const inSight = defaultRangeExtractor(range);
        if (always >= count || inSight.includes(always)) return inSight;
        return always < range.startIndex ? [always, ...inSight] : [...inSight, always];
      },
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: draw,
    });
    virtualizer._willUpdate();
    draw();
  }, [virtualizer, scroller, horizontal, count, itemSize, headerSize, beyond, always]);
  // It remembers sizes, and places every item again only when they change.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, itemSize]);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  const show = useCallback(
    (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    [virtualizer],
  );
  return { ...drawn, show };
}
