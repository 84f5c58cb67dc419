import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { useStateFor } from './useStateFor';

/** How lists looked when they were left (filter, order, page), by place such as an account; until the window closes. */
export interface LeftViews<View> {
  /** Undefined: not seen yet. */
  readonly at: (place: string) => View | undefined;
  readonly keep: (place: string, view: View) => void;
}

export function createLeftViews<View>(): LeftViews<View> {
  const views = new Map<string, View>();
  return {
    at: (place) => views.get(place),
    keep(place, view) {
      views.set(place, view);
    },
  };
}

/** How the place was left; `initial` if it wasn't seen yet, or if `place` is null. Doesn't follow later changes. */
export function useViewAsLeft<View>(views: LeftViews<View>, place: string | null, initial: View): View {
  const [view] = useStateFor(place ?? '', () => (place === null ? undefined : views.at(place)) ?? initial);
  return view;
}

/** Keeps the view on screen for the next visit. @param place null: it isn't kept */
export function useKeeping<View>(views: LeftViews<View>, place: string | null, view: View): void {
  useEffect(() => {
    if (place !== null) views.keep(place, view);
  });
}

/**
 * The state of a list's view, which begins as it was when the place was left.
 * @param place null: begins with `initial` and isn't kept, as for a link that says itself what to show
 */
export function useLeftView<View>(
  views: LeftViews<View>,
  place: string | null,
  initial: View,
): readonly [View, Dispatch<SetStateAction<View>>] {
  const [view, setView] = useState(useViewAsLeft(views, place, initial));
  useKeeping(views, place, view);
  return [view, setView];
}
