import { useEffect, useRef, type RefObject } from 'react';
import { isModalOpen } from '../components/dom/isModalOpen';

interface FocusOnArrivalProps {
  /** The address of the screen. */
  readonly path: string;
  /** The element that contains the screen. */
  readonly frame: RefObject<HTMLElement | null>;
}

/**
 * Shows each new screen from its top and gives it the focus, as a browser does with a page: the previously focused element may be
 * gone. Rendered beside the screen, so that it waits for the screen's code too.
 */
export function FocusOnArrival({ path, frame }: FocusOnArrivalProps): null {
  // Nobody navigated to the screen that the app opens with.
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
