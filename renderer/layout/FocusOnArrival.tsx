import { useEffect, useRef, type RefObject } from 'react';
import { isModalOpen } from '../components/isModalOpen';

interface FocusOnArrivalProps {
  /** The address of the screen. */
  readonly path: string;
  /** What the screen stands in. */
  readonly frame: RefObject<HTMLElement | null>;
}

/**
 * Shows each screen gone to from its top and gives it the focus, as a browser does with a page: what had it before may be gone with the
 * screen before. Stands beside the screen, so that it waits with it for its code.
 */
export function FocusOnArrival({ path, frame }: FocusOnArrivalProps): null {
  // Nobody went to the screen that the app opens with.
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    if (isModalOpen() || frame.current?.contains(document.activeElement) === true) return;
    frame.current?.focus({ preventScroll: true });
  }, [path, frame]);
  return null;
}
