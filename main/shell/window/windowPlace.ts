/** In device-independent pixels, as all numbers here. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Area, 'width' | 'height'>;

/** Where and how large a window opens. */
export interface WindowPlace extends Size {
  /** Left out where the system is to choose. */
  readonly x?: number;
  readonly y?: number;
}

const usualSize = { width: 1280, height: 800 };

/** What the screens are laid out for. */
const usualMinimum = { width: 960, height: 640 };

const within = (size: Size, { width, height }: Size): Size => ({
  width: Math.min(size.width, width),
  height: Math.min(size.height, height),
});

/**
 * The least size of a window on a screen. Scaled to 125 to 200 percent, a laptop's screen has less room than the app is
 * laid out for, and a window that can't be made smaller would keep the buttons at its foot off the screen.
 * @param workArea the screen without taskbar and Dock
 */
export const leastSize = (workArea: Size): Size => within(usualMinimum, workArea);

/**
 * The remembered place if the screen still shows it, otherwise only the size; never larger than the screen.
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

/** Enough of the title bar is on the screen to take hold of it. */
const isVisible = (bounds: Area, workArea: Area): boolean =>
  bounds.x < workArea.x + workArea.width - 100 &&
  bounds.x + bounds.width > workArea.x + 100 &&
  bounds.y >= workArea.y - 10 &&
  bounds.y < workArea.y + workArea.height - 100;
