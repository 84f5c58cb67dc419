import { useEffect, useEffectEvent } from 'react';
import { useStateFor } from '../../../navigation/useStateFor';

/** Max length of a search (see `invitations.list`). */
const maxLength = 200;
/** How long after the last keystroke the address is updated, in ms: that redraws the whole window. */
const pauseMs = 400;

/**
 * Text that takes effect while typing and then becomes part of the address.
 * @param place the list's: what was typed in another doesn't count
 * @param search the address's
 * @param write updates the address
 */
export function useLiveSearch(
  place: string,
  search: string,
  write: (search: string) => void,
): readonly [string, (text: string) => void] {
  // The typed text counts until the address changes, by this or by navigating elsewhere.
  const [typed, setTyped] = useStateFor(place, () => ({ text: search, over: search }));
  const text = typed.over === search ? typed.text : search;
  const writeNow = useEffectEvent(write);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => writeNow(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, search]);
  return [text, (next) => setTyped({ text: next.slice(0, maxLength), over: search })];
}
