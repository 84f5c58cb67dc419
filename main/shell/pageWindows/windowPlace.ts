/** In device-independent pixels, as all numbers here. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Area, 'width' | 'height'>;

/** The position and size of a window. */
export interface WindowPlace extends Size {
  /** Omitted if the system should decide. */
  readonly x?: number;
  readonly y?: number;
}

const usualSize = { width: 1280, height: 800 };

/** The minimum size the screens are designed for. */
const usualMinimum = { width: 960, height: 640 };

const within = (size: Size, { width, height }: Size): Size => ({
  width: Math.min(size.width, width),
  height: Math.min(size.height, height),
});

/**
 * The minimum size of a window on a screen. Scaled to 125 to 200 percent, a laptop's screen is smaller than the layout's minimum,
 * and a window that can't shrink would keep its bottom buttons off the screen.
 * @param workArea the screen without taskbar and Dock
 */
export const leastSize = (workArea: Size): Size => within(usualMinimum, workArea);

/**
 * The stored position if the screen still shows it, otherwise only the size; never larger than the screen.
 * @param workArea of the screen that shows most of `remembered`, or of the main one
 */
export function windowPlace(remembered: Area | null, workArea: Area): WindowPlace {
  if (remembered === null) return within(usualSize, workArea);
  const size = within(remembered, workArea);
  if (!isVisible(remembered, workArea)) return size;
  const x = size.width < remembered.width ? workArea.x : remembered.x;
  const y = size.height < remembered.height ? workArea.y : remembered.y;
  return { x, y, ...size };
}

/** Enough of the title bar is on screen to drag it. */
const isVisible = (bounds: Area, workArea: Area): boolean =>
  bounds.x < workArea.x + workArea.width - 100 &&
  bounds.x + bounds.width > workArea.x + 100 &&
  bounds.y >= workArea.y - 10 &&
  bounds.y < workArea.y + workArea.height - 100;
