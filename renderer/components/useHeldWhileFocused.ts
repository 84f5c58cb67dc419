import { useState, type FocusEvent } from 'react';

/** For the element around the field. */
interface FocusProps {
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * What a field offers, held as it was when the field got the focus until the focus leaves it: what is read meanwhile would
 * otherwise move an option away from under the pointer, and the one in its place be selected.
 * @param live undefined while it isn't known; it is followed until then
 */
export function useHeldWhileFocused<T>(live: T): readonly [T, FocusProps] {
  const [hasFocus, setHasFocus] = useState(false);
  const [held, setHeld] = useState<T | undefined>(undefined);
  if (hasFocus && held === undefined && live !== undefined) setHeld(live);
  return [
    held ?? live,
    {
      onFocus: () => setHasFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setHasFocus(false);
        setHeld(undefined);
      },
    },
  ];
}
