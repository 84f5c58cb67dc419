import { useEffect, useEffectEvent, useState } from 'react';

/** The most a search can have (see `invitations.list`). */
const maxLength = 200;
/** How long nothing is typed until the address takes over what was, in ms: with it the whole window is drawn again. */
const pauseMs = 400;

/**
 * Text that takes effect as it is typed and then becomes part of the address.
 * @param search what the address has
 * @param write puts it there
 */
export function useLiveSearch(
  search: string,
  write: (search: string) => void,
): readonly [string, (text: string) => void] {
  // What is typed counts until the address changes, by this or by going somewhere else.
  const [typed, setTyped] = useState({ text: search, over: search });
  const text = typed.over === search ? typed.text : search;
  const writeNow = useEffectEvent(write);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => writeNow(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, search]);
  return [text, (next) => setTyped({ text: next.slice(0, maxLength), over: search })];
}
