import { useEffect, useState, type RefObject } from 'react';

/** In px; the heights are the same as in matrix.css. */
export interface MatrixSizes {
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly personWidth: number;
  readonly columnWidth: number;
  /** How many rows fit on screen. */
  readonly pageRows: number;
  /** Whether there is only room for one account at a time, as at 200 %. */
  readonly isNarrow: boolean;
}

const rowHeight = 44;
const headerHeight = 76;

/** Below this width (CSS pixels) one account is shown at a time. */
const narrowBelow = 700;

/** The sizes of the matrix in the room that it has. */
export function useMatrixSizes(scroller: RefObject<HTMLElement | null>): MatrixSizes {
  const [room, setRoom] = useState({ width: 1000, height: 600 });
  useEffect(() => {
    const frame = scroller.current;
    if (frame === null) return undefined;
    const sized = new ResizeObserver(() => setRoom({ width: frame.clientWidth, height: frame.clientHeight }));
    sized.observe(frame);
    return () => sized.disconnect();
  }, [scroller]);
  const isNarrow = room.width < narrowBelow;
  const personWidth = isNarrow ? Math.round(room.width / 2) : 250;
  return {
    ...{ rowHeight, headerHeight, personWidth, isNarrow },
    columnWidth: isNarrow ? room.width - personWidth : 132,
    pageRows: Math.max(1, Math.floor((room.height - headerHeight) / rowHeight) - 1),
  };
}
