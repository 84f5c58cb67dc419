import { windowPlace, type Area, type WindowPlace } from './windowPlace';

const usualSize = { width: 1100, height: 760 };

/** How far a window is moved right and down from one that would be exactly below it, in px. */
const step = 32;

/**
 * The place of a further window: that of the last one of its kind, moved so that none hides another completely; without one, beside
 * the upper left corner of the window it was opened from.
 * @param remembered of the last window of the kind, null if there was none
 * @param opener the window it is opened from, null if there is none
 * @param others the windows that are open
 * @param workArea of the screen that shows most of `remembered`, or else of `opener`, or of the main one
 */
export function furtherPlace(
  remembered: Area | null,
  opener: Area | null,
  others: readonly Area[],
  workArea: Area,
): WindowPlace {
  const first: Area | null =
    remembered ?? (opener === null ? null : { x: opener.x + step, y: opener.y + step, ...usualSize });
  const place = windowPlace(first ?? { ...usualSize, x: workArea.x, y: workArea.y }, workArea);
  const { x = workArea.x, y = workArea.y, width, height } = place;
  const fitting = (at: Area): Area => ({
    ...at,
    x: Math.max(workArea.x, Math.min(at.x, workArea.x + workArea.width - width)),
    y: Math.max(workArea.y, Math.min(at.y, workArea.y + workArea.height - height)),
  });
  const isTaken = (at: Area): boolean =>
    others.some((other) => Math.abs(other.x - at.x) < step / 2 && Math.abs(other.y - at.y) < step / 2);
  const staggered = candidates({ x, y, width, height }, workArea).map(fitting);
  return staggered.find((at) => !isTaken(at)) ?? fitting({ x, y, width, height });
}

/** Down and to the right, as far as the screen goes; then again from its upper left corner. */
function candidates(start: Area, workArea: Area): readonly Area[] {
  const row = (from: Area): readonly Area[] =>
    Array.from({ length: 12 }, (_, index) => ({
      ...from,
      x: from.x + index * step,
      y: from.y + index * step,
    }));
  return [...row(start), ...row({ ...start, x: workArea.x, y: workArea.y })];
}
