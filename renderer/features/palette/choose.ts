import type { Route } from '../../../shared/navigation/routes';

/** What happens when an entry of the palette is selected. */
export interface Choose {
  /** Closes the palette, then runs the action: it finds the page free, and the focus where it was. */
  readonly action: (run: () => void) => void;
  /**
   * Closes the palette and shows another screen in one step. The focus isn't put back first, which would restyle and lay out a screen
   * that is about to go; the new one gets it.
   */
  readonly screen: (route: Route) => void;
}
