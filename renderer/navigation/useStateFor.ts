import { useCallback, useState } from 'react';

/**
 * State that begins again for each place, such as an account, without what is drawn being taken down: building a list again takes
 * almost twice as long as giving it other texts (docs/performance.md).
 * @param place what the state belongs to
 * @param initial its first value at this place
 */
export function useStateFor<Value>(
  place: string,
  initial: () => Value,
): readonly [Value, (value: Value) => void] {
  const [held, setHeld] = useState(() => ({ place, value: initial() }));
  const here = held.place === place ? held : { place, value: initial() };
  if (here !== held) setHeld(here);
  const set = useCallback(
    (value: Value): void => {
      setHeld({ place, value });
    },
    [place],
  );
  return [here.value, set];
}
